package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What the bottom line says of the accounts.
class StatusBarTest {
    @TempDir private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 700, Preferences.unkept()).open();
        rig.open("lab", "lab-east", "orange", Stage.DEVELOPMENT);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aServiceThatThrottlesIsNamedAtOnceAndQuietly() {
        rig.held = Optional.of(Duration.ofSeconds(42));
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shows("throttled by the service; next read in 42 s")).isTrue();

        rig.held = Optional.empty();
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shows("throttled by the service")).isFalse();
    }

    @Test
    void aReadWithoutAnAnswerIsNamedLongBeforeItIsGivenUp() {
        rig.silent = Duration.ofSeconds(14);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shows("no answer for")).isFalse();

        rig.silent = Duration.ofSeconds(16);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shows("no answer for 15 s")).isTrue();
    }

    @Test
    void accountsOnOneRoadAreSaidToShareIt() {
        assertThat(rig.shows("shared with")).isFalse();

        rig.roads.put("lab", rig.roads.get("team"));
        rig.pass(Duration.ofSeconds(20));

        assertThat(rig.shows("shared with lab-east")).isTrue();
        assertThat(rig.shows("shared with Team GPU")).isTrue();
    }

    private Button part() {
        return Fx.call(
                () ->
                        rig.nodes(Button.class, b -> b.getStyleClass().contains("ph-status-part"))
                                .getFirst());
    }

    @Test
    void anAccountsPartTakesTheFocusAndSaysItsBudgetsWhenItIsPressed() {
        var part = part();
        assertThat(part.getAccessibleText()).startsWith("Team GPU, ").contains(" rps");
        assertThat(part.getAccessibleHelp()).contains("in the last minute");
        Fx.run(part::requestFocus);
        Fx.run(part::fire);
        var tip = part.getTooltip();
        assertThat(Fx.call(tip::isShowing)).isTrue();
        assertThat(tip.getText()).contains("all: 1/1s");
        rig.press(KeyCode.F6);
        assertThat(Fx.call(tip::isShowing)).isFalse();
    }

    @Test
    void itKeepsTheFocusWhileItsWordsChange() {
        var part = part();
        Fx.run(part::requestFocus);
        rig.held = Optional.of(Duration.ofSeconds(42));
        rig.pass(Duration.ofSeconds(1));
        assertThat(part.getAccessibleText()).contains("throttled by the service");
        assertThat(rig.focused()).isEqualTo(part);
    }
}
