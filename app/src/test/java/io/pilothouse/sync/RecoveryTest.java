package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.history.CommandJournal;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.sync.Command.State;
import io.pilothouse.testkit.VirtualTimeline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// What the next run of the program makes of a command that this one did not see to its end.
class RecoveryTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Harbour before = new Harbour();
    private final FakeCloud cloud = before.cloud;

    @Test
    void whatWasAskedAndNotSentIsSaidSoAndCanBeContinued() {
        before.open().run(MINUTE);
        var command = before.launch(2);
        before.time.runDue();
        cloud.launched.clear();

        var after = recovered(before);
        assertThat(after.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(after.now(command).count(ItemState.NOT_SENT)).isEqualTo(1);

        after.commands.resume(command.id());
        after.run(Duration.ofMinutes(15));
        assertThat(cloud.launched.keySet()).contains(command.id() + "-2");
        assertThat(cloud.launched.values()).containsOnly(1);
    }

    @Test
    void whatWasNeverSentIsOfferedAfterAnyNumberOfRestartsUntilItIsContinued() {
        var command = cutOff();
        var run = before;
        for (int restart = 1; restart <= 4; restart++) {
            run = recovered(run).run(MINUTE);
            assertThat(run.now(command).state())
                    .as("restart " + restart)
                    .isEqualTo(State.INTERRUPTED);
            assertThat(cloud.launched).as("nothing is sent by itself").isEmpty();
        }

        run.commands.resume(command.id());
        run.run(MINUTE);
        assertThat(cloud.launched.values()).containsExactly(1);

        var next = recovered(run);
        assertThat(next.now(command).state()).isEqualTo(State.ENDED);
    }

    @Test
    void whatIsDismissedIsNotOfferedAgain() {
        var command = cutOff();
        var run = recovered(before);

        run.commands.dismiss(command.id());
        run.run(MINUTE);

        assertThat(run.now(command).state()).isEqualTo(State.ENDED);
        assertThat(run.item(command, 0).state()).isEqualTo(ItemState.NOT_SENT);
        assertThat(recovered(run).now(command).state()).isEqualTo(State.ENDED);
        run.commands.resume(command.id());
        run.run(MINUTE);
        assertThat(cloud.launched).isEmpty();
    }

    @Test
    void whatIsDismissedWhileAnotherStepIsLookedForEndsWithThat() {
        before.open().run(MINUTE);
        var command = before.launch(2);
        before.run(Duration.ofMillis(60));
        var run = recovered(before);

        run.commands.dismiss(command.id());
        run.run(MINUTE);

        assertThat(run.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(run.now(command).state()).isEqualTo(State.ENDED);
        assertThat(run.history.outcome(command.id())).isEqualTo("partly");
        assertThat(cloud.launched.values()).containsExactly(1);
    }

    @Test
    void whatWasLeftAtAnAccountThatIsNotOpenCanBeDismissed() {
        var command = cutOff();
        var run = before.restarted();
        run.commands.recover();

        run.commands.dismiss(command.id());
        run.time.runDue();

        assertThat(run.now(command).state()).isEqualTo(State.ENDED);
        assertThat(run.history.outcome(command.id())).isEqualTo("withdrawn");
    }

    /// A launch that was asked for and written down when the program ended.
    private Command cutOff() {
        before.open().run(MINUTE);
        var command = before.launch(1);
        before.history.asked(command.asked());
        return command;
    }

    @Test
    void whatWasInItsGraceWasNotSent() {
        cloud.machines.put("m1", "active");
        before.open().run(MINUTE);
        var command = before.ask("t.machine.terminate", List.of(before.machine("m1")), Json.obj());
        before.run(Duration.ofSeconds(2));

        var after = recovered(before).run(Duration.ofMinutes(5));

        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.NOT_SENT);
        assertThat(cloud.machines).containsKey("m1");
    }

    @Test
    void whatWasSentAndArrivedIsSeenByItsSign() {
        before.open().run(MINUTE);
        var command = before.launch(1);
        before.run(Duration.ofMillis(60));
        assertThat(cloud.launched).as("delivered, not answered").hasSize(1);
        assertThat(before.item(command, 0).state()).isEqualTo(ItemState.SENDING);

        var after = recovered(before);
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.UNKNOWN);
        after.run(MINUTE);

        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(after.now(command).ended()).isPresent();
        assertThat(cloud.launched.values()).containsExactly(1);
    }

    @Test
    void whatWasSentAndDidNotArriveIsNotSeen() {
        before.open().run(MINUTE);
        var command = before.launch(1);
        before.run(Duration.ofMillis(20));
        assertThat(before.item(command, 0).state()).isEqualTo(ItemState.SENDING);

        var after = recovered(before).run(Duration.ofMinutes(11));

        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.NOT_SEEN);
        assertThat(cloud.launched).isEmpty();
    }

    @Test
    void whatWasAnsweredIsNotAskedForAgain() {
        before.open().run(MINUTE);
        var command = before.launch(1);
        before.run(Duration.ofMillis(101));
        assertThat(before.item(command, 0).state()).isEqualTo(ItemState.FOLLOWING);

        var after = recovered(before).run(MINUTE);

        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(after.road.count("POST", "/launch")).isZero();
    }

    @Test
    void whatWasFollowedIsFollowedOn() {
        cloud.machines.put("m1", "active");
        cloud.running = 20;
        before.open().run(MINUTE);
        var command = before.ask("t.machine.slow", List.of(before.machine("m1")), Json.obj());
        before.run(Duration.ofSeconds(20));

        var after = recovered(before);
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.FOLLOWING);
        after.run(Duration.ofMinutes(5));

        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(after.history.outcome(command.id())).isEqualTo("done");
        assertThat(after.road.count("POST", "/slow")).isZero();
    }

    @Test
    void maskedAnswersAreAskedAgain() {
        before.open().run(MINUTE);
        before.commands.pause("none");
        var refused = new CloudException.Refused(400, Refusal.NONE);
        cloud.refusals.put("POST /key", refused);
        var answers = Json.obj("password", Secret.of("hunter2"));
        var command = before.ask("t.key.add", List.of(), answers);
        assertThat(before.commands.needsAnswers(command.id())).isFalse();

        var after = new Harbour(before.time, cloud, before.history);
        after.history.asked(command.asked());
        after.open().commands.recover();
        after.time.runDue();
        assertThat(after.commands.needsAnswers(command.id())).isTrue();

        cloud.refusals.clear();
        after.commands.resume(command.id());
        after.run(MINUTE);
        assertThat(after.road.count("POST", "/key")).isZero();

        after.commands.resume(command.id(), answers);
        after.run(MINUTE);
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void anotherPlanIsRefusedWhenAnswersAreGivenAgain() {
        before.open().run(MINUTE);
        var password = Secret.of("hunter2");
        var command =
                before.ask("t.key.add", List.of(), Json.obj("user", "root", "password", password));
        var after = new Harbour(before.time, cloud, before.history);
        after.history.asked(command.asked());
        after.open().commands.recover();
        after.time.runDue();

        var other = Json.obj("user", "admin", "password", password);
        assertThatThrownBy(() -> after.commands.resume(command.id(), other))
                .isInstanceOf(IllegalArgumentException.class);
        after.run(MINUTE);
        assertThat(after.road.count("POST", "/key")).isZero();

        var newer = Json.obj("user", "root", "password", Secret.of("hunter3"));
        after.commands.resume(command.id(), newer);
        after.run(MINUTE);
        assertThat(after.road.count("POST", "/key")).isEqualTo(1);
    }

    @Test
    void anAccountThatIsOpenedLaterIsRecoveredThen() {
        before.open().run(MINUTE);
        var command = before.launch(1);
        before.run(Duration.ofMillis(60));
        var after = before.restarted();

        after.commands.recover();
        assertThat(after.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(after.now(command).unsent()).as("how many there are").isEmpty();

        after.open().run(MINUTE);
        assertThat(after.now(command).unsent()).contains(0L);
        assertThat(after.item(command, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void whatEndedEarlierIsShown() {
        before.open().run(MINUTE);
        var command = before.launch(2);
        before.run(MINUTE);

        var after = before.restarted();
        after.commands.recover();

        assertThat(after.now(command).state()).isEqualTo(State.ENDED);
        assertThat(after.now(command).asked().title()).isEqualTo("title");
        assertThat(after.now(command).count(ItemState.DONE)).isEqualTo(2);
    }

    @Test
    void whatWasWithdrawnInItsGraceIsNotDoneAfterARestart() {
        cloud.machines.put("m1", "active");
        before.open().run(MINUTE);
        var command = before.ask("t.machine.terminate", List.of(before.machine("m1")), Json.obj());
        before.run(Duration.ofSeconds(1));
        before.commands.woke();
        before.run(MINUTE);

        var after = before.restarted();
        after.commands.recover();

        assertThat(after.now(command).state()).isEqualTo(State.ENDED);
        assertThat(after.now(command).items())
                .extracting(Item::state)
                .containsExactly(ItemState.WITHDRAWN);
    }

    @Test
    void whatWasGivenUpOfABulkIsNotDoneAfterARestart() {
        before.open().run(MINUTE);
        var command = before.launch(4);
        before.run(Duration.ofSeconds(1));
        before.commands.stop(command.id());
        before.run(MINUTE);
        before.commands.dismiss(command.id());
        before.run(MINUTE);
        var states = before.now(command).items().stream().map(Item::state).toList();

        var after = before.restarted();
        after.commands.recover();

        assertThat(states).contains(ItemState.DONE, ItemState.NOT_SENT);
        assertThat(after.now(command).items()).extracting(Item::state).isEqualTo(states);
    }

    /// Its journal has no word of what never went out.
    @ParameterizedTest
    @CsvSource({"withdrawn, WITHDRAWN", "refused, REFUSED"})
    void whatAnEarlierVersionGaveUpIsNotDone(String outcome, ItemState state) {
        cloud.machines.put("m1", "active");
        before.open().run(MINUTE);
        var command = before.ask("t.machine.terminate", List.of(before.machine("m1")), Json.obj());
        before.run(Duration.ofSeconds(1));
        before.history.ended(
                command.id(), new CommandJournal.Ended(before.time.now(), outcome, ""));

        var after = before.restarted();
        after.commands.recover();

        assertThat(after.now(command).items()).extracting(Item::state).containsExactly(state);
    }

    @Test
    void whatWasNotReachedIsKnownAfterARestart() {
        cloud.machines.put("m1", "active");
        cloud.machines.put("m2", "active");
        cloud.stubborn.add("m2");
        before.open().run(MINUTE);
        var both = List.of(before.machine("m1"), before.machine("m2"));
        var command = before.ask("t.machine.terminate", both, Json.obj());
        before.run(MINUTE);

        var after = before.restarted();
        after.commands.recover();

        assertThat(after.item(command, 0).note())
                .isEqualTo(new Note.NotReached(List.of(both.get(1).name())));
    }

    /// Killed at any moment, with answers lost at random: nothing is lost, nothing is delivered twice, and what is
    /// said of each launch is true.
    @Test
    void killedAtRandomNothingIsLostAndNothingIsSentTwice() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var world = new FakeCloud();
            var run = new Harbour(new VirtualTimeline(), world, new MemoryHistory());
            run.open().run(Duration.ofSeconds(10));
            var command = run.launch(1 + random.nextInt(6));
            for (int life = 0; life < 3; life++) {
                if (random.nextInt(3) == 0) {
                    world.lost.put("POST /launch", new CloudException.Unanswered("cut", false));
                }
                run.run(Duration.ofMillis(random.nextInt(9000)));
                run = recovered(run);
                if (random.nextBoolean()) {
                    run.commands.resume(command.id());
                }
            }
            run.run(Duration.ofMinutes(12));
            run.commands.resume(command.id());
            run.run(Duration.ofMinutes(13));

            var end = run.now(command);
            assertThat(world.launched.values()).as("seed " + seed).allMatch(n -> n == 1);
            for (Item item : end.items()) {
                boolean delivered = world.launched.containsKey(end.id() + "-" + (item.step() + 1));
                assertThat(item.state())
                        .as("seed %d, step %d", seed, item.step())
                        .isEqualTo(delivered ? ItemState.DONE : ItemState.NOT_SEEN);
            }
            assertThat(run.history.outcome(command.id())).as("seed " + seed).isNotEmpty();
        }
    }

    private static Harbour recovered(Harbour killed) {
        var next = killed.restarted().open();
        next.commands.recover();
        next.time.runDue();
        return next;
    }
}
