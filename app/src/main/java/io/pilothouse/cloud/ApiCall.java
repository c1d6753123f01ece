package io.pilothouse.cloud;

import io.pilothouse.domain.Json;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One call as data: what goes out, which budgets it takes from besides `all`, whether it may be repeated, and how its
/// answer is read. Nothing is sent by making one.
///
/// @param repeatable may be sent again after a failure; said by the provider, never guessed from the method
/// @param decode may throw any RuntimeException for an answer it can't read
public record ApiCall<T>(
        Request request,
        Set<String> budgets,
        boolean repeatable,
        Optional<Instead> instead,
        Function<Answer, T> decode) {
    /// The budget that every call of an account takes from.
    public static final String ALL = "all";

    /// On that HTTP status, which proves that nothing was done, this other request is sent (okeanos: 405).
    public record Instead(int status, Request request) {}

    public static ApiCall<Json> read(Request request) {
        return new ApiCall<>(request, Set.of(), true, Optional.empty(), Answer::json);
    }

    public static ApiCall<Json> write(Request request) {
        return new ApiCall<>(request, Set.of(), false, Optional.empty(), Answer::json);
    }

    /// A read whose answer is a text of that media type, such as `text/csv`, and not JSON.
    public static ApiCall<String> text(Request request, String mediaType) {
        return read(request.header("Accept", mediaType)).as(Json::word);
    }

    public <U> ApiCall<U> as(Function<T, U> then) {
        return new ApiCall<>(request, budgets, repeatable, instead, decode.andThen(then));
    }

    public ApiCall<T> under(String budget) {
        return new ApiCall<>(request, Set.of(budget), repeatable, instead, decode);
    }

    public ApiCall<T> instead(int status, Request other) {
        return new ApiCall<>(
                request, budgets, repeatable, Optional.of(new Instead(status, other)), decode);
    }
}
