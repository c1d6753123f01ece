package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;

import okhttp3.Headers;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class MaskingTest {
    private final Masking masking = new Masking(Set.of("token"));

    @Test
    void aKnownSecretIsMaskedInEveryForm() {
        var known = masking.knowing(Set.of(), List.of(Secret.of("p\"w d/123")));

        assertThat(known.text("p\"w d/123 p\\\"w d/123 p%22w%20d%2F123 cCJ3IGQvMTIz"))
                .isEqualTo(String.join(" ", java.util.Collections.nCopies(4, Secret.MASK)));
    }

    @Test
    void aVeryShortSecretDoesNotMaskHalfTheText() {
        var known = masking.knowing(Set.of(), List.of(Secret.of("a")));

        assertThat(known.text("a banana")).isEqualTo("a banana");
    }

    @Test
    void aSecretNameIsEnoughAlsoInTextThatIsNoJson() {
        assertThat(masking.text("{\"token\": \"ab\\\"cd e"))
                .isEqualTo("{\"token\": \"" + Secret.MASK);
        assertThat(masking.text("token=abc&x=1")).isEqualTo("token=" + Secret.MASK + "&x=1");
        assertThat(masking.text("{\"token\": \"a\", \"b\": 1}"))
                .isEqualTo("{\"token\": \"" + Secret.MASK + "\", \"b\": 1}");
        assertThat(masking.text("{\"token\": null}")).isEqualTo("{\"token\": null}");
        assertThat(masking.text("tokens: 5")).isEqualTo("tokens: 5");
    }

    @Test
    void headersOfAuthenticationAndCookiesAreMasked() {
        var seen =
                masking.knowing(Set.of("X-Key"), List.of())
                        .headers(
                                Headers.of(
                                        "Authorization",
                                        "x",
                                        "x-key",
                                        "y",
                                        "Set-Cookie",
                                        "z",
                                        "Other",
                                        "o"));

        assertThat(seen)
                .contains(
                        Map.entry("Authorization", Secret.MASK),
                        Map.entry("x-key", Secret.MASK),
                        Map.entry("Set-Cookie", Secret.MASK),
                        Map.entry("Other", "o"));
    }

    @Test
    void whatWouldBeObeyedIsSpeltOut() {
        assertThat(masking.text("a\u001b[31m\u202eb\r\n\tc\u0000"))
                .isEqualTo("a\\u001b[31m\\u202eb\\u000d\n\tc\\u0000");
    }

    @Test
    void aLongBodyIsCutAndNoSecretIsCutInTwo() {
        var known = masking.knowing(Set.of(), List.of(Secret.of("canary-12345")));
        for (int pad = Masking.SHOWN - 20; pad < Masking.SHOWN + 4; pad++) {
            var body = known.body("x".repeat(pad) + "canary-12345" + "y".repeat(100_000));
            assertThat(body).hasSizeLessThanOrEqualTo(Masking.SHOWN).doesNotContain("can");
        }
        assertThat(known.body("canary-12345 ".repeat(20_000))).doesNotContain("can");
    }

    @Test
    void anAnswerFullOfSecretsTakesNoLongTime() {
        var secrets =
                java.util.stream.IntStream.range(0, 100_000).mapToObj(i -> Secret.of("secret" + i));
        var json = Json.of(secrets.toList());

        assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(10),
                () -> assertThat(masking.knowing(json).body(JsonText.pretty(json))).isNotEmpty());
    }

    @Test
    void textUnderASecretNameIsHiddenInABodyOfOurOwn() {
        var hidden =
                masking.hide(
                        Json.obj(
                                "a", List.of(Json.obj("token", "t1", "n", 1)),
                                "token", List.of("t2")));

        assertThat(JsonText.revealed(hidden)).contains("t1", "t2");
        assertThat(JsonText.masked(hidden)).doesNotContain("t1").doesNotContain("t2");
    }
}
