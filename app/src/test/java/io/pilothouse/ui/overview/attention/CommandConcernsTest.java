package io.pilothouse.ui.overview.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.sync.Command.State;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Commands of which a step goes on at the service, beside how long it usually does.
class CommandConcernsTest {
    private static final Duration USUAL = Duration.ofMinutes(2);

    @TempDir private Path folder;
    private Fleet fleet;

    @BeforeEach
    void open() {
        fleet = new Fleet(folder).open("team", "Team");
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aStepThatGoesOnForTwiceAsLongAsUsualIsWorthALook() {
        assertThat(titles(item(ItemState.FOLLOWING, USUAL.multipliedBy(2), Optional.of(USUAL))))
                .containsExactly("Resize web goes on for 4 min");
    }

    @Test
    void aServiceMayTakeItsTime() {
        var almost = USUAL.multipliedBy(2).minusSeconds(1);
        assertThat(titles(item(ItemState.FOLLOWING, almost, Optional.of(USUAL)))).isEmpty();
    }

    @Test
    void ofWhatIsUsualNowhereNothingIsLate() {
        assertThat(titles(item(ItemState.FOLLOWING, Duration.ofHours(5), Optional.empty())))
                .isEmpty();
    }

    @Test
    void aStepIsLateAlsoBehindOneOfWhichNothingIsKnown() {
        assertThat(
                        titles(
                                item(ItemState.FOLLOWING, Duration.ofHours(5), Optional.empty()),
                                item(
                                        ItemState.FOLLOWING,
                                        USUAL.multipliedBy(3),
                                        Optional.of(USUAL))))
                .containsExactly("Resize web goes on for 6 min");
    }

    @Test
    void whatHasEndedIsLateNoMore() {
        assertThat(titles(item(ItemState.DONE, Duration.ofHours(5), Optional.of(USUAL)))).isEmpty();
    }

    @Test
    void aCommandOfAnAccountThatIsNotShownIsNoConcern() {
        var late = item(ItemState.FOLLOWING, USUAL.multipliedBy(3), Optional.of(USUAL));
        var nobody = new Known(List.of(), List.of(), Fleet.NOW);
        assertThat(concerns(nobody).all(List.of(command(late)))).isEmpty();
    }

    @Test
    void howManyWereNotSentIsSaidOnlyWhenItIsKnown() {
        var one = item(ItemState.NOT_SENT, USUAL, Optional.empty());
        assertThat(titles(interrupted(true, one))).containsExactly("Resize web: 1 of 1 not sent");
        assertThat(titles(interrupted(false))).containsExactly("Resize web: perhaps not all sent");
    }

    private static Command interrupted(boolean whole, Item... items) {
        var none = Optional.<Instant>empty();
        return new Command(command().asked(), State.INTERRUPTED, none, List.of(items), none, whole);
    }

    private List<String> titles(Item... items) {
        return titles(command(items));
    }

    private List<String> titles(Command command) {
        var known = new Known(fleet.connections.all(), List.of(), Fleet.NOW);
        return concerns(known).all(List.of(command)).stream().map(Concern::title).toList();
    }

    private CommandConcerns concerns(Known known) {
        return new CommandConcerns(known, fleet.bench(), new Clock(ZoneId.of("Europe/Berlin")));
    }

    private static Item item(ItemState state, Duration ago, Optional<Duration> usual) {
        return new Item(
                0,
                "web",
                state,
                Fleet.NOW.minus(ago),
                Optional.empty(),
                Note.Said.NONE,
                Json.absent(),
                List.of(),
                usual);
    }

    private static Command command(Item... items) {
        var asked =
                new Asked(
                        "c-1",
                        "team",
                        "machine.resize",
                        "Resize web",
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        Json.obj(),
                        Instant.EPOCH);
        return new Command(
                asked, State.RUNNING, Optional.empty(), List.of(items), Optional.empty());
    }
}
