package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Misshapen;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class SharedReadsTest {
    private final Account account = new Account();

    private void occupyTheSlot() {
        account.submit(Account.read("/first"), Urgency.PERSON);
        account.time.advance(Duration.ofMillis(10));
        account.outcomes.clear();
    }

    @Test
    void aHundredEqualReadsAreOneRequest() {
        IntStream.range(0, 100).forEach(_ -> account.submit(Account.read("/"), Urgency.VISIBLE));

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/");
        assertThat(account.outcomes).hasSize(100).allMatch(o -> o instanceof Outcome.Value);
        assertThat(account.journal.newest(9))
                .singleElement()
                .satisfies(e -> assertThat(e.shared()).isEqualTo(99));
    }

    @Test
    void eachReadsTheAnswerInItsOwnWay() {
        var got = new ArrayList<String>();
        ApiCall<String> path = Account.read("/").as(json -> json.word("path"));
        ApiCall<Integer> length = path.as(String::length);
        account.scheduler.submit(
                Order.of(path, Urgency.VISIBLE, "a", o -> got.add(String.valueOf(o))));
        account.scheduler.submit(
                Order.of(length, Urgency.VISIBLE, "b", o -> got.add(String.valueOf(o))));

        account.time.runUntilIdle();

        assertThat(got).hasSize(2);
        assertThat(got.get(0)).startsWith("Value[value=/,");
        assertThat(got.get(1)).startsWith("Value[value=1,");
    }

    @Test
    void whoCannotReadTheAnswerFailsAlone() {
        account.submit(Account.read("/"), Urgency.VISIBLE);
        account.submit(
                Account.read("/")
                        .as(
                                json -> {
                                    throw new IllegalStateException("the answer's own text");
                                }),
                Urgency.VISIBLE);

        account.time.runUntilIdle();

        assertThat(account.outcomes.get(0)).isInstanceOf(Outcome.Value.class);
        var failed = (Outcome.Failed<?>) account.outcomes.get(1);
        var why = (CloudException.Unreadable) failed.why();
        assertThat(why.status()).isEqualTo(200);
        assertThat(why).hasMessageContaining("IllegalStateException at io.pilothouse.work");
        assertThat(account.journal.newest(1).getFirst().problem())
                .contains("IllegalStateException")
                .doesNotContain("own text");
    }

    @Test
    void anAnswerOfAnotherShapeIsSaidWithWhatWasExpected() {
        account.submit(
                Account.read("/")
                        .as(
                                json -> {
                                    throw new Misshapen(
                                            "data", Json.of("its text"), Misshapen.Shape.LIST);
                                }),
                Urgency.VISIBLE);

        account.time.runUntilIdle();

        var failed = (Outcome.Failed<?>) account.outcomes.getFirst();
        var why = (CloudException.Unreadable) failed.why();
        assertThat(why.shape().map(Misshapen::field)).contains("data");
        assertThat(account.journal.newest(1).getFirst().problem())
                .isEqualTo("data is TEXT, expected was LIST");
    }

    @Test
    void theMostUrgentWinsForAll() {
        occupyTheSlot();
        account.submit(Account.read("/other"), Urgency.VISIBLE);
        account.submit(Account.read("/shared"), Urgency.BACKGROUND);
        account.submit(Account.read("/shared"), Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/first", "/shared", "/other");
    }

    @Test
    void whoGoesTakesOnlyItselfAndItsUrgencyAway() {
        occupyTheSlot();
        account.submit(Account.read("/other"), Urgency.VISIBLE);
        account.submit(Account.read("/shared"), Urgency.BACKGROUND);
        var urgent = account.submit(Account.read("/shared"), Urgency.PERSON);

        assertThat(urgent.withdraw()).isTrue();
        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/first", "/other", "/shared");
        assertThat(account.outcomes).hasSize(3);
        assertThat(account.outcomes.getFirst()).isInstanceOf(Outcome.Withdrawn.class);
    }

    @Test
    void aReadUnderWayIsSharedToo() {
        account.service.base = 100;
        account.submit(Account.read("/"), Urgency.BACKGROUND);
        account.time.advance(Duration.ofMillis(150));

        account.submit(Account.read("/"), Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/");
        assertThat(account.outcomes).hasSize(2);
    }

    @Test
    void aReadThatLeftBeforeAWriteIsNotSharedAfterIt() {
        account.submit(Account.read("/warming up"), Urgency.PERSON);
        account.time.advance(Duration.ofSeconds(2));
        account.service.slow = 1;
        account.service.slowest = 60_000;
        account.submit(Account.read("/"), Urgency.BACKGROUND);
        account.time.runDue();
        assertThat(account.outcomes).hasSize(1);
        account.service.slow = 0;
        account.submit(Account.write("/write"), Urgency.PERSON);
        account.time.advance(Duration.ofSeconds(2));
        assertThat(account.arrived()).endsWith("/", "/write");

        account.submit(Account.read("/"), Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrived()).endsWith("/", "/write", "/");
    }

    @Test
    void callsThatMustNotBeRepeatedAndGatedOnesAreNeverShared() {
        account.submit(Account.write("/"), Urgency.PERSON);
        account.submit(Account.write("/"), Urgency.PERSON);
        for (int i = 0; i < 2; i++) {
            account.scheduler.submit(
                    new Order<>(Account.read("/gated"), Urgency.PERSON, "t", () -> true, _ -> {}));
        }

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/", "/", "/gated", "/gated");
    }

    @Test
    void theRequestsPaneIsToldWhatWentOut() {
        occupyTheSlot();
        account.submit(
                ApiCall.read(
                        Request.get("/instances/{id}", "i-1")
                                .query("token", Optional.of("secret"))),
                Urgency.WATCH);

        account.time.runUntilIdle();

        var entry = account.journal.newest(1).getFirst();
        assertThat(List.of(entry.account(), entry.why(), entry.urgency(), entry.method()))
                .containsExactly("a", "test", "watch", "GET");
        assertThat(entry.path()).isEqualTo("/instances/i-1?token=…");
        assertThat(entry.status()).isEqualTo(200);
        assertThat(entry.problem()).isEmpty();
        assertThat(entry.waited()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(entry.took()).isEqualTo(Duration.ofMillis(2));
        assertThat(entry.curl()).isEqualTo("curl /instances/{id}");
        assertThat(entry.number()).isEqualTo(2);
    }
}
