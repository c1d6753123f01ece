package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.catalog.Room;

import java.util.List;

/// Gives a VM another type. One that runs is stopped for it and started again, each when the operation before it has
/// ended; when the update fails it stays stopped, as it is then.
final class TypeChange {
    private TypeChange() {}

    static List<Step> plan(Ask ask) {
        var vm = ask.target();
        var type = ask.answers().word("type");
        var update =
                Operations.change(
                        Collection.VMS,
                        vm,
                        Json.obj("action", "UPDATE", "type", type),
                        now -> now.word("type").equals(type));
        return vm.status().phase() == Phase.STOPPED
                ? List.of(update)
                : List.of(
                        Power.stop(vm).label(vm.name() + ": STOP"),
                        update.label(vm.name() + ": UPDATE"),
                        Power.start(vm).label(vm.name() + ": START"));
    }

    /// Types with room where the VM is; its own is left out.
    static Form form(List<Resource> rows, Inventory now) {
        var vm = rows.getFirst();
        var own = vm.get(Facts.TYPE).orElse("");
        var location = vm.get(Facts.REGION).orElse("");
        return Form.of(
                Field.of(
                        "type",
                        Input.Choose.one(
                                new Choices(
                                        Room.SOURCES,
                                        (_, known) ->
                                                Room.types(location, known).stream()
                                                        .filter(c -> !c.value().equals(own))
                                                        .toList()))));
    }
}
