package io.pilothouse.ui.capacity;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import java.util.List;
import java.util.Optional;

/// The answers with which a form is about a type in a region: the two fields of which one offers that type there, and the
/// other that region for it. Found by what they offer, so that no provider's names are needed.
final class Preset {
    private Preset() {}

    /// Empty where the form has no such fields.
    static Optional<Json> of(Form form, Inventory known, String type, String region) {
        var fields =
                form.fields().stream()
                        .filter(f -> f.input() instanceof Input.Choose c && c.max() == 1)
                        .toList();
        for (var first : fields) {
            for (var second : fields) {
                var both = form.initial().with(first.name(), type).with(second.name(), region);
                if (!first.equals(second)
                        && offers(first, type, form.initial().with(second.name(), region), known)
                        && offers(second, region, form.initial().with(first.name(), type), known)) {
                    return Optional.of(both.only(first.name(), second.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean offers(Field field, String value, Json answers, Inventory known) {
        return field.input() instanceof Input.Choose choose
                && field.when().test(answers)
                && choices(choose, answers, known).contains(value);
    }

    private static List<String> choices(Input.Choose choose, Json answers, Inventory known) {
        return choose.from().list().apply(answers, known).stream()
                .filter(c -> c.off().isEmpty())
                .map(c -> c.value())
                .toList();
    }
}
