package io.pilothouse.cloud;

import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// One call of a plan. It has ended when its follow has ended and its sign, if it has one, is seen. The next step
/// starts when this one has ended its follow.
///
/// @param label what it is for, in a plan and a bulk's list of items: a name, an id; in a chain with the API's own word
///     for what the step does behind it (`train-1: STOP`), whose words are `step.<word>`
/// @param targets the rows it is for
/// @param reached ids of the rows that the answer says were reached, where one call for many may succeed in part
/// @param refusal a 2xx answer that is a refusal all the same (validation errors), in the service's words
/// @param sign from the answer (absent when the outcome is unknown) and the rows read back: has it happened?
public record Step(
        ApiCall<Json> call,
        String label,
        List<Resource> targets,
        Function<Json, List<String>> reached,
        Function<Json, Optional<String>> refusal,
        Follow follow,
        Optional<BiPredicate<Json, Inventory>> sign) {

    public sealed interface Follow {
        record Nothing() implements Follow {}

        /// @param call from the answer, the call that tells how far it is; empty when the answer itself was the end
        /// @param lost from the answer, what is asked instead when the service no longer tells of the operation (403 or
        ///     404); empty when nothing can be: then its sign is looked for
        record Poll(
                Function<Json, Optional<ApiCall<Progress>>> call,
                Function<Json, Optional<Lost>> lost)
                implements Follow {
            public Poll(Function<Json, Optional<ApiCall<Progress>>> call) {
                this(call, _ -> Optional.empty());
            }

            public Poll orElse(Function<Json, Optional<Lost>> instead) {
                return new Poll(call, instead);
            }
        }
    }

    /// How a step is followed whose operation is lost: by the resource itself.
    ///
    /// @param read reads the resource and says what its state means for the step
    /// @param missing what it means that the resource is not there: the end of a deletion; empty when that says nothing
    public record Lost(ApiCall<Progress> read, Optional<Progress> missing) {}

    public sealed interface Progress {
        record Running(String note) implements Progress {}

        /// @param took how long it took, where the service tells; empty where it does not
        record Ended(Json result, Optional<Duration> took) implements Progress {
            public Ended(Json result) {
                this(result, Optional.empty());
            }
        }

        record Failed(Refusal refusal) implements Progress {}
    }

    /// A call for these rows, which reaches all of them when it is answered with a 2xx.
    public static Step of(ApiCall<Json> call, List<Resource> targets) {
        var label = String.join(", ", targets.stream().map(Resource::name).toList());
        return new Step(
                call,
                label,
                targets,
                _ -> targets.stream().map(Resource::id).toList(),
                _ -> Optional.empty(),
                new Follow.Nothing(),
                Optional.empty());
    }

    public Step label(String text) {
        return new Step(call, text, targets, reached, refusal, follow, sign);
    }

    public Step reached(Function<Json, List<String>> ids) {
        return new Step(call, label, targets, ids, refusal, follow, sign);
    }

    public Step refusedIf(Function<Json, Optional<String>> why) {
        return new Step(call, label, targets, reached, why, follow, sign);
    }

    public Step follow(Follow how) {
        return new Step(call, label, targets, reached, refusal, how, sign);
    }

    public Step sign(BiPredicate<Json, Inventory> seen) {
        return new Step(call, label, targets, reached, refusal, follow, Optional.of(seen));
    }
}
