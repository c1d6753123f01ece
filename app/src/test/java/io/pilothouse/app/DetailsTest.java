package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.SecretLine;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What stands beside the table, while time goes on and rows change.
class DetailsTest {
    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.open("team", "Team GPU", "violet", Stage.DEVELOPMENT);
    }

    @AfterEach
    void away() {
        rig.close();
    }

    private SecretLine token() {
        return rig.nodes(SecretLine.class, _ -> true).getLast();
    }

    private String shown() {
        return Fx.call(
                () -> token().getChildren().getFirst() instanceof Label l ? l.getText() : "");
    }

    private Button eye() {
        return (Button) Fx.call(() -> token().getChildren().get(1));
    }

    @Test
    void aSecretThatIsLookedAtStaysInSightWithTheFocusWhileAgesGoOn() {
        rig.choose("eval-gh200");
        var eye = eye();
        Fx.run(eye::requestFocus);
        Fx.run(eye::fire);
        assertThat(shown()).isNotEqualTo(Secret.MASK);
        rig.pass(Duration.ofMinutes(3));
        assertThat(rig.shows("≥ 2 min")).isTrue();
        assertThat(shown()).isNotEqualTo(Secret.MASK);
        assertThat(rig.focused()).isSameAs(eye);
    }

    @Test
    void aSecretOfTheRowBeforeIsMaskedAgain() {
        rig.choose("eval-gh200");
        Fx.run(eye()::fire);
        rig.choose("notebook-anna").choose("eval-gh200");
        assertThat(shown()).isEqualTo(Secret.MASK);
    }

    @Test
    void anIdIsReadInFull() {
        rig.choose("eval-gh200").pass(Duration.ofMillis(100));
        assertThat(rig.nodes(Text.class, t -> t.getText().matches("[0-9a-f]{16,}(…|\\.\\.\\.)")))
                .isEmpty();
        assertThat(rig.nodes(Text.class, t -> t.getText().matches("[0-9a-f]{32}"))).isNotEmpty();
    }

    @Test
    void whatIsChosenTogetherIsCountedAnewAsEachRowChanges() {
        rig.choose("eval-gh200", "notebook-anna").pass(Duration.ofMillis(100));
        assertThat(factsThatSay("active")).hasSize(1);
        rig.roads.get("team").instances = DetailsTest::unhealthy;
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(5));
        assertThat(factsThatSay("unhealthy")).hasSize(1);
    }

    private List<Label> factsThatSay(String text) {
        return rig.nodes(
                Label.class, l -> l.getParent() instanceof GridPane && l.getText().equals(text));
    }

    @Test
    void aRowOnItsWaySaysHowLongItHasBeenSoAndHowLongThatUsuallyTakes() {
        rig.choose("eval-gh200");
        boots(Duration.ofSeconds(60));
        boots(Duration.ofSeconds(60));
        rig.roads.get("team").instances = list -> all(list, "booting");
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(30)).pass(Duration.ofSeconds(5));
        rig.picture("in-this-state");

        assertThat(rig.shows("In this state")).isTrue();
        assertThat(rig.shows("· usually 60 s")).isTrue();
        rig.roads.get("team").instances = list -> all(list, "active");
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(5));
        assertThat(rig.shows("In this state")).isFalse();
    }

    private void boots(Duration span) {
        rig.roads.get("team").instances = list -> all(list, "booting");
        rig.press(KeyCode.F5).pass(span);
        rig.roads.get("team").instances = list -> all(list, "active");
        rig.press(KeyCode.F5).pass(Duration.ofSeconds(5));
    }

    private static Json unhealthy(Json list) {
        return all(list, "unhealthy");
    }

    private static Json all(Json list, String status) {
        return Json.of(list.list().stream().map(i -> i.with("status", status)).toList());
    }

    @Test
    void thePathOfARequestIsReadBesideItsDetails() {
        rig.close();
        rig = new Rig(folder, 1440, 900, Preferences.unkept());
        rig.open("team", "Team GPU", "violet", Stage.DEVELOPMENT);
        rig.choose("eval-gh200");
        var list = (ListView<?>) Fx.call(() -> rig.scene().lookup(".ph-bottom .list-view"));
        Fx.run(() -> list.getSelectionModel().select(0));
        rig.pass(Duration.ofMillis(100));
        assertThat(rig.nodes(Text.class, t -> t.getText().equals("/api/v1/instances")))
                .isNotEmpty();
    }

    @Test
    void aRestartCanBeUndoneBeforeItInterruptsAnything() {
        rig.choose("eval-gh200").push("Restart");
        assertThat(rig.shows("Sent in 5 s.")).isTrue();
        rig.pass(Duration.ofSeconds(3)).press(KeyCode.Z, Rig.Mod.CTRL).pass(Duration.ofSeconds(20));
        assertThat(rig.commands.all().getFirst().count(ItemState.WITHDRAWN)).isOne();
        assertThat(rig.journal.newest(500)).noneMatch(e -> e.method().equals("POST"));
    }
}
