package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The service in manual time with a real HTTP client before it, which signs in its own way.
final class CrusoeStand implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    final ManualTime time = new ManualTime();
    final CrusoeRehearsal crusoe;
    String access = "R7p5XctCQMuGlpVBmVdqzA";
    String secret = "HrbZ3VTUb2YNAq53Md1EsA";

    /// What is signed in place of the next query that is not empty.
    String canonical = "";

    Duration skew = Duration.ZERO;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient client =
            new OkHttpClient.Builder()
                    .retryOnConnectionFailure(false)
                    .addNetworkInterceptor(chain -> hidden(chain.proceed(chain.request())))
                    .readTimeout(Duration.ofSeconds(20))
                    .build();

    /// OkHttp repeats any request by itself on a 503 with `Retry-After: 0`: it must not see it.
    private static Response hidden(Response answer) {
        return answer.newBuilder().removeHeader("Retry-After").build();
    }

    /// What came back.
    record Heard(int status, Headers headers, String text) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        Json json() {
            try {
                return JsonText.parse(text);
            } catch (JsonText.Malformed e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }
    }

    CrusoeStand() throws IOException {
        crusoe =
                CrusoeRehearsal.start(
                        threads,
                        time.clock(),
                        CrusoeSetup.demo(time.clock(), Speed.demo())
                                .withKeys(access, secret)
                                .withCapacity(Capacity.plenty()));
    }

    Heard get(String path, String query) throws IOException {
        return send("GET", path, query, Optional.empty());
    }

    Heard call(String method, String path, Json body) throws IOException {
        return send(method, path, "", Optional.of(JsonText.masked(body)));
    }

    Heard send(String method, String path, String query, Optional<String> body) throws IOException {
        var stamp = time.clock().instant().plus(skew).truncatedTo(ChronoUnit.SECONDS).toString();
        var signed = query.isEmpty() ? "" : canonical;
        var message = "/v1alpha5" + path + "\n" + signed + "\n" + method + "\n" + stamp + "\n";
        var endpoint = crusoe.account().endpoint().orElseThrow();
        var bytes = body.map(b -> RequestBody.create(b, JSON)).orElse(null);
        var request =
                new Request.Builder()
                        .url(endpoint + path + (query.isEmpty() ? "" : "?" + query))
                        .method(method, bytes)
                        .header("X-Crusoe-Timestamp", stamp)
                        .header("Authorization", "Bearer 1.0:" + access + ":" + hmac(message))
                        .build();
        try (var answer = client.newCall(request).execute()) {
            return new Heard(answer.code(), answer.headers(), answer.body().string());
        }
    }

    private String hmac(String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        crusoe.close();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        threads.close();
    }
}
