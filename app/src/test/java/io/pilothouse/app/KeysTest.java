package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.theme.Theme;

import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The window without a mouse.
class KeysTest {
    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder).open();
    }

    @AfterEach
    void away() {
        rig.close();
    }

    private String name() {
        var node = rig.focused();
        return Fx.call(
                () ->
                        node instanceof ToggleButton b && b.getAccessibleText() == null
                                ? b.getText()
                                : node.getAccessibleText());
    }

    @Test
    void theSlashThatLeadsToTheFilterIsNotTypedIntoIt() {
        rig.choose("eval-gh200").type(KeyCode.SLASH, "/").type(KeyCode.A, "a");
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        TextField.class, f -> assertThat(f.getText()).isEqualTo("a"));
    }

    @Test
    void downGoesThroughTheSidebarAsItStandsThereAndShowsNothingUntilEnter() {
        Fx.run(() -> rig.button("Overview").orElseThrow().requestFocus());
        rig.press(KeyCode.DOWN).press(KeyCode.DOWN);
        assertThat(name()).startsWith("Instances");
        rig.press(KeyCode.DOWN);
        assertThat(name()).startsWith("Instance types");
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        ToggleButton.class, line -> assertThat(line.isSelected()).isFalse());
        rig.press(KeyCode.HOME);
        assertThat(name()).isEqualTo("Overview");
        rig.press(KeyCode.UP);
        assertThat(name()).isEqualTo("Overview");
    }

    @Test
    void homeAndEndGoToTheFirstAndTheLastLineOfTheSidebar() {
        var lines =
                Fx.call(
                        () ->
                                rig.scene().getRoot().lookupAll(".ph-sidebar .ph-nav").stream()
                                        .filter(Node::isVisible)
                                        .map(Node::getAccessibleText)
                                        .toList());
        Fx.run(() -> rig.button("Compute, unfolded").orElseThrow().requestFocus());
        rig.press(KeyCode.END);
        assertThat(name()).isEqualTo(lines.getLast());
        rig.press(KeyCode.DOWN);
        assertThat(name()).as("there is none after it").isEqualTo(lines.getLast());
        rig.press(KeyCode.HOME);
        assertThat(name()).isEqualTo("Overview");
    }

    @Test
    void leftAndRightFoldASectionOfTheSidebar() {
        Fx.run(() -> rig.button("Compute, unfolded").orElseThrow().requestFocus());
        rig.press(KeyCode.RIGHT);
        assertThat(name()).isEqualTo("Compute, unfolded");
        rig.press(KeyCode.LEFT);
        assertThat(name()).isEqualTo("Compute, folded");
        rig.press(KeyCode.RIGHT);
        assertThat(name()).isEqualTo("Compute, unfolded");
    }

    @Test
    void aScreenThatWasGoneToBeforeThereWasAnAccountHasTheFocusOnceItIsSeen() {
        rig.close();
        rig = new Rig(folder.resolve("none"));
        Fx.run(() -> rig.main().go(Kind.VOLUME));
        Fx.run(() -> rig.button("Search or run a command").orElseThrow().requestFocus());
        rig.open();
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        TableView.class,
                        t -> assertThat(t.getAccessibleText()).isEqualTo("Volumes"));
    }

    @Test
    void theScreenHasTheFocusAsSoonAsTheWindowIsSeen() {
        var another =
                Fx.call(
                        () -> {
                            var scene = new Scene(new StackPane(rig.main().root()));
                            new Theme(new SimpleObjectProperty<>(false)).apply(scene);
                            var stage = new Stage();
                            stage.setScene(scene);
                            stage.show();
                            return stage;
                        });
        Fx.pulse();
        var focused = Fx.call(() -> another.getScene().getFocusOwner());
        Fx.run(another::close);
        assertThat(focused).isInstanceOf(TableView.class);
    }

    @Test
    void f6GoesThroughThePartsThatAreThere() {
        rig.choose("eval-gh200");
        rig.press(KeyCode.F6);
        assertThat(name()).isEqualTo("Overview");
        rig.press(KeyCode.F6);
        assertThat(name()).isEqualTo("Requests");
        rig.press(KeyCode.F6);
        assertThat(name()).startsWith("Team GPU, ");
        rig.press(KeyCode.F6);
        assertThat(name()).startsWith("Instances, ");
        rig.press(KeyCode.F6);
        assertThat(name()).startsWith("Search");
        rig.press(KeyCode.F6);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        rig.press(KeyCode.ESCAPE).press(KeyCode.F6);
        assertThat(name()).isEqualTo("Requests");
        rig.press(KeyCode.F6, Rig.Mod.SHIFT);
        assertThat(rig.focused()).isInstanceOf(TableView.class);
    }

    @Test
    void theListHasTheFocusWhenAButtonInItsLineIsGone() {
        rig.choose("eval-gh200").push("Restart").lower("Activity").pass(Duration.ofSeconds(1));
        var undo =
                rig.nodes(
                                Button.class,
                                b -> String.valueOf(b.getAccessibleText()).startsWith("Undo: "))
                        .getFirst();
        Fx.run(undo::requestFocus);
        Fx.run(undo::fire);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        ListView.class,
                        list ->
                                assertThat(list.getAccessibleText())
                                        .isEqualTo("What was asked for"));
    }

    @Test
    void downBeginsWithTheNewestRequest() {
        rig.press(KeyCode.F6);
        var list = (ListView<?>) Fx.call(() -> rig.scene().lookup(".ph-bottom .list-view"));
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(5));
        Fx.run(list::requestFocus);
        rig.press(KeyCode.DOWN);
        assertThat(Fx.call(() -> list.getSelectionModel().getSelectedIndex())).isZero();
        rig.press(KeyCode.DOWN);
        assertThat(Fx.call(() -> list.getSelectionModel().getSelectedIndex())).isOne();
    }

    @Test
    void aRowsMenuOpensOnItsFirstLineEachTime() {
        rig.choose("eval-gh200");
        for (int time = 0; time < 2; time++) {
            assertThat(firstOfTheMenu()).isEqualTo("Restart");
        }
    }

    @Test
    void theTabThatTheArrowKeysChooseIsTheOneThatIsShown() {
        rig.choose("eval-gh200").press(KeyCode.ENTER).press(KeyCode.RIGHT).press(KeyCode.RIGHT);
        rig.press(KeyCode.RIGHT);
        assertThat(name()).isEqualTo("Raw");
        assertThat(Fx.call(() -> rig.scene().lookup(".ph-drawer .ph-raw"))).isNotNull();
    }

    @Test
    void downBeginsWithTheFirstRow() {
        Fx.run(() -> rig.table().requestFocus());
        rig.press(KeyCode.DOWN);
        assertThat(Fx.call(() -> rig.table().getSelectionModel().getSelectedIndex())).isZero();
        rig.press(KeyCode.DOWN);
        assertThat(Fx.call(() -> rig.table().getSelectionModel().getSelectedIndex())).isOne();
    }

    private String firstOfTheMenu() {
        rig.press(KeyCode.F10, Rig.Mod.SHIFT);
        return Fx.call(
                () -> {
                    var menu =
                            javafx.stage.Window.getWindows().stream()
                                    .filter(javafx.scene.control.ContextMenu.class::isInstance)
                                    .map(javafx.scene.control.ContextMenu.class::cast)
                                    .findFirst()
                                    .orElseThrow();
                    var owner = menu.getScene().getFocusOwner();
                    menu.hide();
                    return ((javafx.scene.control.Label) owner.lookup(".label")).getText();
                });
    }

    @Test
    void whatHasTheFocusShowsItWhileKeysAreInUse() {
        var byKeys = PseudoClass.getPseudoClass("by-keys");
        rig.choose("eval-gh200").press(KeyCode.ENTER);
        assertThat(Fx.call(() -> rig.scene().getRoot().getPseudoClassStates())).contains(byKeys);
    }

    @Test
    void aModifierAloneShowsNoRingAndTheMouseTakesItAway() {
        var byKeys = PseudoClass.getPseudoClass("by-keys");
        var root = rig.scene().getRoot();
        rig.press(KeyCode.CONTROL, Rig.Mod.CTRL);
        assertThat(Fx.call(root::getPseudoClassStates)).doesNotContain(byKeys);
        rig.press(KeyCode.TAB);
        assertThat(Fx.call(root::getPseudoClassStates)).contains(byKeys);
        Fx.run(() -> Event.fireEvent(root, PRESS));
        assertThat(Fx.call(root::getPseudoClassStates)).doesNotContain(byKeys);
    }

    /// A ring is a first background that stands out, in the colour of the accent.
    @ParameterizedTest
    @ValueSource(strings = {"Overview", "Compute, unfolded", "Launch instances", "Requests"})
    void whatHasTheFocusHasARingByKeysAndNoneByTheMouse(String words) {
        var control = (Region) Fx.call(() -> rig.button(words).orElseThrow());
        Fx.run(() -> rig.table().requestFocus());
        Fx.pulse();
        var away = look(control);
        Fx.run(control::requestFocus);
        rig.press(KeyCode.SHIFT).press(KeyCode.F13);
        assertThat(look(control)).isNotEqualTo(away);
        Fx.run(() -> Event.fireEvent(rig.scene().getRoot(), PRESS));
        Fx.pulse();
        assertThat(rig.focused()).isSameAs(control);
        assertThat(look(control)).isEqualTo(away);
    }

    private static List<Object> look(Region control) {
        return Fx.call(
                () ->
                        Arrays.asList(
                                control.getBackground(), control.getBorder(), control.getEffect()));
    }

    private static final MouseEvent PRESS =
            new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null);

    @Test
    void aTableIsNamedAfterItsRows() {
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("Instances");
        rig.go(Kind.SSH_KEY);
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("SSH keys");
    }

    @Test
    void theDetailsComeBehindTheScreenInTheOrderOfTab() {
        rig.choose("eval-gh200");
        var middle = Fx.call(() -> rig.scene().lookup(".ph-drawer").getParent());
        assertThat(middle.getChildrenUnmodifiable())
                .last()
                .satisfies(n -> assertThat(n.getStyleClass()).contains("ph-drawer"));
    }
}
