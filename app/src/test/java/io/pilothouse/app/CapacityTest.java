package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The screen of capacity in the window.
class CapacityTest {
    @TempDir private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1440, 900, Preferences.unkept()).open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<HBox> cells() {
        return Fx.call(
                () -> rig.nodes(HBox.class, n -> n.getStyleClass().contains("ph-capacity-cell")));
    }

    private HBox available() {
        return cells().stream()
                .filter(c -> c.getStyleClass().contains("ph-cell-yes"))
                .findFirst()
                .orElseThrow();
    }

    private void filter(String text) {
        Fx.run(() -> rig.nodes(TextField.class, _ -> true).getFirst().setText(text));
        Fx.pulse();
    }

    @Test
    void everyTypeAndPlaceIsACellWithItsTruth() {
        rig.go(Kind.CAPACITY).picture("capacity-light").dark(true).picture("capacity-dark");
        assertThat(cells()).hasSizeGreaterThan(20);
        assertThat(cells()).anyMatch(c -> c.getAccessibleText().endsWith("no capacity now"));
        assertThat(available().getAccessibleText()).contains("capacity now; Enter");
        assertThat(rig.shows("cells have capacity now")).isTrue();
    }

    @Test
    void theFilterNarrowsTypesAndRegions() {
        rig.go(Kind.CAPACITY);
        filter("a10 region:us-west");
        assertThat(cells())
                .isNotEmpty()
                .allMatch(c -> c.getAccessibleText().contains("us-west"))
                .allMatch(c -> c.getAccessibleText().contains("a10"));
        filter("nothing-like-this");
        assertThat(cells()).isEmpty();
        assertThat(rig.shows("The filter hides all")).isTrue();
    }

    @Test
    void onlyWhatIsAvailableCanBeShown() {
        rig.go(Kind.CAPACITY);
        assertThat(rig.focused()).isInstanceOf(HBox.class);
        filter("region:us-east-3");
        int before = cells().size();
        rig.push("Available");
        assertThat(cells()).hasSizeLessThan(before);
    }

    @Test
    void enterOpensTheLaunchWithTypeAndRegionAndSendsNothing() {
        rig.go(Kind.CAPACITY);
        var cell = available();
        Fx.run(cell::requestFocus);
        rig.press(KeyCode.SPACE);
        rig.pass(Duration.ofSeconds(1)).picture("capacity-launch");
        assertThat(rig.shows("chosen")).isTrue();
        assertThat(rig.commands.all()).isEmpty();
        rig.press(KeyCode.ESCAPE);
        Fx.run(cell::requestFocus);
        rig.press(KeyCode.ENTER).pass(Duration.ofSeconds(1));
        assertThat(rig.button("Cancel")).isPresent();
        assertThat(rig.commands.all()).isEmpty();
    }

    @Test
    void cellsAndFocusStayThroughAPoll() {
        rig.go(Kind.CAPACITY);
        Node cell = available();
        Fx.run(cell::requestFocus);
        rig.press(KeyCode.F5).pass(Duration.ofMillis(800));
        assertThat(rig.focused()).isInstanceOf(HBox.class);
        assertThat(rig.focused().getAccessibleText()).isEqualTo(cell.getAccessibleText());
    }

    @Test
    void inTheSmallestUsualWindowAllPlacesAreSeenWithTheirWholeNames() {
        rig.close();
        rig = new Rig(folder, 1000, 700, Preferences.unkept()).open();
        rig.go(Kind.CAPACITY).picture("capacity-1000x700");
        var pane =
                Fx.call(
                        () ->
                                rig.nodes(
                                                ScrollPane.class,
                                                n ->
                                                        n.getStyleClass()
                                                                .contains("ph-capacity-scroll"))
                                        .getFirst());
        assertThat(Fx.call(() -> ((Region) pane.getContent()).getWidth()))
                .isLessThanOrEqualTo(Fx.call(() -> pane.getViewportBounds().getWidth()));
        var heads =
                Fx.call(
                        () ->
                                rig.nodes(
                                        Label.class,
                                        n -> n.getStyleClass().contains("ph-capacity-place")));
        assertThat(heads).extracting(Label::getText).contains("us-\neast-1");
        assertThat(heads).noneMatch(h -> Fx.call(h::isTextTruncated));
    }
}
