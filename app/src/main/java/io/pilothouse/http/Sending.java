package io.pilothouse.http;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.Unreachable;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;

import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One request on its way, and what was seen of it. Used once, on one thread.
final class Sending {
    private final Service service;
    private final Target target;
    private final String agent;
    private final InstantSource clock;
    private final Request request;
    private final Wire wire;
    private final Watch watch;
    private final Body body;
    private Masking masking;
    private Headers headers = Headers.EMPTY;
    private Json answer = Json.absent();
    private boolean understood;

    Sending(
            Service service,
            Target target,
            String agent,
            InstantSource clock,
            int bodyCap,
            Masking masking,
            Request request,
            Watch watch) {
        this.service = service;
        this.target = target;
        this.agent = agent;
        this.clock = clock;
        this.request = request;
        this.watch = watch;
        this.masking = masking.knowing(masking.hide(request.body()));
        wire = new Wire(watch);
        body = new Body(bodyCap);
    }

    Answer send(OkHttpClient client) throws CloudException {
        var secrets = service.credentials().get();
        masking = masking.knowing(Set.of(), secrets.values());
        var url = Outgoing.url(request, target);
        var auth = service.headers(secrets, target.signable(request, url), clock.instant());
        masking = masking.knowing(auth.keySet(), auth.values());
        var ready =
                Outgoing.of(request, url, agent, auth).newBuilder().tag(Wire.class, wire).build();
        headers = ready.headers();
        if (Thread.currentThread().isInterrupted()) {
            throw new Unreachable(Unreachable.Cause.OTHER, "given up");
        }
        return exchange(client.newCall(ready), ready.url());
    }

    /// What was seen, masked; also where nothing was sent.
    Exchange seen() {
        var sent = wire.sent();
        var known = masking.knowing(answer);
        return new Exchange(
                request.method(),
                known.text(target.text(request)),
                known.headers(sent == null ? headers : sent),
                shown(request.body(), known),
                wire.status(),
                known.headers(wire.received()),
                understood ? shown(answer, known) : known.body(body.seen(encoding())),
                body.bytes());
    }

    private String shown(Json json, Masking known) {
        return json.isAbsent() ? "" : known.body(JsonText.pretty(masking.hide(json)));
    }

    private Answer exchange(Call call, HttpUrl url) throws CloudException {
        boolean inBody = false;
        try (var response = call.execute()) {
            inBody = true;
            return judged(response.body(), url);
        } catch (CloudException.Unreadable e) {
            call.cancel(); // what is left of a body that is too long is not wanted
            throw e;
        } catch (CloudException e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw failed(Objects.requireNonNull(e.getCause()), inBody);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // OkHttp is Kotlin: an InterruptedException comes undeclared
            throw failed(e, inBody);
        }
    }

    private CloudException failed(Exception failure, boolean inBody) {
        boolean interrupted =
                failure instanceof InterruptedException || Thread.currentThread().isInterrupted();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Failures.of(failure, wire, interrupted, inBody);
    }

    private Answer judged(ResponseBody from, HttpUrl url) throws IOException, CloudException {
        int status = wire.status();
        var received = wire.received();
        if (status >= 200 && status < 300) {
            try {
                body.read(from, watch::received);
                if (isText()) {
                    answer = Json.of(body.text(encoding()));
                } else {
                    answer = parsed();
                    understood = true;
                }
                return new Answer(status, lower(received), answer, body.bytes());
            } catch (Body.Unusable e) {
                throw new CloudException.Unreadable(status, e.what());
            }
        }
        readRefusal(from);
        var now = clock.instant();
        Supplier<Refusal> refusal =
                () ->
                        Failures.masked(
                                service.refusal().apply(status, answer), masking.knowing(answer));
        throw status == 401 && service.auth() instanceof Auth.Signed
                ? Failures.unsigned(received, now, refusal.get())
                : Failures.of(status, received, url, now, refusal);
    }

    /// Was something else than JSON asked for?
    private boolean isText() {
        var accepted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        accepted.putAll(request.headers());
        return !accepted.getOrDefault("Accept", "application/json").contains("json");
    }

    private String encoding() {
        return Failures.header(wire.received(), "Content-Encoding").orElse("");
    }

    /// The status alone decides; a body that breaks off or is no JSON (a proxy's page in HTML) adds nothing.
    private void readRefusal(ResponseBody from) {
        try {
            body.read(from, watch::received);
            answer = parsed();
            understood = true;
        } catch (IOException | Body.Unusable e) {
            answer = Json.absent();
        }
    }

    private Json parsed() throws Body.Unusable {
        try {
            return JsonText.parse(body.text(encoding()), service.secretNames()::contains);
        } catch (JsonText.Malformed e) {
            throw new Body.Unusable(
                    e.line() == 0
                            ? String.valueOf(e.getMessage())
                            : "no JSON at " + e.line() + ":" + e.column());
        }
    }

    private static Map<String, String> lower(Headers headers) {
        return headers.toMultimap().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                e -> e.getKey().toLowerCase(Locale.ROOT),
                                e -> String.join(", ", e.getValue()),
                                (a, b) -> a + ", " + b));
    }
}
