package io.pilothouse.ui.kit;

import io.pilothouse.domain.Pin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What fills the middle of the window.
public interface Screen extends AutoCloseable {
    Region view();

    /// What stands beside the screen, over the whole height: the details of what is chosen, or nothing.
    ReadOnlyObjectProperty<@Nullable Region> sideProperty();

    /// It is on the screen while the pin lives.
    Pin shown();

    /// Some seconds have passed: ages move on.
    void tick();

    /// F5.
    void refresh();

    /// What gets the focus when it is shown.
    Node first();

    /// What else it can do, for the palette.
    default List<Command> commands() {
        return List.of();
    }

    /// Something that a screen can do.
    ///
    /// @param id stays the same, so that the palette can say what was used last
    /// @param text as a menu says it
    record Command(String id, String icon, String text, Runnable run) {}

    @Override
    void close();
}
