package io.pilothouse.http;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.Unreachable.Cause;
import io.pilothouse.cloud.Refusal;

import okhttp3.Headers;
import okhttp3.HttpUrl;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Turns a status that is no success, or a connection that failed, into the exception that says what to do next.
final class Failures {
    private Failures() {}

    /// For any status but 2xx.
    ///
    /// @param refusal the service's own words, already masked
    static CloudException of(
            int status, Headers headers, HttpUrl url, Instant now, Supplier<Refusal> refusal) {
        return switch (status) {
            case 401 -> new CloudException.Unauthorized(refusal.get());
            case 404 -> new CloudException.NotFound(refusal.get());
            case 409 -> new CloudException.Conflict(refusal.get());
            case 429 ->
                    new CloudException.Throttled(
                            header(headers, "Retry-After")
                                    .flatMap(
                                            after ->
                                                    retryAfter(
                                                            after,
                                                            header(headers, "Date").orElse(""),
                                                            now)));
            default ->
                    switch (status / 100) {
                        case 3 -> new CloudException.Refused(status, redirect(headers, url));
                        case 4 -> new CloudException.Refused(status, refusal.get());
                        case 5 -> new CloudException.Failing(status, refusal.get());
                        default -> new CloudException.Unreadable(status, "HTTP " + status);
                    };
        };
    }

    /// A clock that is off by less is right enough; services that sign allow for some minutes.
    private static final Duration SKEW = Duration.ofMinutes(2);

    /// For a 401 to a signed request, which a wrong clock on this side brings about too.
    static CloudException.Unauthorized unsigned(Headers headers, Instant now, Refusal refusal) {
        var ahead =
                header(headers, "Date")
                        .flatMap(date -> instant(date.strip()))
                        .map(there -> Duration.between(there, now))
                        .filter(d -> d.abs().compareTo(SKEW) > 0);
        return new CloudException.Unauthorized(refusal, ahead);
    }

    /// For a connection that failed.
    ///
    /// @param interrupted the thread was asked to give the request up
    /// @param inBody the answer's head was good
    static CloudException of(Exception failure, Wire wire, boolean interrupted, boolean inBody) {
        boolean timeout = failure instanceof InterruptedIOException && !interrupted;
        if (wire.started()) {
            if (failure instanceof ProtocolException && !inBody) {
                return new CloudException.Unreadable(wire.status(), "an answer that is no HTTP");
            }
            return new CloudException.Unanswered(words(timeout, interrupted, wire), timeout);
        }
        if (interrupted) {
            return new CloudException.Unreachable(Cause.OTHER, "given up");
        }
        return causes(failure)
                .filter(Trust.Distrust.class::isInstance)
                .map(Trust.Distrust.class::cast)
                .findFirst()
                .<CloudException>map(d -> new CloudException.Untrusted(message(d), d.sha256()))
                .orElseGet(
                        () ->
                                new CloudException.Unreachable(
                                        timeout ? Cause.TIMEOUT : cause(failure),
                                        message(failure)));
    }

    /// Seconds, or a date (RFC 9110, 10.2.3).
    ///
    /// @param date the answer's own `Date`, so that a wrong clock on either side does no harm; may be empty
    /// @return empty for what makes no sense; zero for a date that has passed
    static Optional<Duration> retryAfter(String value, String date, Instant now) {
        var text = value.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        return instant(text)
                .map(at -> Duration.between(instant(date.strip()).orElse(now), at))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date: that is the answer
        }
    }

    private static String words(boolean timeout, boolean interrupted, Wire wire) {
        var where = wire.status() == 0 ? "no answer" : "the answer broke off";
        if (interrupted) {
            return "given up: " + where;
        }
        return timeout ? where + " in time" : where;
    }

    /// The exception's own words; before anything was sent there is nothing of the service's in them but names.
    private static String message(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static Cause cause(Exception failure) {
        if (failure instanceof UnknownHostException) {
            return Cause.NO_ADDRESS;
        }
        if (!(failure instanceof ConnectException)) {
            return Cause.OTHER;
        }
        var words =
                causes(failure)
                        .map(Throwable::getMessage)
                        .map(m -> String.valueOf(m).toLowerCase(Locale.ROOT))
                        .toList();
        if (words.stream().anyMatch(w -> w.contains("timed out"))) {
            return Cause.TIMEOUT;
        }
        return words.stream().anyMatch(w -> w.contains("unreachable"))
                ? Cause.OTHER
                : Cause.REFUSED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
    }

    private static Refusal redirect(Headers headers, HttpUrl url) {
        var host =
                header(headers, "Location")
                        .flatMap(l -> Optional.ofNullable(url.resolve(l)))
                        .map(HttpUrl::host)
                        .orElse("an unknown place");
        return new Refusal("http/redirect", "sent on to " + host + ", not followed", "");
    }

    static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.get(name));
    }

    static Refusal masked(Refusal refusal, Masking masking) {
        return new Refusal(
                masking.text(refusal.code()),
                masking.text(refusal.message()),
                masking.text(refusal.suggestion()));
    }
}
