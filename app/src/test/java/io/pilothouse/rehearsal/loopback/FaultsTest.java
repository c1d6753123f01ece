package io.pilothouse.rehearsal.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Fault.Kind;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

final class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void aFaultIsForItsMethodAndPathOnly() {
        faults.add(Fault.of(Kind.CLOSED).on("POST", "/api/v1/ssh"));
        assertThat(faults.take("GET", "/api/v1/ssh-keys")).isEmpty();
        assertThat(faults.take("POST", "/api/v1/images")).isEmpty();
        assertThat(faults.take("POST", "/api/v1/ssh-keys")).isPresent();
    }

    @Test
    void aFaultIsUsedUpAfterItsTimes() {
        faults.add(Fault.of(Kind.CLOSED).times(2));
        assertThat(faults.take("GET", "/")).isPresent();
        assertThat(faults.take("GET", "/")).isPresent();
        assertThat(faults.take("GET", "/")).isEmpty();
        assertThat(faults.list()).isEmpty();
    }

    @Test
    void aFaultWithoutTimesHoldsUntilCleared() {
        faults.add(Fault.of(Kind.CLOSED));
        for (int i = 0; i < 100; i++) {
            assertThat(faults.take("GET", "/")).isPresent();
        }
        faults.clear();
        assertThat(faults.take("GET", "/")).isEmpty();
    }

    @Test
    void theOlderFaultComesFirst() {
        faults.add(Fault.of(Kind.CLOSED).times(1));
        faults.add(Fault.of(Kind.GARBAGE));
        assertThat(faults.take("GET", "/")).map(Fault::kind).contains(Kind.CLOSED);
        assertThat(faults.take("GET", "/")).map(Fault::kind).contains(Kind.GARBAGE);
    }

    @Test
    void refusingOpensAndClosesTheDoorAndIsTakenByNoRequest() {
        var doors = new ArrayList<Boolean>();
        faults.onRefused(doors::add);
        faults.add(Fault.of(Kind.REFUSED));
        assertThat(faults.take("GET", "/")).isEmpty();
        faults.clear();
        assertThat(doors).containsExactly(true, false);
    }

    @Test
    void retryAfterIsAbsentPresentOrAbsurd() {
        assertThat(faults.retryAfter(3)).isEmpty();
        faults.add(Fault.of(Kind.RETRY_AFTER));
        assertThat(faults.retryAfter(3)).contains("3");
        faults.add(Fault.of(Kind.RETRY_AFTER).value("absurd"));
        assertThat(faults.retryAfter(3).orElseThrow()).hasSizeGreaterThan(15);
        assertThat(faults.take("GET", "/")).isEmpty();
    }

    @Test
    void capacityIsMissedByLaunchesOnly() {
        faults.add(Fault.of(Kind.NO_CAPACITY).times(1));
        assertThat(faults.take("GET", "/api/v1/instances")).isEmpty();
        assertThat(faults.take("POST", "/api/v1/instance-operations/launch")).isPresent();
    }

    @Test
    void kindsThatBendTheTrueAnswerAreCarriedOut() {
        assertThat(Fault.of(Kind.CUT_IN_BODY).done()).isTrue();
        assertThat(Fault.of(Kind.CLOSED).done()).isFalse();
        assertThat(Fault.of(Kind.CLOSED).afterTheWork().done()).isTrue();
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Fault.of(Kind.SLOW).value("soon"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.of(Kind.SLOW).times(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void jsonIsBentInEveryObject() {
        var answer = Json.obj("data", List.of(Json.obj("id", "a", "status", "active"), Json.obj()));
        assertThat(FaultyAnswers.bent(Fault.of(Kind.UNKNOWN_STATUS), answer))
                .isEqualTo(
                        Json.obj(
                                "data",
                                List.of(Json.obj("id", "a", "status", "hibernating"), Json.obj())));
        assertThat(
                        FaultyAnswers.bent(Fault.of(Kind.WRONG_TYPE), answer)
                                .list("data")
                                .getFirst()
                                .at("id"))
                .isInstanceOf(Json.Obj.class);
        assertThat(
                        FaultyAnswers.bent(Fault.of(Kind.EXTRA_FIELDS), answer)
                                .list("data")
                                .getLast()
                                .word("x_new_text"))
                .isEqualTo("new");
    }

    @Test
    void aBombIsSmallOnTheWireAndHugeInside() throws IOException {
        var bomb = FaultyAnswers.inItsPlace(Fault.of(Kind.GZIP_BOMB));
        assertThat(bomb.body()).hasSizeLessThan(1 << 20);
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bomb.body()))) {
            assertThat(zip.skip(60 << 20)).isEqualTo(60 << 20);
        }
    }
}
