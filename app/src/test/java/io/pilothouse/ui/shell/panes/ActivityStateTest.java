package io.pilothouse.ui.shell.panes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.testkit.Fleet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How an interrupted command stands, in words.
class ActivityStateTest {
    @TempDir private Path folder;
    private Fleet fleet;
    private ActivityViewModel activity;

    @BeforeEach
    void open() {
        fleet = new Fleet(folder).open("team", "Team");
        activity = new ActivityViewModel(fleet.bench(), () -> {});
    }

    @AfterEach
    void close() {
        activity.close();
        fleet.close();
    }

    private static Item item(ItemState state) {
        return new Item(
                0,
                "web",
                state,
                Instant.EPOCH,
                Optional.empty(),
                Note.Said.NONE,
                Json.absent(),
                List.of(),
                Optional.empty());
    }

    private String words(boolean whole, Item... items) {
        var asked =
                new Asked(
                        "c-1",
                        "team",
                        "machine.launch",
                        "Launch",
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        Json.obj(),
                        Instant.EPOCH);
        return activity.state(
                new Command(
                        asked,
                        Command.State.INTERRUPTED,
                        Optional.empty(),
                        List.of(items),
                        Optional.empty(),
                        whole));
    }

    @Test
    void whatWasNotSentIsCounted() {
        assertThat(words(true, item(ItemState.DONE), item(ItemState.NOT_SENT)))
                .isEqualTo("interrupted, 1 not sent");
    }

    @Test
    void whatNobodyKnowsIsNotSaidToBeNone() {
        assertThat(words(false, item(ItemState.DONE)))
                .isEqualTo("interrupted, perhaps not all sent");
    }
}
