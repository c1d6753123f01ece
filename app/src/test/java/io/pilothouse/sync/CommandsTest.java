package io.pilothouse.sync;

import static io.pilothouse.sync.FakeCloud.MACHINE;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.sync.Command.State;
import io.pilothouse.sync.feed.Health;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class CommandsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;

    @BeforeEach
    void open() {
        cloud.machines.put("m1", "active");
        cloud.machines.put("m2", "active");
        cloud.machines.put("m3", "active");
        harbour.open().run(MINUTE);
    }

    @Test
    void eightLaunchesAreSentOneAfterTheOtherAndSeen() {
        var command = harbour.launch(8);
        assertThat(command.items()).hasSize(8);

        harbour.run(Duration.ofSeconds(40));

        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(8);
        assertThat(harbour.now(command).state()).isEqualTo(State.ENDED);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("done");
        assertThat(harbour.history.get(command.id()).sent())
                .as("what each answer said is kept")
                .allMatch(s -> s.result().orElseThrow().answer().word("id").startsWith("m-"));
        assertThat(cloud.launched).hasSize(8);
        assertThat(harbour.feed(MACHINE).rows()).hasSize(11);
    }

    @Test
    void theIdIsOfLettersDigitsAndAHyphenAndShort() {
        var first = harbour.launch(1);
        var second = harbour.launch(1);

        assertThat(first.id()).matches("[0-9a-z-]{1,40}").isNotEqualTo(second.id());
    }

    @Test
    void undoInTheGraceSendsNothing() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        assertThat(command.state()).isEqualTo(State.GRACE);
        harbour.run(Duration.ofMillis(4900));
        harbour.commands.undo(command.id());

        harbour.run(MINUTE);

        assertThat(harbour.road.count("POST", "/terminate")).isZero();
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.WITHDRAWN);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("withdrawn");
    }

    @Test
    void undoAfterTheGraceDoesNothing() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        harbour.run(Duration.ofSeconds(6));

        harbour.commands.undo(command.id());
        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(cloud.machines).doesNotContainKey("m1");
    }

    @Test
    void aGraceThatWasSleptThroughSendsNothingAndSaysWhy() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        harbour.run(SECOND);
        harbour.time.jump(Duration.ofHours(8));

        harbour.run(MINUTE);

        assertThat(harbour.road.count("POST", "/terminate")).isZero();
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.WITHDRAWN);
        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Slept());
        assertThat(harbour.history.outcome(command.id())).isEqualTo("withdrawn");
    }

    @Test
    void wakingUpUndoesWhatIsInItsGraceAtOnce() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        var running = harbour.launch(1);
        harbour.run(SECOND);

        harbour.commands.woke();
        harbour.run(SECOND);

        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Slept());
        harbour.run(MINUTE);
        assertThat(harbour.item(running, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void aClockThatIsSetBackChangesNothing() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        harbour.time.jump(Duration.ofHours(-3));

        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void quittingUndoesWhatIsInItsGrace() {
        var command = harbour.ask("t.machine.terminate", machines("m1"), Json.obj());
        harbour.run(SECOND);

        var done = harbour.commands.withdrawGrace().toCompletableFuture();
        harbour.time.runDue();

        assertThat(done).isCompleted();
        assertThat(harbour.history.outcome(command.id())).isEqualTo("withdrawn");
        assertThat(harbour.commands.pending()).isEmpty();
    }

    @Test
    void aTerminateThatReachesSomeSaysWhich() {
        cloud.stubborn.add("m2");
        var command = harbour.ask("t.machine.terminate", machines("m1", "m2", "m3"), Json.obj());

        harbour.run(MINUTE);

        var item = harbour.item(command, 0);
        assertThat(item.state()).isEqualTo(ItemState.DONE);
        assertThat(item.reached()).containsExactly("m1", "m3");
        assertThat(item.note()).isEqualTo(new Note.NotReached(List.of("m2")));
        assertThat(harbour.feed(MACHINE).rows()).hasSize(1);
    }

    @Test
    void aRefusedLaunchDoesNotHoldUpTheOthersAndCanBeTriedAgain() {
        var full = new CloudException.Refused(400, new Refusal("no-capacity", "none left", ""));
        cloud.refusals.put("POST /launch", full);
        var command = harbour.launch(3);
        harbour.run(Duration.ofMillis(500));
        cloud.refusals.clear();

        harbour.run(MINUTE);
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.REFUSED);
        assertThat(harbour.item(command, 0).why()).contains(full);
        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(2);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("partly");

        harbour.commands.retry(command.id(), 0);
        harbour.commands.retry(command.id(), 1);
        harbour.run(MINUTE);
        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(3);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("done");
        assertThat(cloud.launched.values()).containsOnly(1);
    }

    @Test
    void aRefusedKeyStopsTheRest() {
        cloud.refusals.put("POST /launch", new CloudException.Unauthorized(Refusal.NONE));
        var command = harbour.launch(3);

        harbour.run(MINUTE);

        assertThat(harbour.road.count("POST", "/launch")).isEqualTo(1);
        assertThat(harbour.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(harbour.now(command).count(ItemState.NOT_SENT)).isEqualTo(2);
        assertThat(harbour.connection().health().state()).isEqualTo(Health.State.SIGNED_OUT);
    }

    @Test
    void aStepForTheSameRowIsNotSentAfterARefusal() {
        cloud.refusals.put("POST /slow", new CloudException.Conflict(Refusal.NONE));
        var command = harbour.ask("t.machine.chain", machines("m1"), Json.obj());

        harbour.run(MINUTE);
        assertThat(harbour.item(command, 1).state()).isEqualTo(ItemState.NOT_SENT);
        assertThat(harbour.road.count("POST", "/check")).isZero();

        cloud.refusals.clear();
        harbour.commands.retry(command.id(), 0);
        harbour.run(MINUTE);
        assertThat(harbour.now(command).count(ItemState.DONE)).isEqualTo(2);
    }

    @Test
    void aTwoHundredThatIsARefusalIsRefused() {
        var command = harbour.ask("t.machine.check", machines("m1"), Json.obj());

        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.REFUSED);
        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("no such entry"));
    }

    @Test
    void aLongOperationIsFollowedThroughLostPollsAndNeverCalledFailed() {
        cloud.running = 200;
        var command = harbour.ask("t.machine.slow", machines("m1"), Json.obj());
        harbour.run(MINUTE);
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.FOLLOWING);
        assertThat(harbour.item(command, 0).note()).isEqualTo(new Note.Said("half way"));

        var down = new CloudException.Unanswered("cut", false);
        cloud.refusals.put("GET /operations/{id}", down);
        harbour.run(Duration.ofMinutes(20));
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.FOLLOWING);

        cloud.refusals.clear();
        harbour.run(Duration.ofMinutes(40));
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(harbour.road.count("POST", "/slow")).isEqualTo(1);
    }

    @Test
    void anUnknownLaunchIsResolvedByItsTag() {
        cloud.lost.put("POST /launch", new CloudException.Unanswered("cut", false));
        var command = harbour.launch(1);

        harbour.run(Duration.ofSeconds(10));

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(cloud.launched.values()).containsExactly(1);
    }

    @Test
    void anUnknownLaunchWhoseTagDoesNotComeIsNotSeenAfterTenMinutes() {
        cloud.refusals.put("POST /launch", new CloudException.Failing(502, Refusal.NONE));
        var command = harbour.launch(1);

        harbour.run(Duration.ofMinutes(9));
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.UNKNOWN);

        harbour.run(Duration.ofMinutes(2));
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.NOT_SEEN);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("not-seen");
        assertThat(harbour.road.count("POST", "/launch")).isEqualTo(1);
    }

    @Test
    void whileReadingFailsNothingIsCalledNotSeen() {
        var lost = new CloudException.Failing(502, Refusal.NONE);
        cloud.refusals.put("POST /launch", lost);
        cloud.refusals.put("GET /machines", lost);
        var command = harbour.launch(1);

        harbour.run(Duration.ofHours(2));

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.UNKNOWN);
        assertThat(harbour.now(command).ended()).isEmpty();
    }

    @Test
    void anUnknownOutcomeWithoutASignEndsAsUnknownAndIsNotSentAgain() {
        cloud.lost.put("POST /slow", new CloudException.Unanswered("cut", false));
        var command = harbour.ask("t.machine.slow", machines("m1"), Json.obj());
        harbour.run(MINUTE);
        harbour.commands.retry(command.id(), 0);

        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.UNKNOWN);
        assertThat(harbour.now(command).ended()).isPresent();
        assertThat(harbour.road.count("POST", "/slow")).isEqualTo(1);
    }

    @Test
    void aTwoHundredThatCanNotBeReadWasDone() {
        cloud.lost.put("POST /slow", new CloudException.Unreadable(200, "no JSON"));
        var command = harbour.ask("t.machine.slow", machines("m1"), Json.obj());

        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void aFullDiskSendsNothingAndSaysSo() {
        harbour.history.full = true;
        var command = harbour.launch(2);
        harbour.run(MINUTE);
        assertThat(cloud.launched).isEmpty();
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.REFUSED);
        assertThat(harbour.item(command, 0).note())
                .isEqualTo(new Note.NotWritten("no space left on the disk"));

        harbour.history.full = false;
        harbour.commands.retry(command.id(), 0);
        harbour.run(MINUTE);
        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void aDiskThatFillsUpOnTheWayStopsTheRest() {
        var command = harbour.launch(5);
        harbour.run(Duration.ofMillis(1500));
        harbour.history.full = true;

        harbour.run(MINUTE);

        assertThat(cloud.launched).hasSizeLessThan(4);
        assertThat(cloud.launched.values()).containsOnly(1);
        assertThat(harbour.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(harbour.now(command).count(ItemState.REFUSED)).isEqualTo(1);
    }

    @Test
    void aPauseHoldsTheRestUntilItGoesOn() {
        var command = harbour.launch(4);
        harbour.run(Duration.ofMillis(1500));
        harbour.commands.pause(command.id());
        harbour.run(MINUTE);
        int sent = cloud.launched.size();
        assertThat(sent).isBetween(1, 2);
        assertThat(harbour.now(command).state()).isEqualTo(State.PAUSED);

        harbour.commands.resume(command.id());
        harbour.run(MINUTE);

        assertThat(cloud.launched).hasSize(4);
        assertThat(cloud.launched.values()).containsOnly(1);
        assertThat(harbour.now(command).state()).isEqualTo(State.ENDED);
    }

    @Test
    void whatIsStoppedCanBeContinued() {
        var command = harbour.launch(4);
        harbour.run(Duration.ofMillis(1500));
        harbour.commands.stop(command.id());
        harbour.run(MINUTE);
        assertThat(harbour.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(harbour.now(command).count(ItemState.NOT_SENT)).isBetween(2L, 3L);
        assertThat(harbour.history.outcome(command.id())).as("still offered").isEmpty();

        harbour.commands.resume(command.id());
        harbour.run(MINUTE);

        assertThat(cloud.launched).hasSize(4);
        assertThat(cloud.launched.values()).containsOnly(1);
        assertThat(harbour.history.outcome(command.id())).isEqualTo("done");
    }

    @Test
    void whatIsShownOnceIsThereAndNotOnTheDisk() {
        var command = harbour.ask("t.key.add", List.of(), Json.obj("name", "n"));

        harbour.run(MINUTE);

        assertThat(harbour.item(command, 0).shown().word("private_key")).contains("KEY");
        assertThat(harbour.item(command, 0).shown().fields()).hasSize(1);
    }

    @Test
    void aClosedAccountInterruptsItsCommands() {
        var command = harbour.launch(4);
        harbour.run(Duration.ofMillis(1500));

        harbour.connections.close("a");
        harbour.run(MINUTE);

        assertThat(harbour.now(command).state()).isEqualTo(State.INTERRUPTED);
        assertThat(cloud.launched).hasSizeLessThan(4);
    }

    @Test
    void aPlanSendsNothing() {
        var action = harbour.connection().cloud().action("t.machine.launch").orElseThrow();

        var steps =
                harbour.commands.plan(
                        action, Optional.empty(), List.of(), Json.obj(), Json.obj("n", 3));
        harbour.run(MINUTE);

        assertThat(steps).hasSize(3);
        assertThat(harbour.road.count("POST", "/launch")).isZero();
    }

    @Test
    void secretsGoOutButAreMaskedInTheJournal() {
        var command =
                harbour.ask("t.key.add", List.of(), Json.obj("password", Secret.of("hunter2")));

        harbour.run(MINUTE);

        assertThat(harbour.history.get(command.id()).toString()).doesNotContain("hunter2");
        assertThat(harbour.road.sent)
                .filteredOn(s -> s.why().equals(command.id()))
                .first()
                .matches(s -> s.request().body().secret("password").isPresent());
    }

    private List<Resource> machines(String... ids) {
        return List.of(ids).stream().map(harbour::machine).toList();
    }
}
