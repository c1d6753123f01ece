package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Operations.Ends;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Starts, stops and resets VMs: a call each.
final class Power {
    private Power() {}

    static List<Step> start(Ask ask) {
        return each(ask, Power::start);
    }

    static List<Step> stop(Ask ask) {
        return each(ask, Power::stop);
    }

    /// No sign: a VM that was reset looks like one that was not.
    static List<Step> reset(Ask ask) {
        return each(
                ask,
                vm ->
                        Operations.step(
                                Operations.on("PATCH", Collection.VMS, vm)
                                        .json(Json.obj("action", "RESET")),
                                List.of(vm),
                                Collection.VMS,
                                vm.scope(),
                                Ends.when(is(Phase.RUNNING))));
    }

    private static List<Step> each(Ask ask, Function<Resource, Step> step) {
        return ask.targets().stream().map(step).toList();
    }

    static Step start(Resource vm) {
        return change(vm, Json.obj("action", "START"), Phase.RUNNING);
    }

    static Step stop(Resource vm) {
        return change(vm, Json.obj("action", "STOP"), Phase.STOPPED);
    }

    private static Step change(Resource vm, Json body, Phase wanted) {
        return Operations.change(Collection.VMS, vm, body, is(wanted));
    }

    private static Predicate<Json> is(Phase phase) {
        return vm -> VmRow.status(vm.word("state")).phase() == phase;
    }

    static Optional<String> offStart(Resource vm) {
        return vm.status().phase() == Phase.RUNNING
                ? Optional.of("off.crusoe.running")
                : offLeaving(vm);
    }

    static Optional<String> offStop(Resource vm) {
        return vm.status().phase() == Phase.STOPPED
                ? Optional.of("off.crusoe.stopped")
                : offLeaving(vm);
    }

    /// What is being deleted takes no other wish.
    static Optional<String> offLeaving(Resource vm) {
        var phase = vm.status().phase();
        return phase == Phase.ENDING || phase == Phase.GONE
                ? Optional.of("off.crusoe.leaving")
                : CrusoeApi.offWithoutId(vm);
    }
}
