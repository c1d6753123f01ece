package io.pilothouse.ui.resources.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.ui.resources.drawer.RowActivity.Entry;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class RowActivityTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Resource VM = Resource.of("t.vm", "v1", "train", Status.NONE, Json.obj());

    private static Seen seen(int minute, String from, String to) {
        return new Seen("team", VM.ref(), "train", from, to, NOON.plusSeconds(60L * minute));
    }

    private static Command command(int minute, ItemState state, Resource target) {
        var at = NOON.plusSeconds(60L * minute);
        var asked =
                new Asked(
                        "c" + minute,
                        "team",
                        "lambda.instance.restart",
                        "Restart train",
                        Optional.empty(),
                        List.of(target),
                        Json.obj(),
                        Json.obj(),
                        at);
        var item =
                new Command.Item(
                        0,
                        "",
                        state,
                        at,
                        Optional.empty(),
                        Command.Note.Said.NONE,
                        Json.absent(),
                        List.of(),
                        Optional.empty());
        return new Command(
                asked,
                Command.State.ENDED,
                Optional.empty(),
                List.of(item),
                Optional.of(at.plusSeconds(74)));
    }

    /// @param oldestFirst as they happened
    private static List<Entry> entries(List<Command> commands, Seen... oldestFirst) {
        return RowActivity.of(
                "team", VM.ref(), commands, List.of(oldestFirst).reversed(), Set.of("active"));
    }

    private static List<String> elsewhere(List<Entry> entries) {
        return entries.stream().filter(Entry::elsewhere).map(Entry::words).toList();
    }

    @Test
    void theNewestComesFirstWithItsOutcome() {
        var all =
                entries(
                        List.of(command(10, ItemState.DONE, VM)),
                        seen(0, "", "active"),
                        seen(11, "active", "booting"));
        assertThat(all)
                .extracting(Entry::words)
                .containsExactly("active → booting", "Restart", "First seen as active");
        assertThat(all.get(1).note()).isEqualTo("done, 1 min 14 s");
    }

    @Test
    void whatACommandExplainsIsFromHereAndSoIsWhatFollows() {
        var all =
                entries(
                        List.of(command(10, ItemState.DONE, VM)),
                        seen(0, "", "active"),
                        seen(11, "active", "booting"),
                        seen(35, "booting", "active"));
        assertThat(elsewhere(all)).isEmpty();
    }

    @Test
    void whatNothingExplainsIsNotFromHere() {
        var all =
                entries(
                        List.of(command(10, ItemState.DONE, VM)),
                        seen(0, "", "active"),
                        seen(11, "active", "booting"),
                        seen(15, "booting", "active"),
                        seen(120, "active", "terminating"),
                        seen(125, "terminating", "gone"));
        assertThat(elsewhere(all)).containsExactly("terminating → gone", "active → terminating");
    }

    @Test
    void aRefusedCommandExplainsNothing() {
        var all =
                entries(
                        List.of(command(100, ItemState.REFUSED, VM)),
                        seen(0, "", "active"),
                        seen(101, "active", "terminating"));
        assertThat(elsewhere(all)).containsExactly("active → terminating");
        assertThat(all.get(1).bad()).isTrue();
    }

    @Test
    void aCommandOnAnotherRowIsNotShownHere() {
        var other = Resource.of("t.vm", "v2", "other", Status.NONE, Json.obj());
        assertThat(entries(List.of(command(0, ItemState.DONE, other)))).isEmpty();
    }

    @Test
    void theBirthOfARowIsNobodysDoing() {
        var all = entries(List.of(), seen(0, "", "booting"), seen(3, "booting", "active"));
        assertThat(elsewhere(all)).isEmpty();
    }

    @Test
    void whatLeavesASteadyStateByItselfIsNotFromHereHoweverSoon() {
        var all = entries(List.of(), seen(0, "", "active"), seen(3, "active", "unhealthy"));
        assertThat(elsewhere(all)).containsExactly("active → unhealthy");
    }

    @Test
    void bothAreBounded() {
        var commands = new ArrayList<Command>();
        var changes = new ArrayList<Seen>();
        for (int i = 0; i < 80; i++) {
            commands.add(command(i, ItemState.DONE, VM));
            changes.add(seen(i, "a", "b"));
        }
        assertThat(entries(commands, changes.toArray(Seen[]::new))).hasSize(2 * RowActivity.MOST);
    }
}
