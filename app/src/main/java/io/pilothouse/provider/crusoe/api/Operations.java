package io.pilothouse.provider.crusoe.api;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Step.Follow;
import io.pilothouse.cloud.Step.Lost;
import io.pilothouse.cloud.Step.Progress;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.reading.Row;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The asynchronous operations by which most changes are answered. An operation is forgotten some time after it has
/// ended, and then the resource itself tells.
public final class Operations {
    private static final String OPERATION = "operation";

    private Operations() {}

    /// A call that begins an operation.
    ///
    /// @param targets the rows it is for; none where it makes one
    public static Step step(
            Request request,
            List<Resource> targets,
            Collection collection,
            String project,
            Ends ends) {
        var step =
                Step.of(ApiCall.write(request), targets)
                        .refusedIf(Operations::refused)
                        .follow(follow(collection, project, ends));
        return targets.isEmpty() ? step.reached(a -> resource(a).stream().toList()) : step;
    }

    /// One that is recognised by its name until the operation has said which id it has.
    public static Step creation(
            Request request,
            List<Resource> targets,
            Collection collection,
            String project,
            String type,
            String name) {
        return step(request, targets, collection, project, Ends.WHEN_THERE)
                .label(name)
                .sign(
                        (answer, now) ->
                                resource(answer)
                                        .map(id -> isThere(type, id, now))
                                        .orElseGet(
                                                () -> CrusoeApi.isNamed(type, project, name, now)));
    }

    private static boolean isThere(String type, String id, Inventory now) {
        return now.of(type).stream().anyMatch(r -> r.id().equals(id));
    }

    /// One call a row, done when the row is in the list no more.
    public static List<Step> deletions(Collection collection, List<Resource> targets) {
        return targets.stream()
                .map(
                        row ->
                                step(
                                                on("DELETE", collection, row),
                                                List.of(row),
                                                collection,
                                                row.scope(),
                                                Ends.WHEN_GONE)
                                        .sign((_, now) -> CrusoeApi.isGone(row, now)))
                .toList();
    }

    /// A change of one row, done when the row is as wanted.
    ///
    /// @param seen is the row, as a list or its own path has it, as wanted?
    public static Step change(
            Collection collection, Resource row, Json body, Predicate<Json> seen) {
        return step(
                        on("PATCH", collection, row).json(body),
                        List.of(row),
                        collection,
                        row.scope(),
                        Ends.when(seen))
                .sign(
                        (_, now) ->
                                CrusoeApi.now(row, now)
                                        .filter(r -> seen.test(r.raw()))
                                        .isPresent());
    }

    /// A request for one row of a collection.
    public static Request on(String method, Collection collection, Resource row) {
        return Request.of(method, collection.one(), row.scope(), row.id());
    }

    /// How the end is told by the resource, when the operation no longer does.
    ///
    /// @param means what the resource as it was read means for the step
    /// @param missing what it means that it is not there
    public record Ends(Function<Json, Progress> means, Optional<Progress> missing) {
        /// When it is there.
        public static final Ends WHEN_THERE = new Ends(Progress.Ended::new, Optional.empty());

        /// Not by one resource: then only the sign tells.
        public static final Ends NOWHERE =
                new Ends(_ -> new Progress.Running(""), Optional.empty());

        /// When it is gone.
        public static final Ends WHEN_GONE =
                new Ends(
                        _ -> new Progress.Running(""),
                        Optional.of(new Progress.Ended(Json.absent())));

        /// When it is as wanted.
        public static Ends when(Predicate<Json> asWanted) {
            return new Ends(
                    json ->
                            asWanted.test(json)
                                    ? new Progress.Ended(json)
                                    : new Progress.Running(""),
                    Optional.empty());
        }
    }

    private static Follow follow(Collection collection, String project, Ends ends) {
        return new Follow.Poll(answer -> poll(collection, project, answer))
                .orElse(answer -> lost(collection, project, answer, ends));
    }

    private static Optional<ApiCall<Progress>> poll(
            Collection collection, String project, Json answer) {
        return answer.text(OPERATION, "operation_id")
                .filter(_ -> answer.text(OPERATION, "state").isPresent())
                .filter(_ -> !(progress(answer.at(OPERATION)) instanceof Progress.Ended))
                .map(id -> Request.get(collection.operation(), project, id))
                .map(request -> ApiCall.read(request).as(Operations::progress));
    }

    private static Optional<Lost> lost(
            Collection collection, String project, Json answer, Ends ends) {
        return resource(answer)
                .filter(_ -> !ends.equals(Ends.NOWHERE))
                .map(
                        id ->
                                new Lost(
                                        ApiCall.read(Request.get(collection.one(), project, id))
                                                .as(json -> ends.means().apply(json)),
                                        ends.missing()));
    }

    /// Id of the resource, which an operation says at once, even of one that is only being made.
    public static Optional<String> resource(Json answer) {
        return answer.text(OPERATION, "metadata", "id");
    }

    private static Optional<String> refused(Json answer) {
        return answer.text(OPERATION, "state").filter("FAILED"::equals).isPresent()
                ? Optional.of(failure(answer.at(OPERATION)).message())
                : Optional.empty();
    }

    /// A state that is not known is taken for one on the way.
    ///
    /// @throws IllegalArgumentException when there is no state at all
    static Progress progress(Json operation) {
        var state =
                operation
                        .text("state")
                        .orElseThrow(() -> new IllegalArgumentException("no readable state"));
        return switch (state) {
            case "SUCCEEDED" -> new Progress.Ended(operation.at("result"), took(operation));
            case "FAILED" -> new Progress.Failed(failure(operation));
            case "IN_PROGRESS" -> new Progress.Running(""); // that it goes on is said already
            default -> new Progress.Running(state);
        };
    }

    /// Empty where one of its times is missing, unreadable, or before the other.
    private static Optional<Duration> took(Json operation) {
        var row = new Row(operation);
        return row.time("started_at")
                .flatMap(from -> row.time("completed_at").map(to -> Duration.between(from, to)))
                .filter(span -> !span.isNegative());
    }

    /// `out_of_stock` as `Out of stock`.
    private static String words(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('_', ' ');
    }

    /// Why it failed; a code stands for words where there are none.
    public static Refusal failure(Json operation) {
        var said = Refusals.of(operation.at("result"));
        if (!said.message().isEmpty()) {
            return said;
        }
        return new Refusal(said.code(), said.code().isEmpty() ? "Failed" : words(said.code()), "");
    }
}
