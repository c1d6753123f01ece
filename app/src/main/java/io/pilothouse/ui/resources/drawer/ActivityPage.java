package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.resources.drawer.RowActivity.Entry;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What this home did to the chosen row and what was seen of it, newest first. The history is read off the FX thread;
/// while another row's is read, nothing of the one before is shown.
final class ActivityPage implements Page {
    private static final double TIMES = 104;

    private final Workbench bench;
    private final GridPane lines = Nodes.styled(new GridPane(), Css.FACTS);
    private final Label none = Nodes.wrapped("", Css.MUTED);
    private final ScrollPane view;
    private final Redraw redraw;
    private List<Entry> drawn = List.of();
    private List<Seen> seen = List.of();
    private @Nullable Row row;

    ActivityPage(Workbench bench) {
        this.bench = bench;
        redraw = new Redraw(bench.fx(), this::draw);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        lines.getColumnConstraints().setAll(new ColumnConstraints(TIMES), words);
        view = new ScrollPane(Nodes.styled(new VBox(none, lines), Css.SECTION, Css.LAST));
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setAccessibleText(Words.of("drawer.activity"));
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(Row newest) {
        if (newest != row) {
            seen = List.of();
            view.setVvalue(0);
        }
        row = newest;
        redraw.begin(tell -> bench.commands().observe(_ -> tell.run()));
        draw();
        read();
    }

    @Override
    public void hide() {
        redraw.end();
    }

    @Override
    public void tick() {
        if (row != null) {
            read();
        }
    }

    private void read() {
        var of = row;
        if (of != null) {
            bench.timeline().start("row-activity", () -> read(of));
        }
    }

    private void read(Row of) {
        try {
            var changes =
                    bench.transitions()
                            .of(of.account().id(), of.resource().ref(), RowActivity.MOST);
            bench.fx().execute(() -> take(of, changes, Words.of("changes.none")));
        } catch (HistoryException e) {
            var why = Formats.oneLine(String.valueOf(e.getMessage()));
            bench.fx().execute(() -> take(of, List.of(), Words.of("changes.unread", why)));
        }
    }

    private void take(Row of, List<Seen> changes, String otherwise) {
        if (of == row) {
            seen = changes;
            none.setText(otherwise);
            draw();
        }
    }

    private void draw() {
        if (row == null) {
            return;
        }
        var now =
                RowActivity.of(
                        row.account().id(),
                        row.resource().ref(),
                        bench.commands().all(),
                        seen,
                        steady(row));
        Nodes.present(none, now.isEmpty());
        if (!now.equals(drawn)) {
            drawn = now;
            lines.getChildren().clear();
            for (int i = 0; i < now.size(); i++) {
                lines.addRow(i, time(now.get(i).at()), words(now.get(i)));
            }
        }
    }

    /// As the rows of its type stand just now.
    private Set<String> steady(Row of) {
        return bench.store().inventory(of.account().id()).of(of.resource().type()).stream()
                .map(Resource::status)
                .filter(s -> !s.phase().inTransition())
                .map(Status::word)
                .collect(Collectors.toSet());
    }

    private Node time(Instant at) {
        var zone = ZoneId.systemDefault();
        boolean today =
                LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(bench.now(), zone));
        var label =
                Nodes.label(
                        today ? Words.of("time.today", Formats.time(at)) : Formats.day(at),
                        Css.FACT_NAME);
        label.setTooltip(new Tooltip(Formats.exact(at)));
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Node words(Entry entry) {
        var words = Nodes.wrapped(entry.words());
        var line = Nodes.styled(new FlowPane(8, 0, words), Css.ENTRY);
        if (!entry.note().isEmpty()) {
            line.getChildren()
                    .add(Nodes.label(entry.note(), entry.bad() ? Css.BAD : Css.MUTED, Css.SMALL));
        }
        if (entry.elsewhere()) {
            var tag = Nodes.label(Words.of("changes.elsewhere"), Css.WARN, Css.SMALL);
            tag.setTooltip(new Tooltip(Words.of("changes.elsewhere.tip")));
            line.getChildren().add(tag);
        }
        return line;
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(view);
    }
}
