package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The drawer's tabs in the window.
class DrawerTest {
    @TempDir private Path folder;

    private final Preferences preferences = Preferences.unkept();
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1440, 900, preferences).open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> links() {
        return Fx.call(
                () ->
                        rig.nodes(Hyperlink.class, _ -> true).stream()
                                .map(Labeled::getText)
                                .toList());
    }

    private String tab() {
        return Fx.call(
                () ->
                        rig.nodes(ToggleButton.class, ToggleButton::isSelected).stream()
                                .map(Labeled::getText)
                                .filter(
                                        List.of("Overview", "Relations", "Activity", "Raw")
                                                ::contains)
                                .reduce((_, last) -> last)
                                .orElse(""));
    }

    private String chosen() {
        return Fx.call(() -> rig.table().getSelectionModel().getSelectedItem().resource().name());
    }

    @Test
    void aRelationLeadsThereAndAltLeftBackToTheRow() {
        rig.choose("train-h100-01").push("Relations");
        rig.picture("relations-light").dark(true).picture("relations-dark");
        assertThat(links()).contains("anna-laptop");
        rig.push("anna-laptop");
        assertThat(chosen()).isEqualTo("anna-laptop");
        assertThat(tab()).isEqualTo("Relations");
        assertThat(links()).contains("train-h100-01");
        rig.picture("relations-back");
        rig.press(KeyCode.LEFT, Rig.Mod.ALT);
        assertThat(chosen()).isEqualTo("train-h100-01");
    }

    @Test
    void theTabStaysWithAnotherRowAndOverAStart() {
        rig.choose("train-h100-01").push("Raw").choose("eval-gh200");
        assertThat(tab()).isEqualTo("Raw");
        assertThat(Fx.call(() -> rig.nodes(TextArea.class, _ -> true).getFirst().getText()))
                .contains("eval-gh200");
        assertThat(preferences.now().choices()).containsEntry("drawer", "raw");
    }

    @Test
    void linksStayTheSameThroughAPoll() {
        rig.choose("train-h100-01").push("Relations");
        var before = Fx.call(() -> rig.nodes(Hyperlink.class, _ -> true));
        Fx.run(() -> before.getFirst().requestFocus());
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(20));
        assertThat(Fx.call(() -> rig.nodes(Hyperlink.class, _ -> true))).isEqualTo(before);
        assertThat(rig.focused()).isSameAs(before.getFirst());
    }

    @Test
    void whatWasDoneAndWhatWasSeenStandTogether() {
        rig.choose("eval-gh200").push("Restart").push("Activity").pass(Duration.ofSeconds(20));
        assertThat(rig.shows("First seen as active")).isTrue();
        assertThat(rig.shows("done, 5 s")).isTrue();
        assertThat(rig.shows("Today")).isTrue();
        assertThat(rig.shows("not from here")).isFalse();
        rig.picture("row-activity-light").dark(true).picture("row-activity-dark");
    }

    @Test
    void whatSomebodyElseDidIsSaidToBeNotFromHere() {
        rig.roads.get("team").instances = DrawerTest::unhealthy;
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(5));
        rig.choose("eval-gh200").push("Activity").pass(Duration.ofSeconds(1));
        rig.picture("row-elsewhere");
        assertThat(rig.shows("active → unhealthy")).isTrue();
        assertThat(rig.shows("not from here")).isTrue();
    }

    private static Json unhealthy(Json list) {
        return Json.of(
                list.list().stream()
                        .map(
                                i ->
                                        i.word("name").equals("eval-gh200")
                                                ? i.with("status", "unhealthy")
                                                : i)
                        .toList());
    }
}
