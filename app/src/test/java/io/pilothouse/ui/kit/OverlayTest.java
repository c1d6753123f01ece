package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.IntStream;

/// The keys of a dialog over a window whose sidebar scrolls.
class OverlayTest {
    private final TextField field = Fx.call(() -> new TextField());
    private final Region choice = Fx.call(OverlayTest::choice);
    private final Button copy = Fx.call(() -> new Button("Copy"));
    private final Button cancel = Fx.call(() -> new Button("Cancel"));
    private final Button send = Fx.call(() -> new Button("Send"));
    private final ScrollPane sidebar = Fx.call(OverlayTest::sidebar);
    private Stage stage;

    private static Region choice() {
        var region = new Region();
        region.setFocusTraversable(true);
        region.setMinHeight(20);
        return region;
    }

    private static ScrollPane sidebar() {
        var lines = IntStream.range(0, 60).mapToObj(i -> new Button("Line " + i));
        var pane = new ScrollPane(new VBox(lines.toArray(Button[]::new)));
        pane.setVvalue(0.5);
        return pane;
    }

    @BeforeEach
    void open() {
        stage = Fx.call(this::stage);
        Fx.pulse();
        Fx.run(() -> sidebar.setVvalue(0.5));
    }

    private Stage stage() {
        var root = new StackPane(new HBox(sidebar));
        var overlay = new Overlay(root);
        var made = new Stage();
        made.setScene(new Scene(root, 700, 400));
        made.show();
        var dialog = new VBox(field, choice, new HBox(copy, cancel, send));
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(dialog, field::requestFocus, () -> {});
        return made;
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private Node after(Node from, KeyCode... keys) {
        Fx.run(from::requestFocus);
        for (var key : keys) {
            Fx.run(
                    () ->
                            Event.fireEvent(
                                    stage.getScene().getFocusOwner(),
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            key,
                                            false,
                                            false,
                                            false,
                                            false)));
        }
        Fx.pulse();
        return Fx.call(() -> stage.getScene().getFocusOwner());
    }

    @Test
    void arrowsGoAlongTheButtonsOfALineAndStayInIt() {
        assertThat(after(copy, KeyCode.RIGHT)).isSameAs(cancel);
        assertThat(after(copy, KeyCode.RIGHT, KeyCode.DOWN)).isSameAs(send);
        assertThat(after(send, KeyCode.RIGHT)).isSameAs(send);
        assertThat(after(send, KeyCode.UP)).isSameAs(cancel);
        assertThat(after(copy, KeyCode.LEFT)).isSameAs(copy);
    }

    @Test
    void aButtonThatIsOffIsPassed() {
        Fx.run(() -> cancel.setDisable(true));
        assertThat(after(copy, KeyCode.RIGHT)).isSameAs(send);
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"UP", "DOWN", "LEFT", "RIGHT"})
    void noArrowLeadsOutOfTheDialogOrScrollsWhatIsBehindIt(KeyCode arrow) {
        for (var from : new Node[] {copy, send, choice, field}) {
            assertThat(after(from, arrow, arrow, arrow))
                    .isNotIn(field.equals(from) ? new Node[0] : new Node[] {field});
            assertThat(Fx.call(sidebar::getVvalue)).isEqualTo(0.5);
        }
    }
}
