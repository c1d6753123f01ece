package io.pilothouse.rehearsal;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// A rehearsal in manual time with a real HTTP client before it.
final class Stand implements AutoCloseable {
    static final String KEY = "secret_test_0123456789abcdef";
    static final String INSTANCES = "/api/v1/instances";
    static final String LAUNCH = "/api/v1/instance-operations/launch";

    /// A launch that is in order.
    static final Json ORDER =
            Json.obj(
                    "region_name",
                    "us-east-1",
                    "instance_type_name",
                    "gpu_1x_h100_sxm5",
                    "ssh_key_names",
                    List.of("anna-laptop"));

    private static final MediaType JSON = MediaType.get("application/json");

    final ManualTime time = new ManualTime();
    final RehearsalCloud cloud;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient client =
            new OkHttpClient.Builder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .addNetworkInterceptor(chain -> hidden(chain.proceed(chain.request())))
                    .readTimeout(Duration.ofSeconds(20))
                    .build();

    /// OkHttp repeats any request, a POST too, by itself on a 503 with `Retry-After: 0`: it must not see it.
    private static Response hidden(Response answer) {
        var retryAfter = answer.header("Retry-After");
        return retryAfter == null
                ? answer
                : answer.newBuilder()
                        .removeHeader("Retry-After")
                        .header("Hidden-Retry-After", retryAfter)
                        .build();
    }

    /// What came back.
    record Heard(int status, Headers headers, String text) {
        Json json() {
            try {
                return JsonText.parse(text);
            } catch (JsonText.Malformed e) {
                throw new AssertionError("No JSON: " + text, e);
            }
        }

        Optional<String> retryAfter() {
            return Optional.ofNullable(headers.get("Hidden-Retry-After"));
        }

        String code() {
            return json().word("error", "code");
        }
    }

    Stand(Limits limits) throws IOException {
        this(setup -> setup.withLimits(limits));
    }

    Stand(UnaryOperator<LambdaSetup> change) throws IOException {
        var setup =
                LambdaSetup.demo(time.clock(), Speed.demo())
                        .withKey(KEY)
                        .withCapacity(Capacity.plenty());
        cloud = RehearsalCloud.start(threads, time.clock(), change.apply(setup));
    }

    String url() {
        return cloud.accounts().getFirst().endpoint().orElseThrow();
    }

    Heard get(String path) throws IOException {
        return send(request("GET", path, Optional.empty()).build());
    }

    Heard call(String method, String path, Json body) throws IOException {
        return send(request(method, path, Optional.of(JsonText.masked(body))).build());
    }

    Heard delete(String path) throws IOException {
        return send(request("DELETE", path, Optional.empty()).build());
    }

    /// With the right key, ready to be spoilt.
    Request.Builder request(String method, String path, Optional<String> body) {
        var bytes = body.map(b -> RequestBody.create(b, JSON)).orElse(null);
        return new Request.Builder()
                .url((path.startsWith("http") ? "" : url()) + path)
                .header("Authorization", "Bearer " + KEY)
                .method(method, bytes);
    }

    Heard send(Request request) throws IOException {
        try (var answer = client.newCall(request).execute()) {
            return new Heard(answer.code(), answer.headers(), answer.body().string());
        }
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        threads.close();
    }
}
