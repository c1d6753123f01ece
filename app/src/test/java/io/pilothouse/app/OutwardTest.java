package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// Where Esc leads, where the keys stand afterwards, and who gets them while something is open.
class OutwardTest {
    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder).open();
    }

    @AfterEach
    void away() {
        Fx.run(() -> menus().forEach(ContextMenu::hide));
        rig.close();
    }

    private static java.util.List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList();
    }

    private ListView<?> lowerList() {
        return Fx.call(() -> (ListView<?>) rig.scene().lookup(".ph-bottom .list-view"));
    }

    private int focusedRow() {
        return Fx.call(() -> rig.table().getFocusModel().getFocusedIndex());
    }

    private int chosen() {
        return Fx.call(() -> rig.table().getSelectionModel().getSelectedItems().size());
    }

    @Test
    void fromTheDetailsEscLeadsToTheTableThenToNothingChosenThenToAllRows() {
        rig.press(KeyCode.F, Rig.Mod.CTRL);
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText("eval"));
        rig.choose("eval-gh200").press(KeyCode.ENTER);
        assertThat(rig.focused()).isNotInstanceOf(TableView.class);
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        assertThat(chosen()).isOne();
        int rows = Fx.call(() -> rig.table().getItems().size());
        rig.press(KeyCode.ESCAPE);
        assertThat(chosen()).isZero();
        assertThat(Fx.call(() -> rig.table().getItems().size())).isEqualTo(rows);
        rig.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> rig.table().getItems().size())).isGreaterThan(rows);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void theKeysStayAtTheRowThatIsChosenNoLonger() {
        rig.choose("notebook-anna");
        int at = focusedRow();
        assertThat(at).isPositive();
        rig.press(KeyCode.ESCAPE);
        assertThat(focusedRow()).isEqualTo(at);
        rig.press(KeyCode.DOWN);
        assertThat(Fx.call(() -> rig.table().getSelectionModel().getSelectedIndex())).isEqualTo(at);
    }

    @Test
    void whenTheRowIsGoneTheKeysStandAtItsNeighbourAndNothingIsChosen() {
        rig.choose("notebook-anna");
        int at = focusedRow();
        rig.roads.get("team").instances = OutwardTest::withoutTheNotebook;
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(30));
        assertThat(
                        Fx.call(
                                () ->
                                        rig.table().getItems().stream()
                                                .map(r -> r.resource().name())
                                                .toList()))
                .doesNotContain("notebook-anna");
        assertThat(chosen()).isZero();
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        assertThat(focusedRow()).isEqualTo(at);
        rig.press(KeyCode.UP);
        assertThat(Fx.call(() -> rig.table().getSelectionModel().getSelectedIndex())).isEqualTo(at);
    }

    private static Json withoutTheNotebook(Json list) {
        return Json.of(
                list.list().stream().filter(i -> !i.word("name").equals("notebook-anna")).toList());
    }

    @Test
    void fromTheRequestsEscClosesTheDetailsAndThenLeadsToTheScreen() {
        rig.press(KeyCode.F6);
        var list = lowerList();
        Fx.run(list::requestFocus);
        rig.press(KeyCode.DOWN);
        assertThat(rig.button("Close the request")).isPresent();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.button("Close the request")).isEmpty();
        assertThat(rig.focused()).isEqualTo(list);
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void fromBesideTheScreenEscLeadsToIt() {
        for (var beside : java.util.List.of("Overview", "Search or run a command")) {
            Fx.run(() -> rig.button(beside).orElseThrow().requestFocus());
            rig.press(KeyCode.ESCAPE);
            assertThat(rig.focused()).as(beside).isInstanceOf(TableView.class);
        }
    }

    @Test
    void whileAMenuIsOpenTheWindowGetsNoKeys() {
        rig.go(Kind.SSH_KEY).go(Kind.INSTANCE).choose("eval-gh200");
        rig.press(KeyCode.F10, Rig.Mod.SHIFT);
        assertThat(menus()).isNotEmpty();
        rig.press(KeyCode.LEFT, Rig.Mod.ALT).press(KeyCode.K, Rig.Mod.CTRL);
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("Instances");
        assertThat(Fx.call(() -> rig.main().overlay().isOpen())).isFalse();
        Fx.run(() -> menus().forEach(ContextMenu::hide));
        rig.press(KeyCode.LEFT, Rig.Mod.ALT);
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("SSH keys");
    }

    @Test
    void altAndAnArrowGoBackFromTheSidebarToo() {
        rig.go(Kind.SSH_KEY).go(Kind.INSTANCE);
        Fx.run(() -> rig.button("Overview").orElseThrow().requestFocus());
        rig.press(KeyCode.LEFT, Rig.Mod.ALT);
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("SSH keys");
    }

    @Test
    void aLineOfTheActivityStaysChosenWhileItIsToldAnew() {
        rig.choose("eval-gh200").push("Restart").lower("Activity").pass(Duration.ofMillis(100));
        var list = lowerList();
        Fx.run(list::requestFocus);
        rig.press(KeyCode.DOWN).pass(Duration.ofSeconds(30));
        assertThat(Fx.call(() -> list.getSelectionModel().getSelectedIndex())).isZero();
        rig.press(KeyCode.ESCAPE).pass(Duration.ofSeconds(30));
        assertThat(Fx.call(() -> list.getSelectionModel().isEmpty())).isTrue();
    }

    @Test
    void theCheatSheetHasEveryKey() {
        rig.press(KeyCode.F1);
        assertThat(Arrays.stream(Shortcut.values()))
                .allSatisfy(
                        key -> {
                            assertThat(rig.shows(Words.of("shortcut." + key.id()))).isTrue();
                            assertThat(rig.shows(key.caps())).as(key.caps()).isTrue();
                        });
        assertThat(Shortcut.SEND.caps()).isEqualTo("Ctrl+Enter");
    }

    /// In a production account the name is typed, and Enter then does it.
    @Test
    void aNameIsTypedAndTheFocusComesBackToTheTable() {
        rig.open("rig", "Live", "orange", Stage.PRODUCTION);
        var table = rig.table();
        Fx.run(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().clearSelection();
                    table.getItems().stream()
                            .filter(r -> r.account().id().equals("rig"))
                            .findFirst()
                            .ifPresent(table.getSelectionModel()::select);
                });
        rig.press(KeyCode.DELETE).press(KeyCode.ENTER);
        assertThat(rig.commands.all()).isEmpty();
        var name = Fx.call(() -> table.getSelectionModel().getSelectedItem().resource().name());
        assertThat(rig.focused()).isInstanceOf(TextField.class);
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText(name));
        rig.press(KeyCode.ENTER).pass(Duration.ofMillis(100));
        assertThat(rig.commands.all()).hasSize(1);
        assertThat(rig.focused()).isEqualTo(table);
    }
}
