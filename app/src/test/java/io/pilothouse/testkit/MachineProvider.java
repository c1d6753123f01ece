package io.pilothouse.testkit;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.cloud.Action.Target;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Machines that can be restarted, locked with a password and killed; disks and tokens that can only be seen.
final class MachineProvider implements PlainProvider {
    static final String MACHINE = "machine";
    static final String DISK = "disk";
    static final String TOKEN = "token";
    static final Set<String> TYPES = Set.of(MACHINE, DISK, TOKEN);

    private static final Form LOCK =
            Form.of(
                    Field.of("user", new Input.Line("", 40)),
                    Field.of("password", new Input.Hidden()),
                    Field.of("note", new Input.Hidden()).optional());

    private final Function<String, List<Resource>> rows;

    /// @param rows of a type, as they are when a list is answered
    MachineProvider(Function<String, List<Resource>> rows) {
        this.rows = rows;
    }

    @Override
    public String id() {
        return "machines";
    }

    @Override
    public Cloud cloud(Map<String, Json> discovered, Json options) {
        return Cloud.of(
                type(
                        MACHINE,
                        Kind.INSTANCE,
                        each(Effect.CHANGE, "restart"),
                        each(Effect.CHANGE, "lock").asks(LOCK),
                        each(Effect.DESTROY, "kill")),
                type(DISK, Kind.VOLUME),
                type(TOKEN, Kind.TOKEN));
    }

    private ResourceType type(String id, Kind kind, Action... actions) {
        return ResourceType.of(
                id,
                kind,
                _ ->
                        ApiCall.read(Request.get("/" + id))
                                .as(_ -> new Page(rows.apply(id), Optional.empty())),
                actions);
    }

    /// A call for each machine.
    private static Action each(Effect effect, String verb) {
        return Action.on(
                Target.ROWS,
                "machine." + verb,
                effect,
                ask ->
                        ask.targets().stream()
                                .map(
                                        t ->
                                                Step.of(
                                                                ApiCall.write(
                                                                        Request.of(
                                                                                        "POST",
                                                                                        "/machine/{id}/"
                                                                                                + verb,
                                                                                        t.id())
                                                                                .json(
                                                                                        ask
                                                                                                .answers())),
                                                                List.of(t))
                                                        .label(ask.answers().word("user")))
                                .toList(),
                MACHINE);
    }
}
