package io.pilothouse.ui.capacity;

import io.pilothouse.ui.capacity.CapacityGrid.Cell;
import io.pilothouse.ui.capacity.CapacityGrid.Line;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import java.util.Optional;
import java.util.function.BiConsumer;

/// Types as rows, places as columns. One cell at a time takes the focus: arrow keys go on, Enter opens the launch.
final class Cells {
    private static final int BEFORE = 4;

    /// Of the columns before the places where room is scarce, with the gaps behind them, px.
    private static final double LEAST_BEFORE = 120 + 90 + 2 * 56 + BEFORE * 6;

    /// Of a letter in a head, px; and of a place's column with the gap behind it.
    private static final double LETTER = 6.6;

    private static final double LEAST_PLACE = 66;

    private final BiConsumer<String, String> launch;
    private final GridPane view = Nodes.styled(new GridPane(), "ph-capacity-grid");
    private CapacityGrid grid = CapacityGrid.NONE;
    private List<List<HBox>> cells = List.of();
    private List<Label> heads = List.of();
    private double room = Double.MAX_VALUE;
    private int row;
    private int column;

    /// @param launch takes type and region of a cell that has capacity
    Cells(BiConsumer<String, String> launch) {
        this.launch = launch;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    GridPane view() {
        return view;
    }

    /// Draws what changed; the same grid stays as it is. The focus stays on its type and region.
    void show(CapacityGrid newest) {
        if (newest.equals(grid)) {
            return;
        }
        boolean focused = cells.stream().flatMap(List::stream).anyMatch(Node::isFocused);
        var type = row < grid.lines().size() ? grid.lines().get(row).type() : "";
        var region = column < grid.regions().size() ? grid.regions().get(column) : "";
        grid = newest;
        view.getChildren().clear();
        constrain();
        head();
        var all = new ArrayList<List<HBox>>();
        for (int r = 0; r < grid.lines().size(); r++) {
            all.add(line(r));
        }
        cells = List.copyOf(all);
        row = Math.max(0, grid.lines().stream().map(Line::type).toList().indexOf(type));
        column = Math.max(0, grid.regions().indexOf(region));
        at().ifPresent(c -> c.setFocusTraversable(true));
        if (focused) {
            at().ifPresent(Node::requestFocus);
        }
    }

    /// Where there is no room for the names of all places in one line each has two, broken after the first hyphen:
    /// `asia-` above `northeast-1`.
    ///
    /// @param width that can be seen at a time, px
    void fit(double width) {
        room = width;
        double wanted = LEAST_BEFORE;
        for (var region : grid.regions()) {
            wanted += Math.max(LEAST_PLACE, Formats.oneLine(region).length() * LETTER + 6);
        }
        for (int i = 0; i < heads.size(); i++) {
            var name = Formats.oneLine(grid.regions().get(i));
            heads.get(i).setText(wanted > width ? name.replaceFirst("-", "-\n") : name);
        }
    }

    private Optional<HBox> at() {
        return row < cells.size() && column < cells.get(row).size()
                ? Optional.of(cells.get(row).get(column))
                : Optional.empty();
    }

    private void constrain() {
        var money = new ColumnConstraints(56);
        money.setHalignment(HPos.RIGHT);
        var type = new ColumnConstraints(168);
        type.setMinWidth(120);
        var hardware = new ColumnConstraints(150);
        hardware.setMinWidth(90);
        view.getColumnConstraints().setAll(type, hardware, money, money);
        for (int i = 0; i < grid.regions().size(); i++) {
            var region = new ColumnConstraints(); // at least what its name takes
            region.setHgrow(Priority.ALWAYS);
            region.setHalignment(HPos.CENTER);
            view.getColumnConstraints().add(region);
        }
    }

    private void head() {
        var titles = List.of("type", "hardware", "price", "per-gpu");
        for (int i = 0; i < titles.size(); i++) {
            var title = Nodes.label(Words.of("capacity." + titles.get(i)), Css.SMALL, Css.MUTED);
            if (i == BEFORE - 1) {
                title.getStyleClass().add("ph-capacity-per-gpu");
            }
            view.add(title, i, 0);
        }
        var names = new ArrayList<Label>();
        for (int i = 0; i < grid.regions().size(); i++) {
            var label = Nodes.label("", Css.SMALL, Css.MUTED, "ph-capacity-place");
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setTooltip(new Tooltip(Formats.oneLine(grid.regions().get(i))));
            view.add(label, BEFORE + i, 0);
            names.add(label);
        }
        heads = List.copyOf(names);
        fit(room);
    }

    private List<HBox> line(int r) {
        var line = grid.lines().get(r);
        view.addRow(
                r + 1,
                clipped(line.type()),
                clipped(line.hardware(), Css.SMALL, Css.MUTED),
                line.price()
                        .map(p -> Nodes.label(Formats.hourly(p)))
                        .orElseGet(() -> Nodes.label("—", Css.MUTED)),
                Nodes.label(
                        line.pricePerGpu().map(Formats::hourly).orElse("—"),
                        Css.MUTED,
                        "ph-capacity-per-gpu"));
        var all = new ArrayList<HBox>();
        for (int c = 0; c < line.cells().size(); c++) {
            var cell = cell(line, r, c);
            view.add(cell, BEFORE + c, r + 1);
            all.add(cell);
        }
        return List.copyOf(all);
    }

    private static Label clipped(String text, String... styles) {
        var label = Nodes.label(Formats.oneLine(text), styles);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(Formats.oneLine(text)));
        return label;
    }

    private HBox cell(Line line, int r, int c) {
        var state = line.cells().get(c);
        var cell = Nodes.styled(new HBox(sign(state)), Css.CELL, "ph-capacity-cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        if (state.available()) {
            cell.getStyleClass().add(Css.CELL_YES);
        }
        cell.setAccessibleRole(AccessibleRole.BUTTON);
        cell.setAccessibleText(words(line, state, c));
        Tooltip.install(cell, new Tooltip(cell.getAccessibleText()));
        cell.focusedProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now) {
                                stand(r, c);
                            }
                        });
        cell.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        cell.requestFocus();
                        open();
                    }
                });
        return cell;
    }

    private static Node sign(Cell state) {
        if (!state.available()) {
            return Nodes.label("–", Css.MUTED);
        }
        return state.count()
                .<Node>map(n -> Nodes.label(Formats.fact(n, java.time.Instant.EPOCH), Css.OK))
                .orElseGet(() -> Nodes.styled(Nodes.icon("check"), Css.ICON_18, Css.OK));
    }

    private String words(Line line, Cell state, int c) {
        var type = Formats.oneLine(line.type());
        var region = Formats.oneLine(grid.regions().get(c));
        if (!state.available()) {
            return Words.of("capacity.cell.none", type, region);
        }
        return state.count()
                .map(n -> Words.of("capacity.cell.count", type, region, n))
                .orElseGet(() -> Words.of("capacity.cell.yes", type, region));
    }

    private void press(KeyEvent e) {
        var key = Shortcut.in(Scope.GRID, e);
        if (key.isEmpty()) {
            return;
        }
        switch (key.get()) {
            case CELL_UP -> go(row - 1, column);
            case CELL_DOWN -> go(row + 1, column);
            case CELL_LEFT -> go(row, column - 1);
            case CELL_RIGHT -> go(row, column + 1);
            case CELL_FIRST -> go(row, 0);
            case CELL_LAST -> go(row, grid.regions().size() - 1);
            case CELL_TAKE, CELL_OPEN -> open();
            default -> {}
        }
        e.consume();
    }

    private void open() {
        if (row < grid.lines().size() && column < grid.regions().size()) {
            var line = grid.lines().get(row);
            if (line.cells().get(column).available()) {
                launch.accept(line.type(), grid.regions().get(column));
            }
        }
    }

    private void go(int toRow, int toColumn) {
        if (cells.isEmpty() || cells.getFirst().isEmpty()) {
            return;
        }
        stand(
                Math.clamp(toRow, 0, cells.size() - 1),
                Math.clamp(toColumn, 0, cells.getFirst().size() - 1));
        at().ifPresent(Node::requestFocus);
    }

    /// Tab comes back to the cell where one was.
    private void stand(int atRow, int atColumn) {
        at().ifPresent(c -> c.setFocusTraversable(false));
        row = atRow;
        column = atColumn;
        at().ifPresent(c -> c.setFocusTraversable(true));
    }

    Optional<Node> first() {
        return at().map(c -> c);
    }
}
