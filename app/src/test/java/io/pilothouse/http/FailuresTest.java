package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.Unreachable.Cause;
import io.pilothouse.cloud.Transport.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.SSLHandshakeException;

class FailuresTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, '', 0",
        "120, '', 120",
        "' 5 ', '', 5",
        "'Sun, 1 Mar 2026 12:00:30 GMT', '', 30",
        "'Sun, 01 Mar 2026 12:00:30 GMT', 'Sun, 01 Mar 2026 12:00:10 GMT', 20",
        "'Sun, 01 Mar 2026 11:00:00 GMT', '', 0",
        "'Sun, 01 Mar 2026 12:00:30 GMT', 'nonsense', 30"
    })
    void theWaitIsSecondsOrADateOnTheServicesOwnClock(String value, String date, int seconds) {
        assertThat(Failures.retryAfter(value, date, NOON)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "99999999999", "Sun, 32 Mar 2026 12:00:00 GMT"})
    void whatMakesNoSenseIsNoWait(String value) {
        assertThat(Failures.retryAfter(value, "", NOON)).isEmpty();
    }

    @Test
    void beforeAnythingIsSentTheCauseIsNamed() {
        assertThat(why(new SocketTimeoutException("Connect timed out"))).isEqualTo(Cause.TIMEOUT);
        assertThat(why(new ConnectException("Connection timed out"))).isEqualTo(Cause.TIMEOUT);
        assertThat(why(new ConnectException("Connection refused"))).isEqualTo(Cause.REFUSED);
        assertThat(why(new ConnectException("Network is unreachable"))).isEqualTo(Cause.OTHER);
        assertThat(why(new NoRouteToHostException("No route to host"))).isEqualTo(Cause.OTHER);
        assertThat(why(new SSLHandshakeException("no cipher suites in common")))
                .isEqualTo(Cause.OTHER);
    }

    private static Cause why(Exception failure) {
        var thrown = Failures.of(failure, new Wire(Watch.NONE), false, false);
        assertThat(thrown).isInstanceOf(CloudException.Unreachable.class);
        return ((CloudException.Unreachable) thrown).why();
    }
}
