package io.pilothouse.ui.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class ButtonLineTest {
    private static Region button(double width) {
        var made = new Button();
        made.setMinWidth(width);
        made.setMaxWidth(width);
        made.setPrefWidth(width);
        return made;
    }

    /// Which of three buttons of 100 are seen at that width, and at last the one of 30 that opens the menu.
    private static List<Boolean> seen(double width) {
        return Fx.call(
                () -> {
                    var more = button(30);
                    var all = Stream.generate(() -> button(100)).limit(3).toList();
                    var line = new ButtonLine(more);
                    line.show(all);
                    line.resize(width, 28);
                    line.layout();
                    return Stream.concat(all.stream(), Stream.of(more))
                            .map(Region::isVisible)
                            .toList();
                });
    }

    @Test
    void allButtonsAreSeenWhereThereIsRoomAndNoneIsEverCut() {
        assertThat(seen(316)).containsExactly(true, true, true, false);
        assertThat(seen(315)).containsExactly(true, true, false, true);
        assertThat(seen(245)).containsExactly(true, false, false, true);
        assertThat(seen(40)).containsExactly(false, false, false, true);
    }

    @Test
    void aLineWithoutButtonsTakesNoRoom() {
        var line = Fx.call(() -> new ButtonLine(button(30)));
        assertThat(Fx.call(() -> line.minWidth(-1))).isZero();
        Fx.run(() -> line.show(List.of(button(100), button(100))));
        assertThat(Fx.call(() -> line.minWidth(-1))).isEqualTo(30);
        assertThat(Fx.call(() -> line.prefWidth(-1))).isEqualTo(208);
    }
}
