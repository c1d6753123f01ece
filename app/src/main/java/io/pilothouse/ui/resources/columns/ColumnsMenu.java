package io.pilothouse.ui.resources.columns;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

import java.util.function.BiConsumer;

/// A button that opens the list of all columns. A click, or a key on the chosen line, shows or hides one; other keys
/// move, size and sort, as the mouse does in the header. It stays open for the next.
public final class ColumnsMenu<R> {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 14;

    private final Popup popup = new Popup();
    private final ListView<TableColumn<R, ?>> list = new ListView<>();
    private final ColumnOrder<R> order;
    private final Button button;
    private final VBox root;
    private final Runnable automatic;

    /// @param automatic gives all columns the widths that their cells ask for
    public ColumnsMenu(TableView<R> table, Runnable automatic) {
        this.automatic = automatic;
        order = new ColumnOrder<>(table);
        button = Nodes.button(Words.of("button.columns"), "layout-three-columns", this::open);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleHelp(Words.of("column.help"));
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Words.of("button.columns"));
        list.setCellFactory(_ -> new ColumnCell<>(order, c -> change(c, ColumnOrder::toggle)));
        root = Nodes.styled(new VBox(4, list, automatic(), foot()), Css.COLUMNS);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        popup.getContent().add(root);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_RIGHT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    public Button node() {
        return button;
    }

    /// By keys it is [Shortcut#COLUMN_AUTO]; the keys stay with the list.
    private Button automatic() {
        var made =
                Nodes.button(Words.of("shortcut.column-auto"), "", automatic, Css.LINK, Css.SMALL);
        made.setFocusTraversable(false);
        return made;
    }

    private static VBox foot() {
        return Nodes.styled(
                new VBox(
                        2,
                        keys("column-show", Shortcut.COLUMN_SHOW),
                        keys("column-move", Shortcut.COLUMN_UP, Shortcut.COLUMN_DOWN),
                        keys("column-width", Shortcut.COLUMN_NARROWER, Shortcut.COLUMN_WIDER),
                        keys("column-sort", Shortcut.COLUMN_SORT),
                        keys("column-auto", Shortcut.COLUMN_AUTO)),
                Css.COLUMNS_KEYS);
    }

    private static HBox keys(String id, Shortcut... keys) {
        var words = Nodes.label(Words.of("shortcut." + id), Css.MUTED, Css.SMALL);
        var line = new HBox(4, words, Nodes.spring());
        for (var each : keys) {
            line.getChildren().add(Nodes.label(each.caps(), Css.KBD));
        }
        return line;
    }

    private void open() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(order.all());
        list.setPrefHeight(Math.min(MOST_ROWS, list.getItems().size()) * ROW + 2);
        // a popup is a scene of its own: the theme's classes are the window's
        var classes = button.getScene().getRoot().getStyleClass();
        popup.getScene().getRoot().getStyleClass().setAll(classes);
        var at = button.localToScreen(button.getWidth(), button.getHeight() + 4);
        popup.show(button, at.getX(), at.getY());
        list.getSelectionModel().select(0);
        list.requestFocus();
    }

    private void press(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.TAB) {
            popup.hide();
            e.consume();
            return;
        }
        Shortcut.in(Scope.COLUMNS, e)
                .ifPresent(
                        key -> {
                            press(key);
                            e.consume();
                        });
    }

    private void press(Shortcut key) {
        var column = list.getSelectionModel().getSelectedItem();
        if (column == null) {
            return;
        }
        switch (key) {
            case COLUMN_AUTO -> automatic.run();
            case COLUMN_UP -> change(column, (o, c) -> o.move(c, -1));
            case COLUMN_DOWN -> change(column, (o, c) -> o.move(c, 1));
            case COLUMN_NARROWER -> change(column, (o, c) -> o.widen(c, -1));
            case COLUMN_WIDER -> change(column, (o, c) -> o.widen(c, 1));
            case COLUMN_SORT -> change(column, ColumnOrder::sort);
            default -> change(column, ColumnOrder::toggle);
        }
    }

    private void change(
            TableColumn<R, ?> column, BiConsumer<ColumnOrder<R>, TableColumn<R, ?>> how) {
        how.accept(order, column);
        list.getItems().setAll(order.all());
        list.getSelectionModel().select(column);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS / 2));
    }
}
