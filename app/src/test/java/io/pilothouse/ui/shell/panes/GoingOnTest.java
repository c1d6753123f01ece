package io.pilothouse.ui.shell.panes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class GoingOnTest {
    private static final Instant BEGUN = Instant.parse("2026-11-21T14:32:08Z");

    private static Item item(int step, String label, ItemState state, Optional<Duration> usual) {
        return new Item(
                step,
                label,
                state,
                BEGUN.plusSeconds(step),
                Optional.empty(),
                Note.Said.NONE,
                Json.absent(),
                List.of(),
                usual);
    }

    private static String words(Item... items) {
        var asked =
                new Asked(
                        "c1",
                        "lab",
                        "crusoe.vm.change-type",
                        "Change type train-1",
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        Json.obj(),
                        BEGUN);
        var command =
                new Command(
                        asked,
                        Command.State.RUNNING,
                        Optional.empty(),
                        List.of(items),
                        Optional.empty());
        return GoingOn.of(command).map(g -> g.words(BEGUN.plusSeconds(31))).orElse("");
    }

    @Test
    void theStepOfAChainIsNamedWithItsTimes() {
        assertThat(
                        words(
                                item(0, "train-1: STOP", ItemState.DONE, Optional.empty()),
                                item(
                                        1,
                                        "train-1: UPDATE",
                                        ItemState.FOLLOWING,
                                        Optional.of(Duration.ofMinutes(2))),
                                item(2, "train-1: START", ItemState.WAITING, Optional.empty())))
                .isEqualTo("2 of 3: change train-1 · 30 s · usually 2 min");
    }

    @Test
    void ofSeveralAtATimeTheOldestIsNamedAsItIs() {
        assertThat(
                        words(
                                item(0, "web-1", ItemState.FOLLOWING, Optional.empty()),
                                item(1, "web-2: odd", ItemState.FOLLOWING, Optional.empty())))
                .isEqualTo("1 of 2: web-1 · 31 s");
        assertThat(
                        words(
                                item(0, "web-1", ItemState.DONE, Optional.empty()),
                                item(1, "web-2: odd", ItemState.FOLLOWING, Optional.empty())))
                .isEqualTo("2 of 2: web-2: odd · 30 s");
    }

    @Test
    void oneStepAloneNeedsNoName() {
        assertThat(words(item(0, "train-1", ItemState.FOLLOWING, Optional.empty())))
                .isEqualTo("31 s");
        assertThat(words(item(0, "train-1", ItemState.SENDING, Optional.empty()))).isEmpty();
    }
}
