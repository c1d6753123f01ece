package io.pilothouse.ui.shell;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The cheat sheet: every key there is, by where it acts, drawn from the list the views go by.
final class KeysDialog {
    private static final int COLUMNS = 3;
    private static final int WORDS = 190;
    private static final int CAPS = 136;
    private static final int BETWEEN = 12;
    private static final int GAP = 28;

    private final VBox view;
    private final Node first;

    KeysDialog(Runnable close) {
        var lists =
                new FlowPane(
                        GAP,
                        GAP,
                        column(Scope.TABLE, Scope.FILTER, Scope.DRAWER, Scope.DIALOG),
                        column(Scope.WINDOW, Scope.PALETTE, Scope.FIRST),
                        column(Scope.BESIDE, Scope.GRID, Scope.COLUMNS, Scope.ACCOUNTS));
        lists.setPrefWrapLength(COLUMNS * (WORDS + CAPS + BETWEEN) + (COLUMNS - 1) * GAP);
        lists.setRowValignment(VPos.TOP);
        var scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Words.of("keys.scroll"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var done = Nodes.button(Words.of("button.close"), "", close, Css.ACCENT);
        done.setDefaultButton(true);
        var head =
                Nodes.styled(
                        new HBox(Nodes.label(Words.of("shortcuts.title"), Css.TITLE)),
                        Css.DIALOG_HEAD);
        var body = Nodes.styled(new VBox(scroll), Css.DIALOG_BODY);
        var foot = Nodes.styled(new HBox(Nodes.spring(), done), Css.DIALOG_FOOT);
        view = Nodes.styled(new VBox(head, body, foot), Css.DIALOG);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        view.setMinHeight(0);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        view.addEventFilter(KeyEvent.KEY_PRESSED, e -> scroll(scroll, e));
        first = done;
    }

    /// Where there is no room for all of it, up and down go through it: there is nothing else to go to.
    private static void scroll(ScrollPane scroll, KeyEvent e) {
        double by =
                switch (e.getCode()) {
                    case UP -> -0.1;
                    case DOWN -> 0.1;
                    case PAGE_UP -> -0.5;
                    case PAGE_DOWN -> 0.5;
                    default -> 0;
                };
        if (by != 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
            e.consume();
        }
    }

    private static VBox column(Scope... scopes) {
        var column = new VBox(12);
        for (var scope : scopes) {
            column.getChildren()
                    .add(
                            new VBox(
                                    4,
                                    Nodes.label(Words.of("shortcut.scope." + scope.id()), Css.SEMI),
                                    keys(scope)));
        }
        return column;
    }

    private static GridPane keys(Scope scope) {
        var grid = new GridPane(BETWEEN, 6);
        var words = new ColumnConstraints(WORDS);
        var caps = new ColumnConstraints(CAPS);
        caps.setHalignment(HPos.RIGHT);
        caps.setHgrow(Priority.NEVER);
        grid.getColumnConstraints().setAll(words, caps);
        var byWords =
                Arrays.stream(Shortcut.values())
                        .filter(s -> s.scope() == scope)
                        .collect(
                                Collectors.groupingBy(
                                        Shortcut::id, LinkedHashMap::new, Collectors.toList()));
        byWords.forEach(
                (id, same) ->
                        grid.addRow(
                                grid.getRowCount(),
                                Nodes.label(Words.of("shortcut." + id)),
                                caps(same)));
        return grid;
    }

    private static Node caps(List<Shortcut> same) {
        var caps = new HBox(4);
        caps.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        for (var each : same) {
            var cap = Nodes.label(each.caps(), Css.KBD);
            cap.setMinWidth(Region.USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        return caps;
    }

    Region view() {
        return view;
    }

    Node first() {
        return first;
    }
}
