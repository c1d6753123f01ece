package io.pilothouse.provider.crusoe.api;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType.Listing;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What the lists and single rows of this API have in common: `items` around a list, and nothing around one row.
public final class CrusoeApi {
    /// Bounds of what is believed of counts; more is a mistake, and would overflow sums.
    public static final long MOST = 1_000_000_000;

    private CrusoeApi() {}

    /// A list in one page: of all lists only that of the VMs is divided.
    ///
    /// @param template takes the id of the scope, or nothing where the account is the scope
    public static Listing list(String type, String template, Function<Json, Resource> decode) {
        return scope ->
                ApiCall.read(Request.get(template, ids(scope)))
                        .as(answer -> Page.of(type, items(answer), decode));
    }

    /// One row by its id, within the scope of the row that is known.
    ///
    /// @param template takes the id of the scope, if there is one, and of the row
    public static Function<Resource, ApiCall<Resource>> one(
            String template, Function<Json, Resource> decode) {
        return row -> {
            var ids =
                    row.parent()
                            .map(p -> new String[] {p.id(), row.id()})
                            .orElseGet(() -> new String[] {row.id()});
            return ApiCall.read(Request.get(template, ids))
                    .as(answer -> beside(row, decode.apply(object(answer))));
        };
    }

    /// In the scope of a row that is known.
    public static Resource beside(Resource row, Resource read) {
        return new Resource(
                read.ref(),
                row.parent(),
                read.name(),
                read.status(),
                read.facts(),
                read.raw(),
                read.problem());
    }

    private static String[] ids(Optional<Resource> scope) {
        return scope.map(s -> new String[] {s.id()}).orElseGet(() -> new String[0]);
    }

    /// The rows of a list. `null` is an empty one, as Go writes it.
    ///
    /// @throws Misshapen when there is no list: then nothing is known, which is not the same as no rows
    public static List<Json> items(Json answer) {
        if (answer.at("items") instanceof Json.Arr(var items)) {
            return items;
        }
        if (answer.fields().get("items") instanceof Json.Absent) {
            return List.of();
        }
        throw new Misshapen("items", answer.at("items"), Misshapen.Shape.LIST);
    }

    /// @throws Misshapen when there is no object of that name, or (with none) the answer is none
    public static Json object(Json answer, String... path) {
        if (answer.at(path) instanceof Json.Obj object) {
            return object;
        }
        throw new Misshapen(String.join(".", path), answer.at(path), Misshapen.Shape.OBJECT);
    }

    /// A row that goes by another id than the service's own can't be acted on.
    public static Optional<String> offWithoutId(Resource row) {
        return row.raw().word("id").equals(row.id())
                ? Optional.empty()
                : Optional.of("off.crusoe.unreadable");
    }

    /// Not there, or only as what was. A row that can't be read and has no id might be the one: then it is not known.
    public static boolean isGone(Resource row, Inventory now) {
        return now.of(row.type()).stream()
                .filter(r -> r.status().phase() != Phase.GONE)
                .noneMatch(r -> r.id().equals(row.id()) || r.id().startsWith("?"));
    }

    /// The row as it is now, by its id alone.
    public static Optional<Resource> now(Resource row, Inventory known) {
        return known.of(row.type()).stream().filter(r -> r.id().equals(row.id())).findFirst();
    }

    /// Is there a row of that name in the scope?
    public static boolean isNamed(String type, String scope, String name, Inventory known) {
        return known.of(type).stream()
                .anyMatch(
                        r ->
                                r.name().equals(name)
                                        && r.status().phase() != Phase.GONE
                                        && (scope.isEmpty() || r.scope().equals(scope)));
    }

    /// A name that is taken would make a creation of unknown outcome look done.
    ///
    /// @param field under which the name is asked
    public static List<Problem> nameTaken(
            String type, String field, Json answers, Inventory known) {
        var name = answers.word(field);
        return isNamed(type, "", name, known)
                ? List.of(Problem.of(field, "problem.crusoe.name-taken", name))
                : List.of();
    }

    /// A creation that is answered at once with what was made.
    public static Step creation(Request request, String type, String project, String name) {
        return creation(request, "", type, project, name);
    }

    /// The same with an envelope around what was made.
    public static Step creation(
            Request request, String envelope, String type, String project, String name) {
        var call = ApiCall.write(request);
        return Step.of(
                        envelope.isEmpty() ? call : call.as(answer -> answer.at(envelope)),
                        List.of())
                .label(name)
                .reached(made -> made.texts("id"))
                .sign(answeredOr((_, now) -> isNamed(type, project, name, now)));
    }

    /// A deletion a row, which is named in the query.
    public static List<Step> deletionsBy(String path, String query, List<Resource> targets) {
        return targets.stream()
                .map(
                        row ->
                                Step.of(
                                                ApiCall.write(
                                                        Request.of("DELETE", path)
                                                                .query(
                                                                        query,
                                                                        Optional.of(row.id()))),
                                                List.of(row))
                                        .sign((_, now) -> isGone(row, now)))
                .toList();
    }

    /// One call a row, answered at once; done when the row is in the list no more.
    ///
    /// @param template takes the id of the scope and of the row
    public static List<Step> deletions(String template, List<Resource> targets) {
        return targets.stream()
                .map(
                        row ->
                                Step.of(
                                                ApiCall.write(
                                                        Request.of(
                                                                "DELETE",
                                                                template,
                                                                row.scope(),
                                                                row.id())),
                                                List.of(row))
                                        .sign((_, now) -> isGone(row, now)))
                .toList();
    }

    /// A sign for a row that was given another name.
    public static BiPredicate<Json, Inventory> named(Resource row, String name) {
        return answeredOr((_, now) -> now(row, now).filter(r -> r.name().equals(name)).isPresent());
    }

    /// A sign for what the answer itself proves; without an answer the rows have to show it.
    public static BiPredicate<Json, Inventory> answeredOr(BiPredicate<Json, Inventory> seen) {
        return (answer, now) -> !answer.isAbsent() || seen.test(answer, now);
    }
}
