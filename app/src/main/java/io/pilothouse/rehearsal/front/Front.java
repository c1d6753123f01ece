package io.pilothouse.rehearsal.front;

import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.loopback.Arrivals;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Faults;
import io.pilothouse.rehearsal.loopback.FaultyAnswers;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireAnswer.Delivery;
import io.pilothouse.rehearsal.loopback.WireRequest;
import io.pilothouse.rehearsal.loopback.WireServer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A service's front: who comes is looked at, the arrival judged, a fault looked for, and only then the request is
/// served.
public final class Front implements WireServer.Handler {
    /// What differs from service to service. Called by many threads at once.
    public interface Service {
        /// The refusal of a request that does not say rightly who sends it.
        Optional<WireAnswer> stranger(WireRequest request);

        /// Whether the request counts against the budget of launches, too.
        boolean launch(WireRequest request);

        WireAnswer serve(WireRequest request);

        /// What a request gets that finds no capacity, whatever there is.
        WireAnswer noCapacity(WireRequest request);

        WireAnswer serverError();

        WireAnswer expiredKey();

        WireAnswer inactive();

        /// What every answer carries besides.
        default WireAnswer stamped(WireAnswer answer) {
            return answer;
        }
    }

    private final Service service;
    private final Arrivals arrivals;
    private final Faults faults;

    public Front(Service service, Arrivals arrivals, Faults faults) {
        this.service = service;
        this.arrivals = arrivals;
        this.faults = faults;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        return service.stamped(judged(request));
    }

    private WireAnswer judged(WireRequest request) {
        var method = request.method();
        var path = request.path();
        var stranger = service.stranger(request);
        if (stranger.isPresent()) {
            var verdict = arrivals.stranger(request.arrived(), method, path);
            arrivals.answered(verdict, stranger.get().status());
            return stranger.get();
        }
        var verdict = arrivals.judge(request.arrived(), method, path, service.launch(request));
        var answer =
                verdict.early()
                        .map(by -> tooEarly(by.plusNanos(999_999_999).toSeconds()))
                        .orElseGet(
                                () ->
                                        faults.take(method, path)
                                                .map(fault -> faulty(fault, request))
                                                .orElseGet(() -> service.serve(request)));
        arrivals.answered(verdict, seen(answer));
        return answer;
    }

    /// No document has a 429; clients report bodies that are no JSON.
    private WireAnswer tooEarly(long seconds) {
        var text = "Too Many Requests".getBytes(StandardCharsets.US_ASCII);
        var answer = WireAnswer.of(429, "text/plain", text);
        return faults.retryAfter(seconds).map(v -> answer.with("Retry-After", v)).orElse(answer);
    }

    private WireAnswer faulty(Fault fault, WireRequest request) {
        var reply =
                fault.done()
                        ? service.serve(request)
                        : WireAnswer.of(
                                200, "application/json", "{}".getBytes(StandardCharsets.US_ASCII));
        return switch (fault.kind()) {
            case REFUSED,
                    CLOSED,
                    RESET,
                    STALLED,
                    GARBAGE,
                    CUT_IN_BODY,
                    WRONG_LENGTH,
                    DRIBBLED,
                    SLOW ->
                    FaultyAnswers.onTheWire(fault, reply);
            case BAD_GATEWAY,
                    UNAVAILABLE,
                    TOO_MANY,
                    REDIRECT,
                    EMPTY_BODY,
                    BROKEN_JSON,
                    HUGE_BODY,
                    GZIP_BOMB ->
                    FaultyAnswers.inItsPlace(fault);
            case WRONG_TYPE, UNKNOWN_STATUS, EXTRA_FIELDS -> bent(fault, reply);
            case SERVER_ERROR -> service.serverError();
            case EXPIRED_KEY -> service.expiredKey();
            case INACTIVE -> service.inactive();
            case NO_CAPACITY -> service.noCapacity(request);
            case RETRY_AFTER -> throw new IllegalStateException("Never taken for a request");
        };
    }

    /// An answer that is no JSON has nothing that could be bent.
    private static WireAnswer bent(Fault fault, WireAnswer answer) {
        try {
            var json = JsonText.parse(new String(answer.body(), StandardCharsets.UTF_8));
            var text = JsonText.masked(FaultyAnswers.bent(fault, json));
            return answer.body(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonText.Malformed e) {
            return answer;
        }
    }

    /// The status as the client gets to see it: 0 where no status line goes out.
    private static int seen(WireAnswer answer) {
        return switch (answer.delivery()) {
            case Delivery.Closed _, Delivery.Reset _, Delivery.Stalled _, Delivery.Garbage _ -> 0;
            default -> answer.status();
        };
    }
}
