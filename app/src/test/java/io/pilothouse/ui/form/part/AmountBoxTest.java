package io.pilothouse.ui.form.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import javafx.scene.control.ComboBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class AmountBoxTest {
    private static AmountBox box() {
        return new AmountBox(List.of("GiB", "TiB"), "Unit");
    }

    private static Object unit(AmountBox box) {
        return box.getChildren().getLast() instanceof ComboBox<?> c ? c.getValue() : "";
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200GiB, 200, GiB",
        "2TiB, 2TiB, 2, TiB",
        "' 2 tib ', 2TiB, 2, TiB",
        "two, twoGiB, two, GiB",
        "'', '', '', GiB",
        "TiB, TiBGiB, TiB, GiB"
    })
    void whatIsTypedIsANumberAndAUnitBehindItIsChosen(
            String typed, String text, String number, String unit) {
        Fx.run(
                () -> {
                    var box = box();
                    box.number().setText(typed);
                    assertThat(box.textProperty().get()).isEqualTo(text);
                    assertThat(box.number().getText()).isEqualTo(number);
                    assertThat(unit(box)).isEqualTo(unit);
                });
    }

    @Test
    void whatStandsThereIsDrawnWithItsUnit() {
        Fx.run(
                () -> {
                    var box = box();
                    box.textProperty().set("3TiB");
                    assertThat(box.number().getText()).isEqualTo("3");
                    assertThat(unit(box)).isEqualTo("TiB");
                    box.textProperty().set("");
                    assertThat(box.number().getText()).isEmpty();
                    assertThat(unit(box)).as("stays").isEqualTo("TiB");
                });
    }

    @Test
    void anotherUnitIsAnotherAmount() {
        Fx.run(
                () -> {
                    var box = box();
                    box.number().setText("5");
                    if (box.getChildren().getLast() instanceof ComboBox<?> c) {
                        c.getSelectionModel().select(1);
                    }
                    assertThat(box.textProperty().get()).isEqualTo("5TiB");
                });
    }
}
