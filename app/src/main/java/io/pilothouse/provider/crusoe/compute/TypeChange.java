package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.catalog.Room;

import java.util.List;

/// Gives a VM another type, for which it is stopped.
final class TypeChange {
    private TypeChange() {}

    static List<Step> plan(Ask ask) {
        var vm = ask.target();
        var type = ask.answers().word("type");
        var update = Updates.update(vm, "type", type, now -> now.word("type").equals(type));
        return Updates.whileStopped(vm, update);
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
