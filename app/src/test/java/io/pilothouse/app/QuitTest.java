package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.sync.Command;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What is said when the window is closed while something has not gone out.
class QuitTest {
    @TempDir private Path folder;

    private final List<String> done = new ArrayList<>();
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 800, Preferences.unkept()).open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private boolean mayQuit() {
        boolean may =
                Fx.call(() -> rig.main().mayQuit(() -> done.add("keep"), () -> done.add("quit")));
        rig.pass(Duration.ofMillis(50));
        return may;
    }

    private void terminate() {
        rig.choose("eval-gh200").press(KeyCode.DELETE).push("Terminate 1 instance");
    }

    @Test
    void withNothingUnderWayTheWindowJustGoes() {
        assertThat(mayQuit()).isTrue();
        assertThat(rig.button("Quit")).isEmpty();
    }

    @Test
    void whatIsInItsGraceIsSaidAndCancelStays() {
        terminate();
        assertThat(mayQuit()).isFalse();
        assertThat(rig.shows("Quit with a command unsent?")).isTrue();
        assertThat(rig.shows("Is withdrawn: it will not be sent.")).isTrue();
        rig.picture("quit");
        rig.press(KeyCode.ENTER);
        assertThat(done).isEmpty();
        assertThat(rig.button("Quit")).isEmpty();
        assertThat(rig.commands.all().getFirst().state()).isEqualTo(Command.State.GRACE);
    }

    @Test
    void whatIsSentMeanwhileIsNotPromisedAnyMore() {
        terminate();
        mayQuit();
        rig.pass(Duration.ofSeconds(20));
        assertThat(rig.shows("Is withdrawn: it will not be sent.")).isFalse();
        assertThat(rig.shows("Quit? All has been sent meanwhile")).isTrue();
    }

    @Test
    void quitAndKeepRunningDoWhatTheySay() {
        terminate();
        mayQuit();
        rig.push("Keep running");
        assertThat(done).containsExactly("keep");
        mayQuit();
        rig.push("Quit");
        assertThat(done).containsExactly("keep", "quit");
    }

    @Test
    void whatWasSentIsNoReasonToStay() {
        terminate();
        rig.pass(Duration.ofSeconds(20));
        assertThat(mayQuit()).isTrue();
    }
}
