package io.pilothouse.ui.form.part;

import io.pilothouse.domain.Json;
import io.pilothouse.settings.Preset;
import io.pilothouse.ui.kit.Preferences;

import java.util.LinkedHashMap;
import java.util.List;

/// What a person has kept of the answers to one action.
///
/// @param action its id
public record Presets(Preferences preferences, String action) {
    /// By name, as people count.
    public List<Preset> all() {
        return preferences.now().presets().stream()
                .filter(p -> p.action().equals(action))
                .sorted((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.name(), b.name()))
                .toList();
    }

    /// Keeps answers under a name, in place of those that had it. Secrets are left out.
    public void keep(String name, String account, String scope, Json answers) {
        var preset = new Preset(name.strip(), action, account, scope, open(answers));
        preferences.change(s -> s.withPreset(preset));
    }

    public void forget(Preset preset) {
        preferences.change(s -> s.withoutPreset(preset));
    }

    private static Json open(Json json) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                var left = new LinkedHashMap<String, Json>();
                fields.forEach(
                        (name, value) -> {
                            if (!(value instanceof Json.Hidden)) {
                                left.put(name, open(value));
                            }
                        });
                yield new Json.Obj(left);
            }
            case Json.Arr(var items) ->
                    new Json.Arr(
                            items.stream()
                                    .filter(i -> !(i instanceof Json.Hidden))
                                    .map(Presets::open)
                                    .toList());
            default -> json;
        };
    }
}
