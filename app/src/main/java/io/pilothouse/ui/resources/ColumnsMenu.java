package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A button that opens a menu of all columns, each with a tick while it is shown. The first stays.
final class ColumnsMenu {
    private final ContextMenu menu = new ContextMenu();
    private final Button button;

    ColumnsMenu(TableView<?> table) {
        button =
                Nodes.button(Words.of("button.columns"), "layout-three-columns", () -> open(table));
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    }

    Button node() {
        return button;
    }

    private void open(TableView<?> table) {
        menu.getItems().setAll(table.getColumns().stream().skip(1).map(ColumnsMenu::item).toList());
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static CheckMenuItem item(TableColumn<?, ?> column) {
        var item = new CheckMenuItem(column.getText());
        item.setMnemonicParsing(false);
        item.setSelected(column.isVisible());
        item.setOnAction(_ -> column.setVisible(item.isSelected()));
        return item;
    }
}
