package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.front.Front;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireRequest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Crusoe Cloud over HTTP: the signature is checked, the operation is found and run.
public final class CrusoeEndpoint implements Front.Service {
    /// The form HTTP wants (RFC 9110, 5.6.7): RFC 1123 with a day of two digits.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final RehearsalClock clock;
    private final CrusoeService service;

    public CrusoeEndpoint(RehearsalClock clock, CrusoeService service) {
        this.clock = clock;
        this.service = service;
    }

    @Override
    public Optional<WireAnswer> stranger(WireRequest request) {
        try {
            service.check(request);
            return Optional.empty();
        } catch (CrusoeError e) {
            return Optional.of(refusal(e));
        }
    }

    /// There is no budget of launches.
    @Override
    public boolean launch(WireRequest request) {
        return false;
    }

    @Override
    public WireAnswer serve(WireRequest request) {
        return answered(
                () ->
                        service.run(
                                request.method(),
                                request.path(),
                                request.query(),
                                () -> body(request)));
    }

    @Override
    public WireAnswer noCapacity(WireRequest request) {
        return answered(
                () ->
                        service.runWithoutRoom(
                                request.method(),
                                request.path(),
                                request.query(),
                                () -> body(request)));
    }

    @Override
    public WireAnswer serverError() {
        return refusal(CrusoeError.internal());
    }

    @Override
    public WireAnswer expiredKey() {
        return refusal(CrusoeError.badCredential("The access key has expired."));
    }

    @Override
    public WireAnswer inactive() {
        return refusal(CrusoeError.unauthorized("The organization is not active."));
    }

    /// With the service's time, by which a client sees that its own clock is off.
    @Override
    public WireAnswer stamped(WireAnswer answer) {
        return answer.with("Date", DATE.format(clock.instant()));
    }

    private static WireAnswer answered(Supplier<WireAnswer> operation) {
        try {
            return operation.get();
        } catch (CrusoeError e) {
            return refusal(e);
        }
    }

    private static Json body(WireRequest request) {
        var type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw CrusoeError.badRequest("The request body must be application/json.");
        }
        try {
            return JsonText.parse(request.text());
        } catch (JsonText.Malformed e) {
            throw CrusoeError.badRequest("The request body is not valid JSON.");
        }
    }

    private static WireAnswer refusal(CrusoeError error) {
        return WireAnswer.json(error.status(), error.json());
    }
}
