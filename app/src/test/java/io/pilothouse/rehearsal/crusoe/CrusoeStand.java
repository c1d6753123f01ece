package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    final ManualTime time = new ManualTime();
    final CrusoeRehearsal crusoe;
    String access = "R7p5XctCQMuGlpVBmVdqzA";
    String secret = "HrbZ3VTUb2YNAq53Md1EsA";

    /// What is signed in place of the next query that is not empty.
    String canonical = "";

    Duration skew = Duration.ZERO;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();

    /// What came back.
    record Heard(HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        Optional<String> header(String name) {
            return answer.headers().firstValue(name);
        }

        Json json() {
            try {
                return JsonText.parse(answer.body());
            } catch (JsonText.Malformed e) {
                throw new AssertionError("No JSON: " + answer.body(), e);
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
        var request =
                HttpRequest.newBuilder(
                                URI.create(endpoint + path + (query.isEmpty() ? "" : "?" + query)))
                        .method(
                                method,
                                body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()))
                        .header("Content-Type", "application/json")
                        .header("X-Crusoe-Timestamp", stamp)
                        .header("Authorization", "Bearer 1.0:" + access + ":" + hmac(message))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        try {
            return new Heard(client.send(request, BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw new IOException(e);
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
        client.close();
        threads.close();
    }
}
