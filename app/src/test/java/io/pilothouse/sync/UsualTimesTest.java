package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.history.UsualTimes.Work;
import io.pilothouse.sync.Command.ItemState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What is learned of how long things take, and what is not.
class UsualTimesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Work SLOW = new Work("t", "t.machine.slow", 0);

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;

    @BeforeEach
    void open() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
    }

    private Command slow(Harbour at) {
        return at.ask("t.machine.slow", List.of(at.machine("m1")), Json.obj());
    }

    /// As the program dies and is started again much later.
    private Harbour recovered(Duration off) {
        cloud.running = 0;
        harbour.history.full = true; // what this run may still see does not reach the disk
        harbour.run(off);
        harbour.history.full = false;
        var next = harbour.restarted().open();
        next.commands.recover();
        next.time.runDue();
        return next;
    }

    @Test
    void theTimeFromTheAcceptanceToTheEndIsLearnedWhereTheServiceTellsNone() {
        cloud.running = 5;
        var first = slow(harbour);
        harbour.run(Duration.ofSeconds(10));
        assertThat(harbour.item(first, 0).usual()).as("never seen before").isEmpty();
        harbour.run(MINUTE);

        var learned = harbour.history.took.get(SLOW);
        assertThat(learned).hasSize(1);
        // asked after 2 s, then after half as long again each time, at most 8 s: at 32 s when all
        // is free
        assertThat(learned.getFirst()).isBetween(Duration.ofSeconds(32), Duration.ofSeconds(50));

        cloud.running = 5;
        var second = slow(harbour);
        harbour.run(Duration.ofSeconds(10));
        assertThat(harbour.item(second, 0).usual()).contains(learned.getFirst());
    }

    @Test
    void theServicesOwnWordGoesBeforeWhatWasSeen() {
        cloud.running = 5;
        cloud.took = "PT9S";
        slow(harbour);
        harbour.run(MINUTE);

        assertThat(harbour.history.took.get(SLOW)).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void eachStepOfAChainHasATimeOfItsOwnAndRowsOfABulkDoNot() {
        cloud.machines.put("m2", "active");
        harbour.run(MINUTE);
        cloud.took = "PT7S";
        harbour.ask(
                "t.machine.move",
                List.of(harbour.machine("m1"), harbour.machine("m2")),
                Json.obj());
        harbour.run(MINUTE);

        var seven = Duration.ofSeconds(7);
        assertThat(harbour.history.took)
                .containsEntry(new Work("t", "t.machine.move", 0), List.of(seven, seven))
                .containsEntry(new Work("t", "t.machine.move", 1), List.of(seven, seven))
                .hasSize(2);
    }

    @Test
    void whatFailedOrWasNeverSeenTeachesNothing() {
        cloud.ending = "failed";
        var failed = slow(harbour);
        harbour.run(MINUTE);
        assertThat(harbour.item(failed, 0).state()).isEqualTo(ItemState.REFUSED);

        var launch = harbour.launch(1);
        harbour.run(Duration.ofMillis(101));
        assertThat(harbour.item(launch, 0).state()).isEqualTo(ItemState.FOLLOWING);
        cloud.machines.clear();
        harbour.run(Duration.ofMinutes(15));
        assertThat(harbour.item(launch, 0).state()).isEqualTo(ItemState.DONE);

        assertThat(harbour.history.took).isEmpty();
    }

    @Test
    void aStepWithASignIsTimedUntilThatIsSeen() {
        harbour.launch(1);
        harbour.run(MINUTE);

        assertThat(harbour.history.took.get(new Work("t", "t.machine.launch", 0)))
                .singleElement()
                .satisfies(d -> assertThat(d).isBetween(Duration.ZERO, Duration.ofSeconds(10)));
    }

    @Test
    void afterARestartItIsCountedFromTheAcceptanceAndSaidWhatIsUsual() {
        harbour.history.took(SLOW, MINUTE);
        cloud.running = Integer.MAX_VALUE;
        var command = slow(harbour);
        harbour.run(Duration.ofSeconds(20));
        var before = harbour.item(command, 0);

        var after = recovered(Duration.ofHours(1));
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.FOLLOWING);
        assertThat(after.item(command, 0).since()).isEqualTo(before.since());
        assertThat(after.item(command, 0).usual()).contains(MINUTE);

        after.run(MINUTE);
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(after.history.took.get(SLOW))
                .as("an hour without the program is no time that it took")
                .containsExactly(MINUTE);
    }

    @Test
    void afterARestartTheServicesOwnWordIsLearnedAllTheSame() {
        cloud.running = Integer.MAX_VALUE;
        slow(harbour);
        harbour.run(Duration.ofSeconds(20));
        cloud.took = "PT45S";

        recovered(Duration.ofHours(1)).run(MINUTE);
        assertThat(harbour.history.took.get(SLOW)).containsExactly(Duration.ofSeconds(45));
    }

    @Test
    void aDiskThatRefusesTakesNothingFromTheCommand() {
        cloud.running = 3;
        var command = slow(harbour);
        harbour.run(Duration.ofSeconds(5));
        harbour.history.full = true;
        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(harbour.history.took).isEmpty();
    }
}
