package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

/// One thing done to many rows: its plan first, then a result for each.
class BulkTest {
    private static final String STOP = "action.rig.vm.stop…";

    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 800, Preferences.unkept()).openProjects();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Command command() {
        return rig.commands.all().getFirst();
    }

    private void chooseAndStop() {
        rig.choose("train-p1-1", "train-p1-2", "train-p1-3").push(STOP);
    }

    @Test
    void nothingIsSentBeforeEveryCallAndItsTimeWereShown() {
        chooseAndStop();
        rig.picture("bulk-plan");

        assertThat(rig.shows("3 calls: at once")).isTrue();
        assertThat(rig.shows("PATCH /projects/p1/vms/p1-v1/stop")).isTrue();
        assertThat(rig.commands.all()).isEmpty();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.commands.all()).isEmpty();
    }

    @Test
    void eachCallHasAResultOfItsOwnAndTheStepsFold() {
        run();
        rig.pass(Duration.ofSeconds(2)).picture("bulk-run");
        assertThat(rig.shows("1. stop train-p1-1")).isTrue();
        assertThat(rig.shows("3. stop train-p1-3")).isTrue();
        assertThat(command().items()).hasSize(3);

        rig.push("Fold the steps").pass(Duration.ofMillis(100));
        assertThat(rig.shows("3. stop train-p1-3")).isFalse();
        rig.push("Show the steps").pass(Duration.ofMinutes(3));
        assertThat(rig.shows("all 3 done")).isTrue();
        assertThat(command().count(ItemState.DONE)).isEqualTo(3);
    }

    @Test
    void itStopsBetweenTwoCallsAndTheRestIsContinuedOnlyWhenAPersonSaysSo() {
        run();
        rig.push("Stop").pass(Duration.ofMinutes(3));
        assertThat(command().state()).isEqualTo(State.INTERRUPTED);
        int sent = rig.projects.sent("PATCH", "stop").size();
        assertThat(sent).isLessThan(3);
        rig.picture("bulk-stopped");

        rig.push("Continue").pass(Duration.ofMinutes(5));
        assertThat(command().count(ItemState.DONE)).isEqualTo(3);
        assertThat(rig.projects.sent("PATCH", "stop")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theKeyThatDeletesSaysWhyItDoesNothing() {
        rig.open().choose("train-p1-1", "eval-gh200").press(KeyCode.DELETE);
        assertThat(rig.shows("Nothing is deleted: the rows are of several accounts")).isTrue();
        assertThat(rig.commands.all()).isEmpty();

        rig.go(Kind.OPERATION).choose("CREATE vm").press(KeyCode.DELETE);
        assertThat(rig.shows("Nothing is deleted: no key does that here.")).isTrue();
    }

    @Test
    void theKeyThatDeletesIsSilentWhereNothingIsChosen() {
        rig.choose().press(KeyCode.DELETE);
        assertThat(rig.shows("Nothing is deleted")).isFalse();
    }

    private void run() {
        chooseAndStop();
        rig.push("action.rig.vm.stop.verb").pass(Duration.ofMillis(20));
    }
}
