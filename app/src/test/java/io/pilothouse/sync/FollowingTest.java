package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Chains of calls whose answers are operations that go on for a while.
class FollowingTest {
    private static final String OPERATION = "GET /operations/{id}";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final CloudException forbidden =
            new CloudException.Refused(403, new Refusal("forbidden", "no such operation", ""));
    private final CloudException notFound = new CloudException.NotFound(Refusal.NONE);

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;

    @BeforeEach
    void open() {
        IntStream.rangeClosed(1, 9).forEach(n -> cloud.machines.put("m" + n, "active"));
        harbour.open().run(MINUTE);
    }

    private Command move(String... ids) {
        List<Resource> targets = Stream.of(ids).map(harbour::machine).toList();
        return harbour.ask("t.machine.move", targets, Json.obj());
    }

    private long sent() {
        return harbour.road.count("POST", "/machines/{id}/{verb}");
    }

    private ItemState state(Command command, int step) {
        return harbour.item(command, step).state();
    }

    @Test
    void theNextStepBeginsWhenTheOperationBeforeItHasEnded() {
        cloud.running = 10;
        var command = move("m1");
        harbour.run(Duration.ofSeconds(30));
        assertThat(state(command, 0)).isEqualTo(ItemState.FOLLOWING);
        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("half way"));
        assertThat(state(command, 1)).isEqualTo(ItemState.WAITING);
        assertThat(sent()).isEqualTo(1);

        harbour.run(Duration.ofMinutes(3));
        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(2);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("done");
    }

    @Test
    void anOperationThatFailsEndsTheChainWithTheServicesWords() {
        cloud.ending = "failed";
        var command = move("m1");
        harbour.run(MINUTE);

        assertThat(state(command, 0)).isEqualTo(ItemState.REFUSED);
        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("no room"));
        assertThat(state(command, 1)).isEqualTo(ItemState.NOT_SENT);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void chainsOfDifferentRowsGoOnSideBySideButNotAllAtOnce() {
        cloud.running = Integer.MAX_VALUE;
        var command = move("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9");
        harbour.run(Duration.ofMinutes(2));
        assertThat(harbour.now(command).count(ItemState.FOLLOWING)).isEqualTo(8);

        cloud.running = 0;
        harbour.run(Duration.ofMinutes(5));
        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(18);
    }

    @Test
    void anOperationThatIsNoLongerToldOfIsFollowedByItsResource() {
        for (var lost : List.of(forbidden, notFound)) {
            cloud.refusals.put(OPERATION, lost);
            cloud.machines.put("m1", "moving");
            var command = move("m1");
            harbour.run(MINUTE);
            assertThat(state(command, 0)).isEqualTo(ItemState.FOLLOWING);
            assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("moving"));

            cloud.machines.put("m1", "active");
            harbour.run(Duration.ofMinutes(2));
            assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(2);
        }
    }

    @Test
    void aResourceThatIsGoneTooMayBeTheEndOrSayNothing() {
        cloud.refusals.put(OPERATION, forbidden);
        var command = move("m1");
        harbour.run(Duration.ofSeconds(4));
        cloud.machines.remove("m1");
        harbour.run(MINUTE);
        assertThat(state(command, 0)).as("a stop ends with it").isEqualTo(ItemState.DONE);

        harbour.run(Duration.ofMinutes(5));
        assertThat(state(command, 1)).as("a start does not").isEqualTo(ItemState.UNKNOWN);
    }

    @Test
    void anOperationThatIsKnownAMomentLateIsNotLost() {
        cloud.refusals.put(OPERATION, forbidden);
        cloud.running = 3;
        var command = move("m1");
        harbour.run(Duration.ofSeconds(5));
        cloud.refusals.clear();
        harbour.run(Duration.ofSeconds(5));

        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("half way"));
    }

    @Test
    void aServiceThatIsDownSaysNothingAboutTheOperation() {
        cloud.refusals.put(OPERATION, new CloudException.Failing(503, Refusal.NONE));
        var command = move("m1");
        harbour.run(Duration.ofMinutes(20));

        assertThat(state(command, 0)).isEqualTo(ItemState.FOLLOWING);
        assertThat(harbour.road.count("GET", "/machines/{id}")).isZero();
    }
}
