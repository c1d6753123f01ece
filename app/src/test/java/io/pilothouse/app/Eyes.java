package io.pilothouse.app;

import io.pilothouse.testkit.Fx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person sees of a scene, and the buttons and fields there, found by their words.
record Eyes(Scene scene) {
    /// Every text that is to be read now, from top to bottom.
    List<String> texts() {
        return Fx.call(this::read);
    }

    private List<String> read() {
        return all(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(t -> t != null && !t.isBlank())
                .toList();
    }

    /// As [#see], on the FX thread.
    boolean seen(String words) {
        return read().stream().anyMatch(t -> t.contains(words));
    }

    /// How many texts hold these words.
    long count(String words) {
        return texts().stream().filter(t -> t.contains(words)).count();
    }

    boolean see(String words) {
        return count(words) > 0;
    }

    /// The button with these words or this accessible name, the one on top where there are several.
    Optional<ButtonBase> button(String words) {
        return Fx.call(
                () ->
                        all(ButtonBase.class).stream()
                                .filter(
                                        b ->
                                                words.equals(b.getText())
                                                        || words.equals(b.getAccessibleText()))
                                .reduce((_, last) -> last));
    }

    void push(String words) {
        var button =
                button(words).orElseThrow(() -> new AssertionError("no " + words + ": " + texts()));
        Fx.run(button::fire);
        Fx.pulse();
    }

    /// Types into the field of that accessible name.
    void type(String field, String text) {
        Fx.run(
                () ->
                        all(TextInputControl.class).stream()
                                .filter(f -> field.equals(f.getAccessibleText()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no field " + field))
                                .setText(text));
        Fx.pulse();
    }

    private <T extends Node> List<T> all(Class<T> type) {
        var found = new ArrayList<T>();
        gather(scene.getRoot(), type, found);
        return found;
    }

    private static <T extends Node> void gather(Node node, Class<T> type, List<T> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> gather(c, type, found));
        }
    }
}
