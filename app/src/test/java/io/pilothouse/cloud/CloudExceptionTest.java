package io.pilothouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException.Denied;

import org.junit.jupiter.api.Test;

import java.util.List;

class CloudExceptionTest {
    private static final Refusal REFUSAL = new Refusal("code", "words", "advice");

    @Test
    void everyAnswerThatSaysNoCarriesItsStatusAndItsReason() {
        List<Denied> all =
                List.of(
                        new CloudException.Unauthorized(REFUSAL),
                        new CloudException.NotFound(REFUSAL),
                        new CloudException.Conflict(REFUSAL),
                        new CloudException.Refused(418, REFUSAL),
                        new CloudException.Failing(503, REFUSAL));

        assertThat(all).extracting(Denied::status).containsExactly(401, 404, 409, 418, 503);
        assertThat(all).allMatch(e -> e.refusal().equals(REFUSAL));
    }

    @Test
    void onlyAFailingServiceLeavesTheOutcomeOpen() {
        assertThat(new CloudException.Failing(500, REFUSAL).certainlyNotDone()).isFalse();
        assertThat(new CloudException.Conflict(REFUSAL).certainlyNotDone()).isTrue();
    }
}
