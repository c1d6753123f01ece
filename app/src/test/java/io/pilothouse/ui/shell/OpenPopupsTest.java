package io.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OpenPopupsTest {
    private final List<Throwable> thrown = new ArrayList<>();

    /// A stage with two popups open, one of which takes the other along when it goes, as a menu does what it opened.
    private static Stage stage() {
        var stage = new Stage();
        var scene = new Scene(new StackPane(new Label("x")), 300, 200);
        OpenPopups.goWithWindowOf(scene);
        stage.setScene(scene);
        stage.show();
        // who listens beside them decides how JavaFX keeps its list
        stage.showingProperty().addListener((Observable _) -> {});
        stage.showingProperty().addListener((Observable _) -> {});
        var first = popup();
        var second = popup();
        first.show(stage);
        second.show(stage);
        first.setOnHiding(_ -> second.hide());
        second.setOnHiding(_ -> first.hide());
        return stage;
    }

    private static Popup popup() {
        var popup = new Popup();
        popup.getContent().add(new Label("popup"));
        return popup;
    }

    private void close(Stage stage) {
        var thread = Thread.currentThread();
        var before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
        try {
            stage.close();
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
    }

    @Test
    void popupsGoBeforeTheirWindowAndNothingIsThrown() {
        Fx.run(() -> close(stage()));
        assertThat(thrown).isEmpty();
    }
}
