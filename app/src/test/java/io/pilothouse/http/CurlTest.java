package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

class CurlTest {
    private static final String HOSTILE = "it's $HOME `id` \"x\" \\ \u202e\u001b[31m !! \n end";

    private static String line(Request request) {
        return line(request, Bench.bearer());
    }

    private static String line(Request request, Auth auth) {
        try (var bench = new Bench(Bench.service("https://cloud.example", auth), Bench.SHORT)) {
            return bench.transport.curl(request);
        }
    }

    @Test
    void theKeyIsAVariable() {
        assertThat(line(Request.get("/api/v1/things/{id}", "a b").query("n", Optional.of("1"))))
                .isEqualTo(
                        "curl -sS -H \"Authorization: Bearer $LAMBDA_API_KEY\""
                                + " -H 'Accept: application/json'"
                                + " --url 'https://cloud.example/api/v1/things/a%20b?n=1'");
    }

    @Test
    void theBodyIsMaskedAndInSingleQuotes() {
        assertThat(line(Request.of("POST", "/x").json(Json.obj("pw", Secret.of("hush-hush-1")))))
                .contains(" -X 'POST'")
                .contains("--data-binary '{\"pw\":\"" + Secret.MASK + "\"}'");
    }

    @Test
    void aKeyThatIsEncodedBecomesAVariableAsAWhole() {
        Auth basic = new Auth.Headers(_ -> Map.of("X-Auth-Token", Secret.of("Zm9v")));

        assertThat(line(Request.get("/x"), basic))
                .contains("-H \"X-Auth-Token: $X_AUTH_TOKEN\"")
                .doesNotContain("Zm9v");
    }

    @Test
    void aShellExpandsNothingButTheKey() throws Exception {
        var line =
                line(
                        Request.of("POST", "/x/{id}", HOSTILE)
                                .header("X-Note", "$HOME `id` 'q'")
                                .json(Json.obj("a", HOSTILE)));
        var shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\0' \"$@\"; }; " + line);
        shell.environment().put("LAMBDA_API_KEY", "k1");
        var process = shell.start();
        var words =
                List.of(
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                                .split("\0"));

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(words)
                .contains("Authorization: Bearer k1", "X-Note: $HOME `id` 'q'")
                .contains(
                        "{\"a\":\"it's $HOME `id` \\\"x\\\" \\\\ \\u202e\\u001B[31m !! \\n end\"}");
        assertThat(words.getLast()).startsWith("https://cloud.example/x/it%27s%20%24HOME%20%60id");
    }
}
