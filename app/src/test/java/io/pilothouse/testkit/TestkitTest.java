package io.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;

class TestkitTest {
    /// One for all: the headless robot remembers which window it is over.
    private final Robot robot = Fx.call(Robot::new);

    @Test
    void whatFailsOnTheFxThreadFailsInTheTest() {
        assertThatThrownBy(
                        () ->
                                Fx.run(
                                        () -> {
                                            throw new IllegalArgumentException("there");
                                        }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there");
    }

    @Test
    void aPngIsReadBackDotByDot() {
        var drawn = new WritableImage(3, 2);
        drawn.getPixelWriter().setColor(2, 1, Color.TEAL);
        drawn.getPixelWriter().setColor(0, 0, Color.WHITE);
        var read = new Image(new ByteArrayInputStream(Png.encode(drawn)));
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getHeight()).isEqualTo(2);
        assertThat(read.getPixelReader().getColor(2, 1)).isEqualTo(Color.TEAL);
        assertThat(read.getPixelReader().getColor(0, 0)).isEqualTo(Color.WHITE);
    }

    @Test
    void aClickOnATableHeaderSorts() {
        var table = Fx.call(TestkitTest::table);
        Fx.pulse();
        click(Fx.call(() -> middle(table.lookup(".column-header"))));
        Fx.await("sorted", () -> table.getItems().getFirst().equals("a"));
        Fx.run(() -> table.getScene().getWindow().hide());
    }

    @Test
    void aClickWithControlAddsToTheSelection() {
        var table = Fx.call(TestkitTest::table);
        Fx.pulse();
        click(Fx.call(() -> table.localToScreen(20, 60)));
        Fx.run(() -> robot.keyPress(KeyCode.CONTROL));
        click(Fx.call(() -> table.localToScreen(20, 100)));
        Fx.run(() -> robot.keyRelease(KeyCode.CONTROL));
        Fx.await("two selected", () -> table.getSelectionModel().getSelectedItems().size() == 2);
        Fx.run(() -> table.getScene().getWindow().hide());
    }

    private void click(Point2D at) {
        Fx.run(() -> robot.mouseMove(at));
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private static Point2D middle(javafx.scene.Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static TableView<String> table() {
        var table = new TableView<>(FXCollections.observableArrayList("c", "a", "b", "d"));
        table.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.MULTIPLE);
        var column = new TableColumn<String, String>("name");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setPrefWidth(200);
        table.getColumns().add(column);
        var stage = new Stage();
        stage.setScene(new Scene(new StackPane(table), 300, 300));
        stage.show();
        stage.requestFocus();
        table.applyCss();
        table.layout();
        return table;
    }
}
