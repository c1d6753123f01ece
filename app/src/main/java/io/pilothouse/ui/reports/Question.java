package io.pilothouse.ui.reports;

import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.util.List;
import java.util.stream.Collectors;

/// What a report was asked, in one line: a single value as it is, of several how many.
final class Question {
    private Question() {}

    /// @param values none where nothing was filled in
    record Part(String label, List<String> values) {}

    static String words(FormViewModel form) {
        return words(
                form.fields().stream()
                        .filter(f -> f.visibleProperty().get())
                        .map(f -> new Part(label(f.name()), f.value().texts()))
                        .toList());
    }

    /// `Projects 2 · Region us-east1 · From 2026-10-23`
    static String words(List<Part> parts) {
        return parts.stream()
                .filter(p -> !p.values().isEmpty())
                .map(p -> p.label() + " " + value(p.values()))
                .collect(Collectors.joining(" · "));
    }

    private static String value(List<String> values) {
        return values.size() == 1
                ? Formats.oneLine(values.getFirst())
                : String.valueOf(values.size());
    }

    private static String label(String name) {
        var key = "field." + name;
        return Words.has(key) ? Words.of(key) : name;
    }
}
