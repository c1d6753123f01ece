package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType.Listing;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// What all calls of this API have in common: the path's beginning, and the envelope `data` around each answer.
final class LambdaApi {
    private LambdaApi() {}

    static Request get(String path, String... values) {
        return Request.get("/api/v1" + path, values);
    }

    static Request of(String method, String path, String... values) {
        return Request.of(method, "/api/v1" + path, values);
    }

    /// A call that changes something; its answer is what stands in `data`.
    static ApiCall<Json> write(Request request) {
        return ApiCall.write(request).as(answer -> answer.at("data"));
    }

    /// A list in one page: this API divides none of the lists used here.
    static Listing list(String type, Request request, Function<Json, Resource> decode) {
        return _ -> ApiCall.read(request).as(answer -> Page.of(type, items(answer), decode));
    }

    /// @throws Misshapen when there is no list: then nothing is known, which is not the same as no rows
    static List<Json> items(Json answer) {
        if (answer.at("data") instanceof Json.Arr(var items)) {
            return items;
        }
        throw new Misshapen("data", answer.at("data"), Misshapen.Shape.LIST);
    }

    /// @throws Misshapen when `data` is no object
    static Json object(Json answer) {
        if (answer.at("data") instanceof Json.Obj data) {
            return data;
        }
        throw new Misshapen("data", answer.at("data"), Misshapen.Shape.OBJECT);
    }

    /// A row that goes by another id than the service's own can't be acted on.
    static Optional<String> offWithoutId(Resource row) {
        return row.raw().word("id").equals(row.id())
                ? Optional.empty()
                : Optional.of("off.lambda.unreadable");
    }

    /// One call a row: `DELETE path/{id}`, done when the row is in the list no more.
    static List<Step> deletions(String path, List<Resource> targets) {
        return targets.stream()
                .map(
                        row ->
                                Step.of(write(of("DELETE", path + "/{id}", row.id())), List.of(row))
                                        .sign((_, now) -> isGone(row, now)))
                .toList();
    }

    /// A row that can't be read and has no id might be the one: then it is not known to be gone.
    static boolean isGone(Resource row, Inventory now) {
        return now.of(row.type()).stream()
                .noneMatch(r -> r.id().equals(row.id()) || r.raw().text("id").isEmpty());
    }

    /// Is there a row of this name in this region?
    static boolean isThere(String type, Json wanted, Inventory now) {
        return now.of(type).stream()
                .anyMatch(
                        r ->
                                r.name().equals(wanted.word("name"))
                                        && r.get(Facts.REGION).equals(wanted.text("region")));
    }

    /// A sign for what the answer itself proves; without an answer the rows have to show it.
    static BiPredicate<Json, Inventory> answeredOr(Predicate<Inventory> seen) {
        return (answer, now) -> !answer.isAbsent() || seen.test(now);
    }
}
