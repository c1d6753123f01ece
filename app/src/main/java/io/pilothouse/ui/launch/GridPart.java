package io.pilothouse.ui.launch;

import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.form.FormView;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The part of the dialog in which type and region are chosen: the filter and the age above the grid, below it what
/// locks a region, with the way out, and what is wrong with the choice.
final class GridPart {
    private final LaunchViewModel model;
    private final Supplier<Instant> now;
    private final Label count = Nodes.label("", Css.FIELD_HINT);
    private final Label age = Nodes.label("", Css.FIELD_HINT, "ph-launch-age");
    private final CellGrid cells;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox notes = Nodes.styled(new VBox(), "ph-launch-notes");
    private final VBox view;

    GridPart(LaunchViewModel model, Supplier<Instant> now) {
        this.model = model;
        this.now = now;
        cells = new CellGrid(model, this::reveal);
        var filter =
                new Segments<>(
                        List.of(false, true),
                        all -> Words.of(all ? "launch.all-types" : "launch.available"),
                        model.allTypesProperty().get(),
                        model.allTypesProperty()::set);
        var title = Nodes.label(Words.of("launch.head"), Css.SEMI);
        var head =
                Nodes.styled(
                        new HBox(title, count, Nodes.spring(), filter.view(), age),
                        "ph-launch-head");
        Nodes.styled(scroll, "ph-launch-scroll").setContent(cells.view());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        view = Nodes.styled(new VBox(head, scroll, notes), "ph-launch-grid-part");
        model.gridProperty().subscribe(_ -> draw());
        model.chosenProperty().subscribe(_ -> draw());
        model.allTypesProperty().subscribe(_ -> draw());
        problems().forEach(f -> f.saidProperty().subscribe(_ -> drawNotes()));
        model.proposal()
                .formProperty()
                .addListener(
                        (_, _, _) -> {
                            problems().forEach(f -> f.saidProperty().subscribe(_ -> drawNotes()));
                            draw();
                        });
    }

    VBox view() {
        return view;
    }

    void focus() {
        cells.focus();
    }

    /// Scrolls to the cell that got the focus by the keys: JavaFX does so after Tab alone.
    private void reveal(Node cell) {
        Nodes.reveal(scroll, cell);
    }

    /// Also when nothing came but the reason why.
    void tick() {
        sayAge();
        sayCapacity();
        drawNotes();
    }

    private void sayCapacity() {
        long some = model.typesWithCapacity();
        count.setText(
                some > 0
                        ? Words.of("launch.capacity", some, model.grid().rows().size())
                        : Words.of(none()));
    }

    private String none() {
        return model.capacityReadAt().isPresent()
                ? "launch.capacity.all-none"
                : model.unread().isPresent() ? "launch.capacity.failed" : "launch.capacity.unread";
    }

    private void sayAge() {
        age.setText(
                model.capacityReadAt()
                        .map(at -> Formats.age(Duration.between(at, now.get())))
                        .orElse(""));
    }

    private void draw() {
        sayCapacity();
        sayAge();
        cells.draw();
        drawNotes();
    }

    private Stream<FieldViewModel> problems() {
        var form = model.proposal().form();
        return Stream.of(LaunchGrid.TYPE, LaunchGrid.REGION).flatMap(n -> form.field(n).stream());
    }

    private void drawNotes() {
        notes.getChildren().clear();
        model.unread().ifPresent(why -> notes.getChildren().add(note(why)));
        model.grid().locks().forEach(lock -> notes.getChildren().add(note(lock)));
        if (model.grid().locks().isEmpty() && model.grid().hasLocked()) {
            notes.getChildren().add(note(Words.of("launch.lock.other")));
        }
        problems()
                .flatMap(f -> f.saidProperty().get().stream())
                .limit(1)
                .forEach(p -> notes.getChildren().add(FormView.problem(p)));
    }

    private HBox note(LaunchGrid.Lock lock) {
        var label = Formats.oneLine(lock.label());
        var words =
                lock.regions().isEmpty()
                        ? Words.of("launch.lock.none", label)
                        : Words.of("launch.lock", label, String.join(", ", lock.regions()));
        var out = Nodes.styled(new Hyperlink(Words.of("launch.lock.remove")), Css.SMALL);
        out.setOnAction(
                _ -> {
                    model.remove(lock);
                    cells.focus();
                });
        var note = note(words);
        note.getChildren().add(out);
        return note;
    }

    private static HBox note(String words) {
        var text = Nodes.label(words, Css.SMALL);
        text.setMinWidth(Region.USE_PREF_SIZE);
        var lock = Nodes.styled(Nodes.icon("lock"), Css.ICON_12);
        return Nodes.styled(new HBox(lock, text), "ph-launch-lock");
    }
}
