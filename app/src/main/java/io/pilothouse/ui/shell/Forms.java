package io.pilothouse.ui.shell;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.kit.act.ActionDesk.Answered;
import io.pilothouse.ui.kit.act.Offer;

import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Makes the dialog in which an action's form is filled in; `app` says which look a form has.
@FunctionalInterface
public interface Forms {
    Open open(
            List<Offer> offers,
            Json kept,
            Optional<String> refusal,
            Answered then,
            Runnable cancel);

    /// @param focus puts the focus where filling in begins
    /// @param closed told when it has gone from the screen
    /// @param mayClose asked by Esc; false where it says what would be lost
    record Open(Region view, Runnable focus, Runnable closed, BooleanSupplier mayClose) {}
}
