package io.pilothouse.ui.kit.act;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.rows.Row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A command that was asked for before, as it can be asked for again.
public final class AskedBefore {
    private AskedBefore() {}

    /// The same action for the same rows; empty while its account is not open or no longer has it.
    public static Optional<Offer> offer(Command command, Connections connections) {
        var asked = command.asked();
        return connections
                .of(asked.account())
                .flatMap(
                        c ->
                                c.cloud()
                                        .action(asked.action())
                                        .map(
                                                action ->
                                                        new Offer(
                                                                c,
                                                                action,
                                                                asked.scope(),
                                                                asked.targets().stream()
                                                                        .map(
                                                                                t ->
                                                                                        Row.fixed(
                                                                                                c
                                                                                                        .account(),
                                                                                                t))
                                                                        .toList(),
                                                                Optional.empty())));
    }

    /// What was answered, without the secrets that are no longer known.
    public static Json known(Command command) {
        return without(command.asked().answers());
    }

    private static Json without(Json json) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                var left = new LinkedHashMap<String, Json>();
                fields.forEach(
                        (name, value) -> {
                            if (!isMask(value)) {
                                left.put(name, without(value));
                            }
                        });
                yield new Json.Obj(left);
            }
            case Json.Arr(var items) ->
                    new Json.Arr(List.copyOf(items.stream().map(AskedBefore::without).toList()));
            default -> json;
        };
    }

    private static boolean isMask(Json json) {
        return json instanceof Json.Text(var text) && text.equals(Secret.MASK);
    }
}
