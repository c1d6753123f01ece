package io.pilothouse.ui.kit.rows.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.settings.TableLayout;
import io.pilothouse.settings.TableLayout.Column;
import io.pilothouse.settings.TableLayout.Sort;
import io.pilothouse.testkit.Fx;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A column that comes and goes, as that of the projects does.
class TableLayoutsTest {
    private static final TableLayout KEPT =
            new TableLayout(
                    List.of(
                            new Column("type", 90, false),
                            new Column("scope", 140, true),
                            new Column("name", 120, false)),
                    List.of(new Sort("scope", false), new Sort("name", true)));

    private final List<TableLayout> told = new ArrayList<>();
    private final TableView<String> table = Fx.call(TableLayoutsTest::table);
    private final ColumnWidths<String> widths =
            Fx.call(() -> new ColumnWidths<>(table, (_, row) -> row));

    private static TableView<String> table() {
        var table = new TableView<String>();
        Stream.of("name", "type").map(TableLayoutsTest::column).forEach(table.getColumns()::add);
        return table;
    }

    private static TableColumn<String, ?> column(String id) {
        var column = new TableColumn<String, String>(id);
        column.setId(id);
        return column;
    }

    private TableLayouts<String> keep(Optional<TableLayout> kept) {
        return Fx.call(() -> TableLayouts.keep(table, widths, kept, told::add));
    }

    private List<String> ids() {
        return Fx.call(() -> table.getColumns().stream().map(TableColumn::getId).toList());
    }

    private Column scope() {
        return told.getLast().columns().stream()
                .filter(c -> c.id().equals("scope"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itFindsPlaceWidthHidingAndSortAgain() {
        var layouts = keep(Optional.of(KEPT));
        var scope = column("scope");
        Fx.run(() -> layouts.add(scope, 0));

        assertThat(ids()).containsExactly("type", "scope", "name");
        assertThat(scope.isVisible()).isFalse();
        assertThat(widths.chosen(scope)).isEqualTo(140);
        assertThat(told.getLast().sort()).isEqualTo(KEPT.sort());
        assertThat(scope().hidden()).isTrue();
    }

    @Test
    void oneThatNeverWasStandsWhereTheProgramPutsItAndIsKeptFromThenOn() {
        var layouts = keep(Optional.empty());
        var scope = column("scope");
        Fx.run(() -> layouts.add(scope, 1));
        assertThat(ids()).containsExactly("name", "scope", "type");
        assertThat(scope().hidden()).isFalse();

        Fx.run(() -> scope.setVisible(false));
        assertThat(scope().hidden()).isTrue();
    }

    @Test
    void whatIsChangedWhileItIsNotThereTakesNothingFromIt() {
        keep(Optional.of(KEPT));
        Fx.run(() -> table.getColumns().getFirst().setVisible(false));

        assertThat(told.getLast().columns())
                .extracting(Column::id)
                .containsExactly("type", "scope", "name");
        assertThat(scope()).isEqualTo(KEPT.columns().get(1));
        assertThat(told.getLast().sort()).isEqualTo(KEPT.sort());
    }

    @Test
    void itIsRememberedWhenItGoesAndComesAgain() {
        var layouts = keep(Optional.of(KEPT));
        Fx.run(() -> layouts.add(column("scope"), 0));
        Fx.run(() -> table.getColumns().remove(1));
        assertThat(scope().hidden()).isTrue();

        var again = column("scope");
        Fx.run(() -> layouts.add(again, 0));
        assertThat(ids()).containsExactly("type", "scope", "name");
        assertThat(again.isVisible()).isFalse();
        assertThat(told.getLast().sort()).isEqualTo(KEPT.sort());
    }

    @Test
    void whoSortsBySomethingElseMeanwhileIsNotOverruled() {
        var layouts = keep(Optional.of(KEPT));
        Fx.run(() -> table.getSortOrder().setAll(List.of(table.getColumns().getFirst())));
        assertThat(told.getLast().sort()).containsExactly(new Sort("type", true));

        Fx.run(() -> layouts.add(column("scope"), 0));
        assertThat(told.getLast().sort()).containsExactly(new Sort("type", true));
    }
}
