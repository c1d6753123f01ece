package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.ui.kit.rows.export.TextFormat.Written;

import javafx.stage.Window;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Writes a file where a person wants it.
@FunctionalInterface
public interface Save {
    /// Asked on the FX thread; makes and writes the text elsewhere.
    ///
    /// @param name that it could have
    /// @param said told on the FX thread in words what became of it; not told when a person wanted none after all
    void file(Window owner, String name, Supplier<Written> text, Consumer<String> said);
}
