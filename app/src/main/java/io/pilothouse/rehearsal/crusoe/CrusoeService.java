package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Query;
import io.pilothouse.rehearsal.crusoe.call.Signature;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.network.InfinibandNetwork;
import io.pilothouse.rehearsal.crusoe.organisation.Organisation;
import io.pilothouse.rehearsal.crusoe.organisation.Tokens.Token;
import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Routes.Match;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireRequest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One account's state and the operations on it. What is refused is thrown as [CrusoeError]. Time passes only through
/// the clock. Safe for many threads: one operation at a time.
public final class CrusoeService {
    private final Agenda agenda;
    private final Stores stores;
    private final Signature signature;
    private boolean noRoom;

    public CrusoeService(RehearsalClock clock, CrusoeSetup setup) {
        agenda = new Agenda(clock);
        Capacity capacity =
                (type, location) -> noRoom ? 0 : setup.capacity().quantity(type, location);
        stores =
                new Stores(
                        agenda,
                        Catalogue.demo(capacity),
                        setup.speed(),
                        new Organisation(Words.id("organisation"), "Northern Lights Research"),
                        InfinibandNetwork.demo());
        signature = new Signature(stores.tokens());
        stores.tokens()
                .add(
                        new Token(
                                setup.accessKey(),
                                setup.secretKey(),
                                "pilothouse",
                                agenda.time().minus(Duration.ofDays(30)),
                                agenda.time().plus(Duration.ofDays(335)),
                                Optional.empty()));
        setup.seed().plant(stores);
    }

    /// `METHOD path` of every operation there is.
    public List<String> operations() {
        return stores.table().all();
    }

    /// @throws CrusoeError if the request is not signed as it must be
    synchronized void check(WireRequest request) {
        agenda.settle();
        stores.tokens().used(signature.check(request, agenda.time()));
    }

    /// Runs an operation.
    ///
    /// @param path with the API version, escaped; without the query
    /// @param query without the question mark
    /// @param body reads the request's body, or throws the refusal
    /// @throws CrusoeError if it is refused
    public synchronized WireAnswer run(
            String method, String path, String query, Supplier<Json> body) {
        agenda.settle();
        return switch (stores.table().find(method, path)) {
            case Match.Found<Function<Call, WireAnswer>>(var operation, var escaped) -> {
                var values = unescaped(escaped);
                var call = new Call(values, Query.parse(query), body);
                if (path.contains("/projects/") && values.containsKey("project_id")) {
                    stores.projects().check(call.project());
                }
                yield operation.apply(call);
            }
            case Match.WrongMethod<Function<Call, WireAnswer>> _ ->
                    throw CrusoeError.wrongMethod(method);
            case Match.Unknown<Function<Call, WireAnswer>> _ ->
                    throw CrusoeError.notFound("There is nothing at this path.");
        };
    }

    /// Runs an operation as if there were no capacity anywhere.
    synchronized WireAnswer runWithoutRoom(
            String method, String path, String query, Supplier<Json> body) {
        noRoom = true;
        try {
            return run(method, path, query, body);
        } finally {
            noRoom = false;
        }
    }

    /// Changes the state behind the client's back.
    public synchronized void behind(Consumer<Stores> change) {
        agenda.settle();
        change.accept(stores);
    }

    private static Map<String, String> unescaped(Map<String, String> values) {
        var all = new LinkedHashMap<String, String>();
        values.forEach(
                (name, value) ->
                        all.put(
                                name,
                                // a plus stands for itself in a path
                                URLDecoder.decode(
                                        value.replace("+", "%2B"), StandardCharsets.UTF_8)));
        return all;
    }
}
