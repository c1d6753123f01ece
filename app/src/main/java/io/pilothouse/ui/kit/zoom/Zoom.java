package io.pilothouse.ui.kit.zoom;

import io.pilothouse.settings.Settings;
import io.pilothouse.ui.kit.Preferences;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.util.List;

/// The zoom of the window in percent, kept in the preferences. Touched on the FX thread only.
public final class Zoom {
    /// What the keys go through.
    public static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    /// The size of the window in which all of it has room at 100 %, px.
    static final double LEAST_WIDTH = 940;

    static final double LEAST_HEIGHT = 580;

    private final Preferences preferences;
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper();

    public Zoom(Preferences preferences) {
        this.preferences = preferences;
        percent.set(preferences.now().zoom());
    }

    /// What was chosen, 80 to 200.
    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    public boolean canGrow() {
        return percent.get() < Settings.MOST_ZOOM;
    }

    public boolean canShrink() {
        return percent.get() > Settings.LEAST_ZOOM;
    }

    /// To the next larger step.
    public void grow() {
        STEPS.stream().filter(s -> s > percent.get()).findFirst().ifPresent(this::choose);
    }

    /// To the next smaller step.
    public void shrink() {
        STEPS.reversed().stream()
                .filter(s -> s < percent.get())
                .findFirst()
                .ifPresent(this::choose);
    }

    public void reset() {
        choose(Settings.DEFAULT.zoom());
    }

    /// @param chosen brought into the range
    public void choose(int chosen) {
        preferences.change(p -> p.withZoom(chosen));
        percent.set(preferences.now().zoom());
    }

    /// How many times larger than at 100 % a window of this size is drawn: what was chosen, as far as it leaves room for
    /// everything.
    double factor(double width, double height) {
        double room = Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT);
        return Math.min(percent.get() / 100.0, Math.max(room, Settings.LEAST_ZOOM / 100.0));
    }
}
