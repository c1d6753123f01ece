package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a table shows, taken out of it.
class ExportTest {
    @TempDir private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder).open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private String export(String words) {
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        Fx.run(() -> ((TextInputControl) rig.scene().getFocusOwner()).setText(words));
        rig.press(KeyCode.ENTER).pass(Duration.ofSeconds(1));
        return rig.saved.values().stream().findFirst().orElse("");
    }

    @Test
    void itIsFoundByWhatItIsFor() {
        assertThat(export("export")).contains("eval-gh200");
        assertThat(rig.saved).containsOnlyKeys("instance.csv");
    }

    private TableColumn<?, ?> column(String id) {
        return rig.table().getColumns().stream()
                .filter(c -> c.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFileHasWhatTheTableShowsInItsOrder() {
        Fx.run(
                () -> {
                    rig.table().getColumns().stream()
                            .filter(c -> !c.getId().equals("name") && !c.getId().equals("price"))
                            .forEach(c -> c.setVisible(false));
                    column("name").setSortType(TableColumn.SortType.DESCENDING);
                    rig.table().getSortOrder().setAll(List.of(rig.table().getColumns().getFirst()));
                });
        rig.press(KeyCode.F, Rig.Mod.CTRL);
        Fx.run(() -> ((TextInputControl) rig.scene().getFocusOwner()).setText("type:a10"));
        var lines = export("save as csv").split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("Name,Price ($/h)");
        assertThat(lines[1]).isEqualTo("sweep-04,0.75");
        assertThat(lines[2]).isEqualTo("notebook-anna,0.75");
        assertThat(lines).hasSize(4);
    }

    @Test
    void agesAreTimesAndStatesAreWords() {
        assertThat(export("save as json"))
                .contains("\"state\": \"active\"", "\"first-seen\": \"2026-11-24T");
    }

    @Test
    void whatIsCopiedIsSaid() {
        export("copy as markdown");
        assertThat(rig.copied).hasSize(1);
        assertThat(rig.copied.getFirst()).startsWith("| Name | State | Account |");
        assertThat(rig.shows("6 rows copied")).isTrue();
    }

    @Test
    void chosenRowsAreCopiedWithAndWithoutHeaders() {
        rig.choose("eval-gh200").press(KeyCode.C, Rig.Mod.CTRL);
        assertThat(rig.copied.getLast()).startsWith("eval-gh200\tactive\tTeam GPU\t");
        rig.press(KeyCode.C, Rig.Mod.CTRL, Rig.Mod.SHIFT);
        assertThat(rig.copied.getLast()).startsWith("Name\tState\tAccount\t").contains("\neval-");
    }
}
