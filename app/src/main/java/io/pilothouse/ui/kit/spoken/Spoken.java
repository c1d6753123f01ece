package io.pilothouse.ui.kit.spoken;

import javafx.scene.control.IndexedCell;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Words for what is drawn.
public final class Spoken {
    private Spoken() {}

    /// What a cell says: its own accessible text, else what stands in it; empty when it says nothing.
    public static String of(IndexedCell<?> cell) {
        return Objects.requireNonNullElse(
                cell.getAccessibleText(), Objects.requireNonNullElse(cell.getText(), ""));
    }

    /// Those that are not blank, with commas between them.
    public static String joined(List<String> parts) {
        return parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining(", "));
    }
}
