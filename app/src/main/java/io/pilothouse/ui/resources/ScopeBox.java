package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Chooses the scope (a project) whose rows alone are shown, where there is more than one. What is chosen holds for every
/// screen, and over a start.
final class ScopeBox {
    private final ResourcesViewModel model;
    private final Preferences preferences;

    /// So much of a name is read before the filter beside it gives way, px: what all of them are called is whole.
    private static final double LEAST = 126;

    private final ComboBox<Optional<Scope>> box = new ComboBox<>();
    private boolean drawing;

    ScopeBox(ResourcesViewModel model, Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
        box.setMinWidth(LEAST);
        box.setAccessibleText(Words.of("filter.scope"));
        var tip = new Tooltip();
        tip.textProperty().bind(box.valueProperty().map(this::words)); // a long name has no room
        box.setTooltip(tip);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    @SuppressWarnings("NullableOptional") // so the box asks before its first choice
                    public String toString(@Nullable Optional<Scope> scope) {
                        return scope == null ? "" : words(scope);
                    }

                    @Override
                    public Optional<Scope> fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        box.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!drawing && now != null) {
                                choose(now);
                            }
                        });
        model.scopesProperty().subscribe(_ -> show());
        model.scopeProperty().subscribe(_ -> draw());
    }

    ComboBox<Optional<Scope>> node() {
        return box;
    }

    /// Takes what was chosen on another screen.
    void show() {
        model.showScope(preferences.now().scope());
        draw();
    }

    /// Shows the scope in which a row is.
    void showThatOf(Row row) {
        choose(model.scopesProperty().get().stream().filter(s -> s.holds(row)).findFirst());
    }

    /// Shows the rows of every scope again.
    void showAll() {
        choose(Optional.empty());
    }

    /// What is shown then, as it is offered: `All projects`.
    String allWords() {
        return words(Optional.empty());
    }

    private void choose(Optional<Scope> scope) {
        preferences.change(p -> p.withScope(scope.map(Scope::key)));
        model.scopeProperty().set(scope);
    }

    private void draw() {
        drawing = true;
        var all = model.scopesProperty().get();
        Nodes.present(box, all.size() > 1);
        var items = new java.util.ArrayList<Optional<Scope>>(List.of(Optional.empty()));
        all.forEach(s -> items.add(Optional.of(s)));
        if (!items.equals(box.getItems())) {
            box.getItems().setAll(items);
        }
        box.setValue(model.scopeProperty().get());
        drawing = false;
    }

    private String words(Optional<Scope> scope) {
        if (scope.isEmpty()) {
            var all = model.scopesProperty().get();
            return all.isEmpty()
                    ? ""
                    : Words.of(
                            "filter.scope.all",
                            Words.inSentence(
                                    Words.of(
                                            "type." + all.getFirst().resource().type() + ".many")));
        }
        var name = Formats.oneLine(scope.get().resource().name());
        boolean several =
                model.scopesProperty().get().stream().map(Scope::account).distinct().count() > 1;
        return several ? Formats.oneLine(scope.get().accountName()) + " · " + name : name;
    }
}
