package io.pilothouse.ui.kit;

import io.pilothouse.domain.Pin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

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

    @Override
    void close();
}
