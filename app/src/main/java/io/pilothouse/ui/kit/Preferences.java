package io.pilothouse.ui.kit;

import io.pilothouse.settings.Settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// How a person likes the window, as it is now. Read before the window shows, changed as things are dragged and chosen.
/// Touched on the FX thread only.
public final class Preferences {
    private final Consumer<Settings> changed;
    private Settings now;

    /// @param changed told each time something is other than before
    public Preferences(Settings first, Consumer<Settings> changed) {
        this.now = first;
        this.changed = changed;
    }

    /// The program's own, kept by nobody.
    public static Preferences unkept() {
        return new Preferences(Settings.DEFAULT, _ -> {});
    }

    public Settings now() {
        return now;
    }

    public void change(UnaryOperator<Settings> how) {
        var next = how.apply(now);
        if (!next.equals(now)) {
            now = next;
            changed.accept(next);
        }
    }
}
