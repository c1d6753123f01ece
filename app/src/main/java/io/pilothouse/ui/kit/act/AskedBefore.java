package io.pilothouse.ui.kit.act;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command;

import java.util.LinkedHashMap;
import java.util.List;

/// What a command was answered, as far as it is still known after a restart.
public final class AskedBefore {
    private AskedBefore() {}

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
