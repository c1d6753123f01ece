package io.pilothouse.ui.kit;

import io.pilothouse.domain.Pin;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What fills the middle of the window.
public interface Screen extends AutoCloseable {
    Region view();

    /// What stands beside the screen, over the whole height: the details of what is chosen, or nothing.
    default ReadOnlyObjectProperty<@Nullable Region> sideProperty() {
        return new ReadOnlyObjectWrapper<@Nullable Region>().getReadOnlyProperty();
    }

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

    /// What a screen shows, without its look.
    interface Model extends AutoCloseable {
        /// As [Screen#shown].
        default Pin shown() {
            return () -> {};
        }

        /// As [Screen#tick].
        default void tick() {}

        /// As [Screen#refresh].
        default void refresh() {}

        @Override
        void close();
    }

    /// A screen that hands on to its model all that is no matter of its look.
    interface Drawn extends Screen {
        Model model();

        @Override
        default Pin shown() {
            return model().shown();
        }

        @Override
        default void tick() {
            model().tick();
        }

        @Override
        default void refresh() {
            model().refresh();
        }

        @Override
        default void close() {
            model().close();
        }
    }
}
