package io.pilothouse.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

class ScrubberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer canary12345",
                "authorization: Basic canary12345==",
                "key is secret_canary-team_0123.abcdef",
                "ghp_canary0123456789abcdefghij",
                "eyJcanary12345.eyJcanary12345.canary_-x",
                "GET /?token=canary&x=1",
                "LAMBDA_API_KEY=canary",
                "export AWS_SECRET_ACCESS_KEY='canary'",
                "{\"jupyter_token\": \"canary\"}",
                "{\"a\": \"{\\\"password\\\":\\\"canary\\\"}\"}",
                "password: canary99",
                "{\"passphrase\": \"a \\\"canary\\\" b\"}",
                "apiKey='canary'",
                "-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n-----END OPENSSH PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\ncanary cut off"
            })
    void whatLooksLikeAKeyIsMasked(String line) {
        assertThat(Scrubber.scrub(line)).doesNotContain("canary").contains(Scrubber.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instance 0920582c7ff041399e34823a0be62549 is booting",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGk person@host",
                "invalid token: expired",
                "the password is wrong",
                "{\"token\": null, \"secret\": false, \"tokens\": 12}",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "GET /api/v1/instances: 200, 1723 bytes",
                "basic information",
                "secrets: 3, token_count: 1234567"
            })
    void whatDoesNotStays(String line) {
        assertThat(Scrubber.scrub(line)).isEqualTo(line);
    }

    @Test
    void whatIsAroundItStays() {
        assertThat(Scrubber.scrub("GET /?token=abc123&page=2 took 3 ms"))
                .isEqualTo("GET /?token=" + Scrubber.MASK + "&page=2 took 3 ms");
    }

    @Test
    void moreNamesCanBeGiven() {
        assertThat(Scrubber.scrub("user=ab, guid: xy", java.util.Set.of("guid")))
                .isEqualTo("user=ab, guid: " + Scrubber.MASK);
    }

    @Test
    void theMaskIsThatOfASecret() {
        assertThat(Scrubber.MASK).isEqualTo(Secret.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "x",
                "bearer ",
                "eyJaaaaaaaaa.",
                "eyJaaaaaaaaa-",
                "sk-",
                "token: ",
                "\\n",
                "-----BEGIN PRIVATE KEY-----",
                "secret = \""
            })
    void aHostileLineTakesNoLongTime(String part) {
        var line = "{\"token\": \"" + part.repeat(200_000 / part.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    assertThat(Scrubber.scrub(line)).isNotEmpty();
                    assertThat(Scrubber.scrub(line.substring(11))).isNotEmpty();
                });
    }
}
