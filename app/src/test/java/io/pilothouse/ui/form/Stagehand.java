package io.pilothouse.ui.form;

import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Screens;
import io.pilothouse.ui.theme.Theme;

import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Puts a dialog on a stage as the shell does, and acts on it as a person would.
public final class Stagehand implements AutoCloseable {
    private final Stage stage;
    private final Scene scene;

    /// @param dialog made on the FX thread
    public Stagehand(boolean dark, int height, Supplier<Region> dialog) {
        scene =
                Fx.call(
                        () -> {
                            Theme.loadFonts();
                            var theme = new Theme(new SimpleObjectProperty<>(dark));
                            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
                            var region = dialog.get();
                            StackPane.setMargin(region, new Insets(24));
                            var root = new StackPane(region);
                            root.setStyle("-fx-background-color: -color-bg-inset;");
                            var made = new Scene(root, 900, height);
                            theme.apply(made);
                            return made;
                        });
        stage =
                Fx.call(
                        () -> {
                            var made = new Stage();
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        Fx.pulse();
    }

    public Scene scene() {
        return scene;
    }

    public void picture(String name) {
        Screens.write(scene, name);
    }

    /// The scene of the newest popup.
    public Scene popup() {
        return Fx.call(
                () ->
                        Window.getWindows().stream()
                                .filter(w -> !w.equals(stage) && w.isShowing())
                                .reduce((_, last) -> last)
                                .orElseThrow()
                                .getScene());
    }

    public boolean hasPopup() {
        return Fx.call(
                () ->
                        Window.getWindows().stream()
                                .anyMatch(w -> !w.equals(stage) && w.isShowing()));
    }

    /// The first in the scene that is such a one.
    public <T extends Node> T find(Class<T> type, Predicate<T> which) {
        return Fx.call(
                () ->
                        scene.getRoot().lookupAll("*").stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(which)
                                .findFirst()
                                .orElseThrow());
    }

    public Node focused() {
        return Fx.call(scene::getFocusOwner);
    }

    /// Presses and releases a key where the focus is.
    public void press(KeyCode... keys) {
        press(scene, keys);
    }

    public void press(Scene where, KeyCode... keys) {
        for (var key : keys) {
            Fx.run(
                    () ->
                            List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)
                                    .forEach(
                                            type -> {
                                                var target =
                                                        where.getFocusOwner() == null
                                                                ? where.getRoot()
                                                                : where.getFocusOwner();
                                                Event.fireEvent(
                                                        target,
                                                        new KeyEvent(
                                                                type, "", "", key, false, false,
                                                                false, false));
                                            }));
        }
        Fx.pulse();
    }

    public void click(Node node) {
        Fx.run(
                () ->
                        List.of(
                                        MouseEvent.MOUSE_PRESSED,
                                        MouseEvent.MOUSE_RELEASED,
                                        MouseEvent.MOUSE_CLICKED)
                                .forEach(
                                        type ->
                                                Event.fireEvent(
                                                        node,
                                                        new MouseEvent(
                                                                type,
                                                                4,
                                                                4,
                                                                4,
                                                                4,
                                                                MouseButton.PRIMARY,
                                                                1,
                                                                false,
                                                                false,
                                                                false,
                                                                false,
                                                                true,
                                                                false,
                                                                false,
                                                                true,
                                                                false,
                                                                true,
                                                                null))));
        Fx.pulse();
    }

    @Override
    public void close() {
        Fx.run(stage::close);
    }
}
