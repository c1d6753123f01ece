package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// A table's columns without a mouse.
class ColumnsTest {
    @TempDir private Path folder;
    private Rig rig;
    private Popup popup;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 800, Preferences.unkept()).open();
        rig.push("Columns");
        popup =
                Fx.call(
                        () ->
                                Window.getWindows().stream()
                                        .filter(Popup.class::isInstance)
                                        .map(Popup.class::cast)
                                        .findFirst()
                                        .orElseThrow());
    }

    @AfterEach
    void away() {
        Fx.run(popup::hide);
        rig.close();
    }

    private void press(KeyCode code, boolean ctrl) {
        Fx.run(
                () -> {
                    var event =
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, false, false);
                    Event.fireEvent(popup.getScene().getFocusOwner(), event);
                });
        Fx.pulse();
    }

    private void choose(String id) {
        Fx.run(
                () -> {
                    @SuppressWarnings("unchecked")
                    var list = (ListView<TableColumn<?, ?>>) popup.getScene().lookup(".list-view");
                    list.getSelectionModel().select(column(id));
                });
    }

    private TableColumn<?, ?> column(String id) {
        return rig.table().getColumns().stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids() {
        return Fx.call(() -> rig.table().getColumns().stream().map(TableColumn::getId).toList());
    }

    @Test
    void spaceHidesAndShowsAColumnButNotTheName() {
        choose("region");
        press(KeyCode.SPACE, false);
        assertThat(column("region").isVisible()).isFalse();
        press(KeyCode.SPACE, false);
        assertThat(column("region").isVisible()).isTrue();
        choose("name");
        press(KeyCode.SPACE, false);
        assertThat(column("name").isVisible()).isTrue();
    }

    @Test
    void aColumnMovesAndStaysChosenAndTheSortStays() {
        choose("state");
        press(KeyCode.S, false);
        int at = ids().indexOf("state");
        press(KeyCode.DOWN, true);
        press(KeyCode.DOWN, true);
        assertThat(ids().indexOf("state")).isEqualTo(at + 2);
        press(KeyCode.UP, true);
        assertThat(ids().indexOf("state")).isEqualTo(at + 1);
        assertThat(rig.table().getSortOrder()).extracting(TableColumn::getId).containsOnly("state");
    }

    @Test
    void theFirstColumnDoesNotMoveBeyondTheEnd() {
        var before = ids();
        choose(before.getFirst());
        press(KeyCode.UP, true);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void aColumnBecomesWiderAndNarrower() {
        choose("type");
        double width = column("type").getWidth();
        press(KeyCode.RIGHT, true);
        assertThat(column("type").getWidth()).isGreaterThan(width);
        press(KeyCode.LEFT, true);
        assertThat(column("type").getWidth()).isEqualTo(width);
    }

    @Test
    void aKeyAndTheButtonHandTheWidthsBack() {
        choose("type");
        double width = column("type").getWidth();
        press(KeyCode.RIGHT, true);
        press(KeyCode.A, false);
        assertThat(column("type").getWidth()).isEqualTo(width);

        press(KeyCode.RIGHT, true);
        assertThat(column("type").getWidth()).isGreaterThan(width);
        Fx.run(() -> ((Button) popup.getScene().lookup(".button")).fire());
        assertThat(column("type").getWidth()).isEqualTo(width);
        assertThat(Fx.call(popup::isShowing)).isTrue();
    }

    @Test
    void theThirdTimeItSortsNoMore() {
        choose("price");
        press(KeyCode.S, false);
        assertThat(said("$/h")).contains("sorted upward");
        press(KeyCode.S, false);
        assertThat(column("price").getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
        assertThat(said("$/h")).contains("sorted downward");
        press(KeyCode.S, false);
        assertThat(rig.table().getSortOrder()).isEmpty();
    }

    @Test
    void escPutsTheListAway() {
        press(KeyCode.ESCAPE, false);
        assertThat(Fx.call(popup::isShowing)).isFalse();
        assertThat(rig.focused()).isNotNull();
    }

    private String said(String title) {
        return Fx.call(
                () ->
                        popup.getScene().getRoot().lookupAll(".list-cell").stream()
                                .filter(n -> n instanceof ListCell<?> c && !c.isEmpty())
                                .map(n -> n.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                                .map(String::valueOf)
                                .filter(words -> words.startsWith(title))
                                .findFirst()
                                .orElseThrow());
    }
}
