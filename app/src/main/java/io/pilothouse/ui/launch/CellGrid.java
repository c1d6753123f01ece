package io.pilothouse.ui.launch;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.launch.LaunchGrid.Cell;
import io.pilothouse.ui.theme.Css;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Types as rows, regions as columns. One cell at a time takes the focus: arrow keys go on, Space chooses.
final class CellGrid {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int BEFORE_REGIONS = 3;

    /// As many letters as stand in a column's 76 px.
    private static final int ONE_LINE = 12;

    private final LaunchViewModel model;
    private final GridPane view = Nodes.styled(new GridPane(), "ph-launch-grid");
    private List<LaunchGrid.Row> rows = List.of();
    private List<List<HBox>> cells = List.of();
    private int row;
    private int column;
    private final Consumer<Node> entered;

    /// @param entered told which cell got the focus
    CellGrid(LaunchViewModel model, Consumer<Node> entered) {
        this.model = model;
        this.entered = entered;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    GridPane view() {
        return view;
    }

    /// Draws it anew; the focus stays on its type and region.
    void draw() {
        boolean focused = cells.stream().flatMap(List::stream).anyMatch(Node::isFocused);
        var type = row < rows.size() ? rows.get(row).type() : "";
        rows = model.rows();
        view.getChildren().clear();
        constrain();
        head();
        var all = new ArrayList<List<HBox>>();
        for (int r = 0; r < rows.size(); r++) {
            all.add(line(r));
        }
        cells = List.copyOf(all);
        place(type);
        if (focused) {
            focus();
        }
    }

    /// Onto the chosen cell, where nothing was focused before; else onto the first with capacity.
    private void place(String type) {
        column = Math.clamp(column, 0, Math.max(0, model.grid().regions().size() - 1));
        row = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).type().equals(type.isEmpty() ? model.type() : type)) {
                row = r;
            }
        }
        if (type.isEmpty() && model.type().isEmpty()) {
            toCapacity();
        } else if (type.isEmpty()) {
            column = Math.max(0, model.grid().regions().indexOf(model.region()));
        }
        for (int r = 0; r < cells.size(); r++) {
            for (int c = 0; c < cells.get(r).size(); c++) {
                cells.get(r).get(c).setFocusTraversable(r == row && c == column);
            }
        }
    }

    private void toCapacity() {
        for (int r = 0; r < rows.size(); r++) {
            int c = rows.get(r).cells().indexOf(Cell.YES);
            if (c >= 0) {
                row = r;
                column = c;
                return;
            }
        }
    }

    void focus() {
        if (row < cells.size() && column < cells.get(row).size()) {
            cells.get(row).get(column).requestFocus();
            entered.accept(cells.get(row).get(column));
        }
    }

    private void constrain() {
        view.getColumnConstraints().clear();
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var price = new ColumnConstraints();
        price.setHalignment(HPos.RIGHT);
        view.getColumnConstraints().addAll(names, new ColumnConstraints(), price);
        model.grid()
                .regions()
                .forEach(_ -> view.getColumnConstraints().add(new ColumnConstraints()));
    }

    private void head() {
        var titles = List.of("launch.column.type", "launch.column.gpus", "launch.column.price");
        for (int i = 0; i < titles.size(); i++) {
            var title = Nodes.label(Words.of(titles.get(i)), Css.SMALL, Css.MUTED);
            if (i == BEFORE_REGIONS - 1) {
                title.getStyleClass().add("ph-launch-price");
            }
            view.add(title, i, 0);
        }
        var regions = model.grid().regions();
        for (int c = 0; c < regions.size(); c++) {
            var label =
                    Nodes.label(
                            region(Formats.oneLine(regions.get(c))),
                            Css.SMALL,
                            Css.MUTED,
                            "ph-launch-region");
            label.setWrapText(true);
            label.pseudoClassStateChanged(CHOSEN, regions.get(c).equals(model.region()));
            view.add(label, c + BEFORE_REGIONS, 0);
        }
    }

    /// A name too long for its column goes on below after its first hyphen: `asia-` above `northeast-1`.
    private static String region(String name) {
        int at = name.indexOf('-');
        return name.length() > ONE_LINE && at > 0
                ? name.substring(0, at + 1) + "\n" + name.substring(at + 1)
                : name;
    }

    /// `8x H100` is `8 × H100`, as everywhere else.
    private static String note(String words) {
        return words.replaceFirst("^(\\d+)x ", "$1 × ");
    }

    private List<HBox> line(int r) {
        var type = rows.get(r);
        boolean chosen = type.type().equals(model.type());
        var name = Nodes.label(Formats.oneLine(type.label()), "ph-launch-type");
        var note = Nodes.label(note(Formats.oneLine(type.note())), Css.FIELD_HINT);
        var price = Nodes.label(type.price().map(Formats::hourly).orElse("—"), "ph-launch-price");
        name.setMinWidth(Region.USE_PREF_SIZE);
        note.setMinWidth(Region.USE_PREF_SIZE);
        price.setMinWidth(Region.USE_PREF_SIZE);
        name.pseudoClassStateChanged(CHOSEN, chosen);
        price.pseudoClassStateChanged(CHOSEN, chosen);
        view.addRow(r + 1, name, note, price);
        var line = new ArrayList<HBox>();
        for (int c = 0; c < type.cells().size(); c++) {
            var cell = cell(type, r, c);
            view.add(cell, c + BEFORE_REGIONS, r + 1);
            line.add(cell);
        }
        return List.copyOf(line);
    }

    private HBox cell(LaunchGrid.Row type, int r, int c) {
        var region = model.grid().regions().get(c);
        var state = type.cells().get(c);
        boolean chosen = model.isChosen(type.type(), region);
        var cell = Nodes.styled(new HBox(), Css.CELL, "ph-launch-cell");
        cell.getStyleClass().add(chosen ? Css.CELL_CHOSEN : style(state));
        cell.getChildren().addAll(sign(state, chosen));
        cell.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        cell.setAccessibleText(words(type, region, state, chosen));
        Tooltip.install(cell, new Tooltip(cell.getAccessibleText()));
        cell.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        go(r, c);
                        model.choose(type.type(), region);
                    }
                });
        return cell;
    }

    private static String style(Cell state) {
        return switch (state) {
            case YES -> Css.CELL_YES;
            case NONE -> "ph-launch-none";
            case LOCKED -> Css.CELL_OFF;
        };
    }

    private static List<Node> sign(Cell state, boolean chosen) {
        var mark =
                switch (state) {
                    case YES ->
                            Nodes.styled(
                                    Nodes.icon("check"),
                                    Css.ICON_18,
                                    chosen ? Css.ACCENT_TEXT : Css.OK);
                    case NONE -> Nodes.label("–", Css.MUTED);
                    case LOCKED -> Nodes.styled(Nodes.icon("lock"), Css.ICON_12);
                };
        return chosen
                ? List.of(mark, Nodes.label(Words.of("launch.chosen"), Css.ACCENT_TEXT))
                : List.of(mark);
    }

    private String words(LaunchGrid.Row type, String region, Cell state, boolean chosen) {
        var key =
                chosen && state == Cell.YES
                        ? "chosen"
                        : switch (state) {
                            case YES -> "yes";
                            case NONE -> "none";
                            case LOCKED -> "locked";
                        };
        var by =
                model.grid().locks().stream()
                        .filter(l -> !l.regions().contains(region))
                        .map(l -> Formats.oneLine(l.label()))
                        .collect(Collectors.joining(", "));
        return Words.of(
                "launch.cell." + key, Formats.oneLine(type.label()), Formats.oneLine(region), by);
    }

    private void press(KeyEvent e) {
        var key = Shortcut.in(Scope.GRID, e);
        if (key.isEmpty() || key.get() == Shortcut.CELL_OPEN) {
            return; // Enter sends the form
        }
        switch (key.get()) {
            case CELL_UP -> go(row - 1, column);
            case CELL_DOWN -> go(row + 1, column);
            case CELL_LEFT -> go(row, column - 1);
            case CELL_RIGHT -> go(row, column + 1);
            case CELL_FIRST -> go(row, 0);
            case CELL_LAST -> go(row, model.grid().regions().size() - 1);
            case CELL_TAKE ->
                    model.choose(rows.get(row).type(), model.grid().regions().get(column));
            default -> {}
        }
        e.consume();
    }

    private void go(int toRow, int toColumn) {
        if (cells.isEmpty() || cells.getFirst().isEmpty()) {
            return;
        }
        cells.get(row).get(column).setFocusTraversable(false);
        row = Math.clamp(toRow, 0, cells.size() - 1);
        column = Math.clamp(toColumn, 0, cells.get(row).size() - 1);
        var cell = cells.get(row).get(column);
        cell.setFocusTraversable(true);
        cell.requestFocus();
        entered.accept(cell);
    }
}
