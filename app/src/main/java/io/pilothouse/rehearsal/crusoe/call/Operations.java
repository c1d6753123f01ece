package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.domain.Json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The asynchronous operations: begun, followed, forgotten.
public final class Operations {
    /// A kind of resource with operations of its own. Only the word `vm` is attested.
    public enum Family {
        VM,
        DISK,
        SNAPSHOT,
        VPC_FIREWALL_RULE,
        VPC_NETWORK,
        VPC_SUBNET,
        LOAD_BALANCER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How an operation ended.
    ///
    /// @param result the resource, or `{code, message}`
    public record Outcome(boolean success, Json result) {
        public static Outcome success(Json resource) {
            return new Outcome(true, resource);
        }

        public static Outcome failure(String code, String message) {
            return new Outcome(false, Json.obj("code", code, "message", message));
        }
    }

    private record Operation(
            String id,
            Family family,
            String project,
            String name,
            String resource,
            Instant started,
            Optional<Instant> completed,
            Optional<Outcome> outcome,
            boolean queried) {
        Operation ended(Instant at, Outcome how) {
            return new Operation(
                    id,
                    family,
                    project,
                    name,
                    resource,
                    started,
                    Optional.of(at),
                    Optional.of(how),
                    false);
        }

        Operation read() {
            return new Operation(
                    id,
                    family,
                    project,
                    name,
                    resource,
                    started,
                    completed,
                    outcome,
                    completed.isPresent());
        }

        String state() {
            return outcome.map(o -> o.success ? "SUCCEEDED" : "FAILED").orElse("IN_PROGRESS");
        }

        /// What is not there yet is null or empty, as clients have seen it.
        Json json() {
            var metadata = new LinkedHashMap<String, Json>();
            metadata.put("operation_name", Json.of(name));
            metadata.put("id", Json.of(resource));
            metadata.put("type", Json.of(family.word()));
            metadata.put("request", Json.absent());
            var fields = new LinkedHashMap<String, Json>();
            fields.put("operation_id", Json.of(id));
            fields.put("state", Json.of(state()));
            fields.put("metadata", new Json.Obj(metadata));
            fields.put("result", outcome.map(Outcome::result).orElse(Json.absent()));
            fields.put("started_at", Json.of(started.toString()));
            fields.put("completed_at", Json.of(completed.map(Instant::toString).orElse("")));
            return new Json.Obj(fields);
        }
    }

    private static final Set<String> STATES = Set.of("IN_PROGRESS", "SUCCEEDED", "FAILED");

    private final Agenda agenda;
    private final Duration kept;
    private final Map<String, Operation> all = new LinkedHashMap<>();

    /// @param kept how long an operation that has ended can be asked for. It does expire; when is an assumption
    public Operations(Agenda agenda, Duration kept) {
        this.agenda = agenda;
        this.kept = kept;
    }

    /// Begins an operation and gives the answer that says so.
    ///
    /// @param name `CREATE` is attested, the others are made like it
    /// @param resource the id of what it is about, also before that exists
    /// @param effect what is done when the time is over
    public Json begin(
            Family family,
            String project,
            String name,
            String resource,
            Duration lasts,
            Supplier<Outcome> effect) {
        var begun = begun(family, project, name, resource);
        all.put(begun.id, begun);
        agenda.after(
                lasts,
                () -> {
                    // Deleting the project, or the account, forgets what was under way there.
                    if (all.containsKey(begun.id)) {
                        end(begun, effect.get());
                    }
                });
        return Json.obj("operation", begun.json());
    }

    /// Begins an operation at whose end the row stands as it is given, and which results in it.
    public <T extends Rows.Row> Json keep(
            Family family,
            String name,
            Duration lasts,
            Rows<T> rows,
            T row,
            Function<T, Json> shown) {
        return begin(
                family,
                row.project(),
                name,
                row.id(),
                lasts,
                () -> {
                    rows.put(row);
                    return Outcome.success(shown.apply(row));
                });
    }

    /// Begins an operation at whose end the row is gone, and which results in what it was. Refused while another one is
    /// under way for it.
    public <T extends Rows.Row> Json remove(
            Family family, Duration lasts, Rows<T> rows, T row, Function<T, Json> shown) {
        needIdle(row.id());
        return begin(
                family,
                row.project(),
                "DELETE",
                row.id(),
                lasts,
                () -> {
                    rows.remove(row.id());
                    return Outcome.success(shown.apply(row));
                });
    }

    /// The answer to what is done at once: an operation that has succeeded already.
    public Json done(Family family, String project, String name, String resource, Json result) {
        var begun = begun(family, project, name, resource);
        end(begun, Outcome.success(result));
        return Json.obj("operation", all.getOrDefault(begun.id, begun).json());
    }

    private Operation begun(Family family, String project, String name, String resource) {
        return new Operation(
                UUID.randomUUID().toString(),
                family,
                project,
                name,
                resource,
                agenda.time(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private void end(Operation operation, Outcome outcome) {
        all.put(operation.id, operation.ended(agenda.time(), outcome));
        agenda.after(kept, () -> all.remove(operation.id));
    }

    /// Whether something is under way about a resource.
    public boolean busy(String resource) {
        return all.values().stream()
                .anyMatch(o -> o.resource.equals(resource) && o.outcome.isEmpty());
    }

    /// @throws CrusoeError if something is under way about a resource: that a second operation is refused is the
    ///     stricter reading
    public void needIdle(String resource) {
        if (busy(resource)) {
            throw CrusoeError.badRequest("Another operation on " + resource + " is in progress.");
        }
    }

    public void forget(String project) {
        all.values().removeIf(o -> o.project.equals(project));
    }

    /// The two operations every collection has that tell of operations.
    public void routes(Table table, Family family, String collection) {
        var path = collection + "/operations";
        table.json("GET", path, call -> list(family, call))
                .json("GET", path + "/{operation_id}", call -> one(family, call));
    }

    /// All that are in flight, and those that have ended and were not asked for since.
    private Json list(Family family, Call call) {
        var states = call.query().texts("state");
        if (!STATES.containsAll(states)) {
            throw CrusoeError.badRequest("state must be one of IN_PROGRESS, SUCCEEDED, FAILED.");
        }
        var resource = call.query().text("resource_id");
        var since = call.query().text("lower_time_bound").map(Operations::time);
        var listed =
                all.values().stream()
                        .filter(o -> o.family == family && o.project.equals(call.project()))
                        .filter(o -> !o.queried)
                        .filter(o -> states.isEmpty() || states.contains(o.state()))
                        .filter(o -> resource.isEmpty() || resource.get().equals(o.resource))
                        .filter(o -> since.isEmpty() || !o.started.isBefore(since.get()))
                        .toList();
        listed.forEach(o -> all.put(o.id, o.read()));
        return Json.obj("items", listed.stream().map(Operation::json).toList());
    }

    private Json one(Family family, Call call) {
        var found = all.get(call.value("operation_id"));
        if (found == null || found.family != family || !found.project.equals(call.project())) {
            throw CrusoeError.unauthorized(
                    "The operation does not exist, is not yours, or has expired.");
        }
        all.put(found.id, found.read());
        return found.json();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw CrusoeError.badRequest("lower_time_bound must be an RFC 3339 time.");
        }
    }
}
