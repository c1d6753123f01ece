package io.pilothouse.ui.shell;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
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
    private final VBox view;
    private final Node first;

    KeysDialog(Runnable close) {
        var lists =
                new HBox(
                        32,
                        column(Scope.TABLE, Scope.FILTER, Scope.DRAWER, Scope.DIALOG),
                        column(Scope.WINDOW, Scope.PALETTE));
        var done = Nodes.button(Words.of("button.close"), "", close, Css.ACCENT);
        done.setDefaultButton(true);
        var head =
                Nodes.styled(
                        new HBox(Nodes.label(Words.of("shortcuts.title"), Css.TITLE)),
                        Css.DIALOG_HEAD);
        var body = Nodes.styled(new VBox(lists), Css.DIALOG_BODY);
        var foot = Nodes.styled(new HBox(Nodes.spring(), done), Css.DIALOG_FOOT);
        view = Nodes.styled(new VBox(head, body, foot), Css.DIALOG);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        first = done;
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
        var grid = new GridPane(16, 6);
        var words = new ColumnConstraints(200);
        var caps = new ColumnConstraints(130);
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
