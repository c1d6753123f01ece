package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Draws each screen and each state of the window to `target/screens/window`, for people to look at.
class WindowPicturesTest {
    @TempDir private Path folder;

    private Rig rig;

    private Rig open() {
        rig = new Rig(folder).open().open("lab", "lab-east", "orange", Stage.PRODUCTION);
        return rig.pass(Duration.ofSeconds(90));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void instancesWithOneChosenInBothLooks() {
        open().choose("train-h100-01")
                .picture("instances-light")
                .dark(true)
                .picture("instances-dark");
        assertThat(rig.shows("gpu_8x_h100_sxm5")).isTrue();
    }

    @Test
    void severalChosen() {
        open().choose("eval-gh200", "notebook-anna", "sweep-04").picture("several");
        assertThat(rig.shows("3 selected")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"INSTANCE", "INSTANCE_TYPE", "IMAGE", "VOLUME", "FIREWALL", "SSH_KEY"})
    void everyKind(Kind kind) {
        open().go(kind);
        Fx.run(() -> rig.table().getSelectionModel().select(0));
        rig.picture("kind-" + kind.id());
        assertThat(Fx.call(() -> rig.table().getItems())).isNotEmpty();
    }

    @Test
    void theDialogs() {
        open().press(KeyCode.N, Rig.Mod.CTRL).picture("launch");
        rig.press(KeyCode.ESCAPE).choose("eval-gh200").press(KeyCode.DELETE).picture("confirm");
        rig.push("Terminate 1 instance").picture("grace");
        rig.pass(Duration.ofSeconds(12)).picture("grace-over");
        rig.press(KeyCode.F1).picture("keys");
        assertThat(rig.shows("Everywhere")).isTrue();
    }

    @Test
    void theProductionConfirmation() {
        open();
        Fx.run(
                () ->
                        rig.table().getItems().stream()
                                .filter(r -> r.account().name().equals("lab-east"))
                                .filter(r -> r.resource().status().word().equals("active"))
                                .limit(2)
                                .forEach(r -> rig.table().getSelectionModel().select(r)));
        Fx.run(() -> rig.table().requestFocus());
        rig.press(KeyCode.DELETE).picture("confirm-production");
        assertThat(rig.shows("Type lab-east to confirm")).isTrue();
    }

    @Test
    void theLowerPane() {
        open();
        Fx.run(
                () -> {
                    if (rig.scene().lookup(".ph-bottom .list-view") instanceof ListView<?> list) {
                        list.getSelectionModel().select(1);
                    }
                });
        rig.picture("requests-details");
        rig.choose("eval-gh200").push("Restart").lower("Activity").pass(Duration.ofSeconds(3));
        rig.picture("activity");
        rig.push("Raw").picture("raw");
        assertThat(rig.nodes(ToggleButton.class, ToggleButton::isSelected)).isNotEmpty();
    }

    @Test
    void theEmptyStates() {
        rig = new Rig(folder);
        rig.picture("first-run");
        Fx.run(() -> rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT));
        rig.roads.get("team").silent = true;
        rig.pass(Duration.ofMillis(1)).picture("loading");
        Fx.run(() -> rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT));
        rig.roads.get("team").instances = _ -> Json.of(List.of());
        rig.pass(Duration.ofSeconds(30)).picture("none");
        assertThat(rig.shows("No instances in any account")).isTrue();
    }

    @Test
    void theFilterThatHidesAll() {
        open();
        Fx.run(() -> rig.nodes(TextField.class, _ -> true).getFirst().setText("state:gone"));
        rig.picture("filtered");
        assertThat(rig.shows("The filter hides all")).isTrue();
    }

    @Test
    void anAccountThatFailsAndOneThatIsSignedOut() {
        open();
        rig.roads.get("team").fault =
                _ -> {
                    throw new CloudException.Unreachable(
                            CloudException.Unreachable.Cause.TIMEOUT, "no route");
                };
        rig.roads.get("lab").fault =
                _ -> {
                    throw new CloudException.Unauthorized(
                            new Refusal("global/invalid-api-key", "API key was invalid.", ""));
                };
        rig.pass(Duration.ofMinutes(4)).choose("train-h100-01").picture("stale");
        assertThat(rig.shows("sign in") || rig.shows("Sign in")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1000,700", "2560,1440"})
    void otherSizes(int width, int height) {
        rig = new Rig(folder, width, height, Preferences.unkept());
        rig.open().open("lab", "lab-east", "orange", Stage.PRODUCTION);
        rig.pass(Duration.ofSeconds(60)).choose("train-h100-01");
        rig.picture(String.format(Locale.ROOT, "size-%dx%d", width, height));
        assertThat(rig.scene().getWidth()).isEqualTo(width);
    }
}
