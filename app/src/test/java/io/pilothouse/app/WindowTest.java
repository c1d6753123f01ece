package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.sync.Command;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The whole window by keyboard, with lists that change under it.
class WindowTest {
    @TempDir private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1000, 700, Preferences.unkept()).open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void selectionFocusAndScrollSurviveTwoHundredReads() {
        rig.roads.get("team").instances = list -> many(list, 0);
        rig.pass(Duration.ofSeconds(20)).choose("node-60");
        var table = rig.table();
        var chosen = selected(table);
        Fx.run(() -> table.scrollTo(50));
        Fx.pulse();
        var top = firstVisible(table);
        for (int i = 1; i <= 200; i++) {
            int read = i;
            // names change at every read, and one row below the chosen comes and goes
            rig.roads.get("team").instances = list -> many(list, read);
            rig.press(KeyCode.F5).pass(Duration.ofMillis(300));
        }
        assertThat(selected(table)).isSameAs(chosen);
        assertThat(name(chosen)).isEqualTo("node-60");
        assertThat(rig.focused()).isSameAs(table);
        assertThat(Fx.call(() -> table.getFocusModel().getFocusedItem())).isSameAs(chosen);
        assertThat(firstVisible(table)).isEqualTo(top);
        assertThat(Fx.call(() -> table.getItems().getFirst().resource().name())).endsWith("200");
    }

    private void loseTheChosen() {
        rig.choose("eval-gh200");
        assertThat(rig.button("Close details")).isPresent();
        rig.roads.get("team").instances = list -> without(list, "eval-gh200");
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(1));
    }

    private static final String SAID = "eval-gh200 has been gone since";

    @Test
    void theDrawerOfARowThatIsGoneStaysAndSaysSoAndNothingIsChosenOrCanBeDone() {
        loseTheChosen();
        assertThat(selected(rig.table())).isNull();
        assertThat(rig.shows(SAID)).isTrue();
        assertThat(rig.button("Terminate…")).isEmpty();
        assertThat(rig.button("Restart")).isEmpty();
        rig.pass(Duration.ofMinutes(2)).picture("drawer-gone");
        assertThat(rig.shows(SAID)).isTrue();
        rig.press(KeyCode.DELETE);
        assertThat(rig.shows("Terminate ")).isFalse();
        assertThat(rig.commands.all()).isEmpty();
    }

    @Test
    void escClosesTheDrawerOfARowThatIsGoneAndSoDoesItsButton() {
        loseTheChosen();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.button("Close details")).isEmpty();
        rig.roads.get("team").instances = list -> list;
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(1));
        loseTheChosen();
        rig.push("Close details");
        assertThat(rig.button("Close details")).isEmpty();
    }

    @Test
    void anotherRowTakesTheDrawerOfOneThatIsGone() {
        loseTheChosen();
        rig.choose("train-h100-01");
        assertThat(rig.shows(SAID)).isFalse();
        assertThat(rig.button("Restart")).isPresent();
    }

    @Test
    void aRowThatIsListedAgainIsNotCalledGone() {
        loseTheChosen();
        rig.roads.get("team").instances = list -> list;
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(6));
        assertThat(rig.shows(SAID)).isFalse();
        assertThat(selected(rig.table())).isNull();
    }

    @Test
    void aRowThatAFilterHidesIsNotCalledGone() {
        rig.choose("eval-gh200").press(KeyCode.F, Rig.Mod.CTRL);
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText("train"));
        Fx.pulse();
        assertThat(rig.shows(SAID)).isFalse();
        assertThat(rig.button("Close details")).isEmpty();
    }

    @Test
    void whereverTheFocusIsTheScreensShortcutsHold() {
        Fx.run(() -> rig.scene().getRoot().lookup(".ph-nav").requestFocus());
        assertThat(rig.focused()).isNotInstanceOf(TableView.class);
        rig.press(KeyCode.N, Rig.Mod.CTRL);
        assertThat(rig.shows("Launch instances")).isTrue();
        assertThat(rig.button("Cancel")).isPresent();
    }

    @Test
    void theTableTakesTheFocusWhenWhatHadItGoes() {
        var passing = new Button("passes");
        Pane root = rig.main().root();
        Fx.run(
                () -> {
                    root.getChildren().add(passing);
                    passing.requestFocus();
                    root.getChildren().remove(passing);
                });
        rig.pass(Duration.ofMillis(100));
        assertThat(rig.focused()).isNotNull().isNotSameAs(passing);
        rig.press(KeyCode.N, Rig.Mod.CTRL);
        assertThat(rig.button("Cancel")).isPresent();
    }

    @Test
    void filterKeysLeadThereAndBack() {
        rig.choose("eval-gh200").type(KeyCode.SLASH, "/");
        assertThat(rig.focused()).isInstanceOf(TextField.class);
        Fx.run(() -> ((TextInputControl) rig.scene().getFocusOwner()).setText("type:a10"));
        rig.press(KeyCode.ENTER);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        assertThat(Fx.call(() -> rig.table().getItems())).hasSize(2);
        assertThat(rig.shows("2 of 6")).isTrue();
        rig.press(KeyCode.F, Rig.Mod.CTRL);
        assertThat(rig.focused()).isInstanceOf(TextField.class);
        rig.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> rig.table().getItems()).size()).isGreaterThan(5);
    }

    @Test
    void enterLeadsToTheDetailsAndEscBackAndAway() {
        rig.choose("eval-gh200").press(KeyCode.ENTER);
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        ToggleButton.class, b -> assertThat(b.getText()).isEqualTo("Overview"));
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        rig.press(KeyCode.ESCAPE);
        assertThat(selected(rig.table())).isNull();
    }

    @Test
    void deleteAsksWithTheDefaultOnCancel() {
        rig.choose("eval-gh200").press(KeyCode.DELETE);
        assertThat(rig.shows("Terminate eval-gh200?")).isTrue();
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        Button.class,
                        b -> {
                            assertThat(b.getText()).isEqualTo("Cancel");
                            assertThat(b.isDefaultButton()).isTrue();
                        });
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.shows("Terminate eval-gh200?")).isFalse();
        assertThat(rig.commands.all()).isEmpty();
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void undoWithinTheGraceSendsNothing() {
        rig.choose("eval-gh200").press(KeyCode.DELETE).push("Terminate 1 instance");
        assertThat(rig.shows("Terminate eval-gh200")).isTrue();
        rig.pass(Duration.ofSeconds(3)).press(KeyCode.Z, Rig.Mod.CTRL).pass(Duration.ofSeconds(20));
        assertThat(rig.commands.all().getFirst().count(Command.ItemState.WITHDRAWN)).isOne();
        assertThat(rig.journal.newest(500)).noneMatch(e -> e.method().equals("POST"));
    }

    @Test
    void ctrlEnterSendsAForm() {
        rig.choose("eval-gh200").push("Rename…");
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText("eval-9"));
        rig.press(KeyCode.ENTER, Rig.Mod.CTRL).pass(Duration.ofSeconds(20));
        assertThat(rig.commands.all().getFirst().count(Command.ItemState.DONE)).isOne();
    }

    @Test
    void tabGoesRoundInADialogAndNeverBehindIt() {
        rig.choose("eval-gh200").press(KeyCode.DELETE);
        var dialog = ancestor(rig.focused(), "ph-dialog");
        var seen = new ArrayList<Node>();
        for (int i = 0; i < 6; i++) {
            rig.press(KeyCode.TAB);
            seen.add(rig.focused());
            assertThat(ancestor(rig.focused(), "ph-dialog")).isEqualTo(dialog);
        }
        assertThat(seen.stream().distinct()).hasSizeBetween(2, 3);
    }

    @Test
    void aProductionAccountDemandsTheName() {
        rig.close();
        rig = new Rig(folder, 1000, 700, Preferences.unkept());
        rig.open("team", "Team GPU", "violet", Stage.PRODUCTION);
        rig.choose("eval-gh200").press(KeyCode.DELETE);
        var sure = rig.button("Terminate 1 instance").orElseThrow();
        assertThat(Fx.call(sure::isDisabled)).isTrue();
        rig.press(KeyCode.ENTER);
        assertThat(rig.commands.all()).isEmpty();
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText("eval-gh20"));
        assertThat(Fx.call(sure::isDisabled)).isTrue();
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText("eval-gh200"));
        rig.press(KeyCode.ENTER);
        assertThat(rig.commands.all()).hasSize(1);
    }

    @Test
    void anActionThatIsOffSaysWhy() {
        rig.choose("eval-gh200", "notebook-anna");
        assertThat(rig.shows("Rename is off: works on one row at a time")).isTrue();
    }

    @Test
    void theRowMenuOpensByKey() {
        rig.choose("eval-gh200").press(KeyCode.F10, Rig.Mod.SHIFT);
        assertThat(Fx.call(() -> Window.getWindows().stream().filter(Window::isShowing).count()))
                .isEqualTo(2);
        Fx.run(() -> rig.table().getContextMenu().hide());
    }

    @Test
    void createOpensTheFormAndEscClosesIt() {
        rig.choose("eval-gh200").press(KeyCode.N, Rig.Mod.CTRL);
        assertThat(rig.shows("Type and region")).isTrue();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.shows("Type and region")).isFalse();
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void copiedRowsAreTabSeparatedAndKeepSecretsOut() {
        rig.choose("eval-gh200").press(KeyCode.C, Rig.Mod.CTRL);
        assertThat(rig.copied.getLast().strip().split("\t"))
                .containsExactly(
                        "eval-gh200",
                        "active",
                        "Team GPU",
                        "gpu_1x_gh200",
                        "us-east-3",
                        "198.18.0.5",
                        "≥ 29 s",
                        "1.49");
        rig.press(KeyCode.C, Rig.Mod.CTRL, Rig.Mod.SHIFT);
        assertThat(rig.copied.getLast()).startsWith("Name\tState\tAccount\t").hasLineCount(2);
        assertThat(rig.copied).noneMatch(t -> t.contains("secret") || t.contains("token"));
    }

    @Test
    void sortedByAgeTheYoungestComesFirst() {
        rig.roads.get("team").instances = list -> many(list, 0);
        rig.pass(Duration.ofMinutes(5));
        Fx.run(
                () -> {
                    var table = rig.table();
                    var age = table.getColumns().stream().filter(c -> "age".equals(c.getId()));
                    table.getSortOrder().setAll(List.of(age.findFirst().orElseThrow()));
                });
        assertThat(Fx.call(() -> rig.table().getItems().getFirst().resource().name()))
                .startsWith("node-");
        assertThat(Fx.call(() -> rig.table().getItems().getLast().resource().name()))
                .doesNotStartWith("node-");
    }

    private static Json many(Json list, int read) {
        var first = list.list().getFirst();
        var all = new ArrayList<>(list.list());
        all.set(0, first.with("name", "first-" + read));
        for (int i = 0; i < 100; i++) {
            all.add(first.with("id", "node" + i).with("name", "node-" + i));
        }
        if (read % 2 == 1) {
            all.add(first.with("id", "extra").with("name", "extra"));
        }
        return Json.of(List.copyOf(all));
    }

    private static Json without(Json list, String name) {
        return Json.of(list.list().stream().filter(i -> !i.word("name").equals(name)).toList());
    }

    private static Row selected(TableView<Row> table) {
        return Fx.call(() -> table.getSelectionModel().getSelectedItem());
    }

    private static String name(Row row) {
        return Fx.call(() -> row.resource().name());
    }

    private static int firstVisible(TableView<Row> table) {
        return Fx.call(
                () ->
                        table.lookupAll(".table-row-cell").stream()
                                .filter(n -> n.getBoundsInParent().getMaxY() > 0 && n.isVisible())
                                .mapToInt(n -> ((javafx.scene.control.TableRow<?>) n).getIndex())
                                .filter(i -> i >= 0)
                                .min()
                                .orElse(-1));
    }

    private static Optional<Node> ancestor(Node node, String style) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.getStyleClass().contains(style)) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    @Test
    void whatOnlyOneProviderTellsHasAColumnWhileThereIsRoom() {
        rig.go(Kind.SSH_KEY);
        assertThat(shown()).containsExactly("name", "account", "lambda.key-type");
        rig.go(Kind.INSTANCE);
        assertThat(shown()).as("no room").doesNotContain("gpus", "tags").contains("price");
    }

    private List<String> shown() {
        return Fx.call(
                () ->
                        rig.table().getVisibleLeafColumns().stream()
                                .map(javafx.scene.control.TableColumnBase::getId)
                                .toList());
    }
}
