package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.theme.Css;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The palette over the whole window, by keyboard.
class PaletteSceneTest {
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

    @Test
    void enterGoesToTheRowAndOpensItsDetails() {
        rig.go(Kind.VOLUME).press(KeyCode.K, Rig.Mod.CTRL);
        type("gh200");
        assertThat(firstRow()).contains("eval-gh200");
        rig.press(KeyCode.ENTER);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        assertThat(chosen()).isEqualTo("eval-gh200");
        assertThat(rig.button("Close details")).isPresent();
    }

    @Test
    void aRowThatTheFilterHidesIsShown() {
        rig.go(Kind.INSTANCE).press(KeyCode.F, Rig.Mod.CTRL);
        type("type:a10");
        rig.press(KeyCode.P, Rig.Mod.CTRL, Rig.Mod.SHIFT);
        type("gh200");
        rig.press(KeyCode.ENTER);
        assertThat(chosen()).isEqualTo("eval-gh200");
    }

    @Test
    void whatDestroysIsNeverTheFirst() {
        rig.go(Kind.INSTANCE).choose("eval-gh200").press(KeyCode.K, Rig.Mod.CTRL);
        assertThat(firstRow()).doesNotContain("Terminate");
        for (var typed : List.of("t", "te", "ter", "term", "delete")) {
            type(typed);
            assertThat(firstRow()).as(typed).doesNotContain("Terminate…");
        }
        type("terminate…");
        assertThat(rows())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Show details"),
                        second -> assertThat(second).isEqualTo("Terminate…, Delete"));
        rig.press(KeyCode.ENTER);
        assertThat(rig.shows("Terminate eval-gh200?")).isFalse();
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        type("term");
        rig.press(KeyCode.DOWN).press(KeyCode.ENTER);
        assertThat(rig.shows("Terminate eval-gh200?")).isTrue();
        assertThat(rig.commands.all()).isEmpty();
    }

    @Test
    void enterOpensTheRulesWhereTheyWereAskedFor() {
        rig.go(Kind.FIREWALL).press(KeyCode.DOWN).press(KeyCode.K, Rig.Mod.CTRL);
        type("edit rules");
        assertThat(firstRow()).isEqualTo("Edit rules…");
        rig.press(KeyCode.ENTER);
        assertThat(rig.shows("Apply changes")).isTrue();
        assertThat(rig.commands.all()).isEmpty();
    }

    @Test
    void tabListsTheActionsOfARowAndEscGoesBackByStages() {
        rig.go(Kind.VOLUME).press(KeyCode.K, Rig.Mod.CTRL);
        type("gh200");
        rig.press(KeyCode.TAB);
        assertThat(rig.focused()).isInstanceOf(TextField.class);
        assertThat(rows()).anyMatch(r -> r.contains("Restart"));
        rig.press(KeyCode.ESCAPE);
        assertThat(firstRow()).contains("eval-gh200");
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.nodes(Node.class, n -> n.getStyleClass().contains(Css.PALETTE))).isEmpty();
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void theSearchBoxOpensItAndACommandIsRun() {
        rig.push("Search or run a command");
        type("theme: dark");
        rig.press(KeyCode.ENTER);
        assertThat(rig.preferences.now().theme().name()).isEqualTo("DARK");
    }

    @Test
    void aClickBesideItClosesItAndOneBesideADialogDoesNot() {
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        clickScrim();
        assertThat(rig.nodes(Node.class, n -> n.getStyleClass().contains(Css.PALETTE))).isEmpty();
        rig.press(KeyCode.F1);
        clickScrim();
        assertThat(rig.shows("Everywhere")).isTrue();
    }

    private void clickScrim() {
        var scrim = rig.nodes(Node.class, n -> n.getStyleClass().contains(Css.SCRIM)).getFirst();
        Fx.run(() -> Event.fireEvent(scrim, press(MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY)));
        Fx.pulse();
    }

    @Test
    void whatWasChosenIsKeptForTheNextRun() {
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        type("theme: dark");
        rig.press(KeyCode.ENTER);
        assertThat(rig.preferences.now().recents()).containsExactly("theme/dark");
        var next = rig.preferences.now();
        rig.close();
        rig = new Rig(folder, 1000, 700, new Preferences(next, _ -> {})).open();
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        type(">");
        assertThat(firstRow()).contains("Theme: dark");
    }

    @Test
    void keysAndMouseButtonsGoBackAndForwardThroughTheScreens() {
        rig.go(Kind.IMAGE).go(Kind.VOLUME);
        rig.press(KeyCode.LEFT, Rig.Mod.ALT);
        assertThat(title()).isEqualTo("Images");
        click(MouseButton.BACK);
        assertThat(title()).isEqualTo("Instances");
        click(MouseButton.FORWARD);
        rig.press(KeyCode.RIGHT, Rig.Mod.ALT);
        assertThat(title()).isEqualTo("Volumes");
        rig.press(KeyCode.RIGHT, Rig.Mod.ALT);
        assertThat(title()).isEqualTo("Volumes");
    }

    @Test
    void pictures() {
        rig.openProjects();
        rig.go(Kind.INSTANCE).choose("eval-gh200").press(KeyCode.K, Rig.Mod.CTRL);
        rig.picture("palette-open-light");
        type("te");
        rig.picture("palette-light").dark(true).picture("palette-dark");
        type("@eval");
        rig.press(KeyCode.TAB).picture("palette-actions-dark").dark(false);
        assertThat(rows()).isNotEmpty();
        rig.press(KeyCode.ESCAPE).press(KeyCode.ESCAPE).press(KeyCode.F1).picture("keys-light");
    }

    private void type(String text) {
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText(text));
        Fx.pulse();
    }

    private String firstRow() {
        return rows().stream().findFirst().orElse("");
    }

    /// The lines that can be chosen, as they are read, from the top.
    private List<String> rows() {
        return Fx.call(
                () ->
                        rig
                                .nodes(HBox.class, b -> b.getStyleClass().contains(Css.PALETTE_ROW))
                                .stream()
                                .map(HBox::getParent)
                                .map(p -> (ListCell<?>) p)
                                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                                .map(Node::getAccessibleText)
                                .collect(Collectors.toList()));
    }

    private String chosen() {
        return Fx.call(() -> rig.table().getSelectionModel().getSelectedItem().resource().name());
    }

    private String title() {
        return Fx.call(
                () ->
                        rig.nodes(Label.class, l -> l.getStyleClass().contains(Css.TITLE))
                                .getFirst()
                                .getText());
    }

    private void click(MouseButton button) {
        Fx.run(() -> Event.fireEvent(rig.table(), press(MouseEvent.MOUSE_PRESSED, button)));
        Fx.pulse();
    }

    private static MouseEvent press(EventType<MouseEvent> type, MouseButton button) {
        return new MouseEvent(
                type, 0, 0, 0, 0, button, 1, false, false, false, false, false, false, false, false,
                false, false, null);
    }
}
