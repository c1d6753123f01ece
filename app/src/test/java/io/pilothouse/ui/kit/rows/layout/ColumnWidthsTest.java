package io.pilothouse.ui.kit.rows.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.settings.TableLayout;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.rows.layout.ColumnWidths.Ask;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A table of a name, a kind and a number, whose rows are `name/kind/number`.
class ColumnWidthsTest {
    private static final Ask LONG = new Ask(100, 80, 400, 0, 1);
    private static final Ask NUMBER = new Ask(60, 40, 100, 0, 0);

    private final List<TableLayout> kept = new ArrayList<>();
    private TableView<String> table;
    private ColumnWidths<String> widths;
    private Stage stage;

    @BeforeEach
    void show() {
        Fx.run(
                () -> {
                    table = new TableView<>();
                    widths = new ColumnWidths<>(table, (column, row) -> part(row, column.getId()));
                    Stream.of("0", "1", "2").map(this::column).forEach(table.getColumns()::add);
                    TableLayouts.keep(table, widths, Optional.empty(), kept::add);
                    stage = new Stage();
                    stage.setScene(new Scene(table, 500, 200));
                    stage.show();
                });
        Fx.pulse();
    }

    @AfterEach
    void hide() {
        Fx.run(stage::hide);
    }

    private TableColumn<String, String> column(String at) {
        var column = new TableColumn<String, String>("Title");
        column.setId(at);
        column.setCellValueFactory(c -> new SimpleStringProperty(part(c.getValue(), at)));
        widths.add(column, at.equals("2") ? NUMBER : LONG);
        return column;
    }

    private static String part(String row, String at) {
        return row.split("/", -1)[Integer.parseInt(at)];
    }

    private void rows(String... rows) {
        Fx.run(() -> table.getItems().setAll(rows));
        Fx.pulse();
    }

    private double width(int column) {
        return Fx.call(() -> table.getColumns().get(column).getWidth());
    }

    private void resize(int width) {
        Fx.run(
                () -> {
                    stage.setWidth(stage.getWidth() - table.getWidth() + width);
                });
        Fx.pulse();
    }

    @Test
    void theyFillTheRoomAndTheOneWithLongerWordsIsWider() {
        rows("a/gpu_8x_a100_80gb_sxm4/7");
        assertThat(width(0) + width(1) + width(2)).isBetween(496.0, 500.0);
        assertThat(width(1)).isGreaterThan(width(0) * 1.3);
    }

    @Test
    void aColumnDoesNotBecomeNarrowerWhenALongWordGoes() {
        rows("a/gpu_8x_a100_80gb_sxm4/7", "b/x/8");
        double before = width(1);
        rows("b/x/8");
        assertThat(width(1)).isEqualTo(before);
    }

    @Test
    void nothingIsKeptOfWhatTheProgramDid() {
        rows("a-name-that-is-rather-long/x/7");
        resize(700);
        resize(420);
        assertThat(kept).isEmpty();
    }

    @Test
    void whatAPersonGaveIsKeptAloneAndStandsWhileTheWindowChanges() {
        rows("a/b/7");
        Fx.run(() -> table.resizeColumn(table.getColumns().get(1), 40));
        double given = width(1);
        assertThat(kept.getLast().columns())
                .extracting(TableLayout.Column::width)
                .containsExactly(0.0, Math.rint(given), 0.0);

        resize(700);
        assertThat(width(1)).isEqualTo(Math.rint(given));
        assertThat(width(0)).isGreaterThan(given);
    }

    @Test
    void thoseBeforeTheOneThatIsDraggedStand() {
        rows("a/b/7");
        double name = width(0);
        double number = width(2);
        Fx.run(() -> table.resizeColumn(table.getColumns().get(1), 30));
        assertThat(width(0)).isEqualTo(name);
        assertThat(width(2)).isLessThan(number);
    }

    @Test
    void handedBackTheyAreAsWideAsTheirCellsAskNow() {
        rows("a/b/7");
        double name = width(0);
        double kind = width(1);
        rows("a/gpu_8x_a100_80gb_sxm4/7");
        rows("a/b/7");
        Fx.run(() -> table.resizeColumn(table.getColumns().get(0), 60));
        Fx.run(widths::release);
        assertThat(width(0)).isEqualTo(name);
        assertThat(width(1)).isEqualTo(kind);
        assertThat(kept.getLast().columns())
                .extracting(TableLayout.Column::width)
                .containsOnly(0.0);
    }

    @Test
    void aColumnThatIsMadeAsWideAsItsContentIsAPersonsChoice() {
        rows("a/b/7");
        Fx.run(() -> table.getColumns().getFirst().setPrefWidth(222));
        assertThat(width(0)).isEqualTo(222);
        assertThat(kept.getLast().columns().getFirst().width()).isEqualTo(222);
    }
}
