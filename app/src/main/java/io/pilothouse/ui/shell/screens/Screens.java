package io.pilothouse.ui.shell.screens;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.act.RowsScreen;
import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.Scene;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The screen in the middle: one a kind and one a place, made when it is shown first, and the trail of those that were
/// visited in this run.
public final class Screens implements AutoCloseable {
    /// Told where a person has come to.
    public interface Visited {
        void at(Kind kind);

        void at(Place place);
    }

    /// What fills the middle, as the trail knows it.
    private sealed interface Stop {
        record OfKind(Kind kind) implements Stop {}

        record OfRow(Kind kind, Row.Key row) implements Stop {}

        record OfPlace(Place place) implements Stop {}
    }

    private final Function<Kind, Screen> make;
    private final Consumer<Screen> fill;
    private final Visited visited;
    private final Map<Kind, Screen> kinds = new EnumMap<>(Kind.class);
    private final Map<Place, Screen> places = new LinkedHashMap<>();
    private final Trail<Stop> trail = new Trail<>();
    private Optional<Screen> current = Optional.empty();
    private Pin shown = () -> {};

    /// @param make makes the screen of a kind, once
    /// @param fill puts a screen into the middle of the window
    public Screens(Function<Kind, Screen> make, Consumer<Screen> fill, Visited visited) {
        this.make = make;
        this.fill = fill;
        this.visited = visited;
    }

    /// The one in the middle; empty before the first.
    public Optional<Screen> current() {
        return current;
    }

    /// The one in the middle, where it has rows.
    public Optional<RowsScreen> rows() {
        return current.filter(RowsScreen.class::isInstance).map(RowsScreen.class::cast);
    }

    public void go(Kind kind) {
        go(new Stop.OfKind(kind));
    }

    public void go(Place place) {
        go(new Stop.OfPlace(place));
    }

    /// Shows the screen of a kind with this row chosen, its details open. Going back leads to the row that was chosen.
    public void reveal(Kind kind, Row.Key row) {
        rows().flatMap(RowsScreen::chosen)
                .ifPresent(
                        from ->
                                trail.here()
                                        .flatMap(Screens::kind)
                                        .ifPresent(k -> trail.moved(new Stop.OfRow(k, from))));
        go(new Stop.OfRow(kind, row));
    }

    /// Goes back (-1) or forward (1) through the screens that were visited in this run.
    public void goAlong(int by) {
        (by < 0 ? trail.back() : trail.forward()).ifPresent(this::show);
    }

    public boolean canGo(int by) {
        return by < 0 ? trail.canGoBack() : trail.canGoForward();
    }

    private static Optional<Kind> kind(Stop stop) {
        return switch (stop) {
            case Stop.OfKind(var kind) -> Optional.of(kind);
            case Stop.OfRow(var kind, _) -> Optional.of(kind);
            case Stop.OfPlace _ -> Optional.empty();
        };
    }

    private void go(Stop stop) {
        trail.visit(stop);
        show(stop);
    }

    private void show(Stop stop) {
        switch (stop) {
            case Stop.OfKind(var kind) -> show(kind);
            case Stop.OfRow(var kind, var row) -> {
                show(kind);
                rows().ifPresent(rows -> rows.reveal(row));
            }
            case Stop.OfPlace(var place) -> {
                visited.at(place);
                show(places.computeIfAbsent(place, p -> p.screen().get()));
            }
        }
    }

    private void show(Kind kind) {
        visited.at(kind);
        show(kinds.computeIfAbsent(kind, make));
    }

    private void show(Screen next) {
        shown.close();
        current = Optional.of(next);
        fill.accept(next);
        shown = next.shown();
        next.tick();
        next.first().requestFocus();
    }

    /// The one in the middle can be seen from the next picture on, and then has the focus, also where it was gone to
    /// before. Until then it may stand in no scene: what is split comes into it with its look.
    public void seenIn(Scene scene) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        current.ifPresent(screen -> screen.first().requestFocus());
                    }
                });
    }

    @Override
    public void close() {
        shown.close();
        kinds.values().forEach(Screen::close);
        places.values().forEach(Screen::close);
    }
}
