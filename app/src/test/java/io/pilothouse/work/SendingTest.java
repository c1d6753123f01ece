package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// What is sent, what is not, and what is sent again.
class SendingTest {
    private final Account account = new Account();

    private void occupyTheSlot() {
        account.submit(Account.read("/first"), Urgency.PERSON);
        account.time.advance(Duration.ofMillis(10));
        account.outcomes.clear();
    }

    private CloudException failure(int index) {
        return ((Outcome.Failed<?>) account.outcomes.get(index)).why();
    }

    private void gated(Order.Gate gate) {
        account.scheduler.submit(
                new Order<>(
                        Account.write("/gated"),
                        Urgency.PERSON,
                        "test",
                        gate,
                        account.outcomes::add));
    }

    @Test
    void aReadOnlyAccountLetsNothingOutThatMayChangeSomething() {
        account.readOnly = true;
        account.submit(Account.write("/"), Urgency.PERSON);
        account.submit(Account.read("/"), Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrivedAt()).hasSize(1);
        assertThat(failure(0)).isInstanceOf(CloudException.ReadOnly.class);
        assertThat(account.outcomes.get(1)).isInstanceOf(Outcome.Value.class);
    }

    @Test
    void anAccountThatBecomesReadOnlyStopsWhatIsQueued() {
        occupyTheSlot();
        account.submit(Account.write("/"), Urgency.PERSON);
        account.readOnly = true;

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/first");
        assertThat(failure(0)).isInstanceOf(CloudException.ReadOnly.class);
    }

    @Test
    void whatIsQueuedCanBeWithdrawnAndWhatIsSentCannot() {
        occupyTheSlot();
        var queued = account.submit(Account.write("/queued"), Urgency.PERSON);
        var goes = account.submit(Account.write("/goes"), Urgency.PERSON);

        assertThat(queued.withdraw()).isTrue();
        assertThat(queued.withdraw()).isFalse();
        account.time.runUntilIdle();

        assertThat(goes.withdraw()).isFalse();
        assertThat(account.arrived()).containsExactly("/first", "/goes");
        assertThat(account.outcomes.getFirst()).isInstanceOf(Outcome.Withdrawn.class);
        assertThat(account.outcomes).hasSize(2);
    }

    @Test
    void aGateIsAskedWhenTheCallIsNextForTheWire() {
        occupyTheSlot();
        var askedAt = new ArrayList<Double>();
        long start = account.time.nanos();
        gated(() -> askedAt.add((account.time.nanos() - start) / 1e9));

        account.time.runUntilIdle();

        assertThat(askedAt).singleElement().satisfies(at -> assertThat(at).isBetween(0.9, 1.0));
        assertThat(account.arrived()).containsExactly("/first", "/gated");
    }

    @Test
    void aGateThatStaysClosedOrFailsWithdrawsTheCallAndCostsNoSlot() {
        gated(() -> false);
        gated(
                () -> {
                    throw new IOException("disk full");
                });
        account.submit(Account.read("/next"), Urgency.BACKGROUND);

        account.time.advance(Duration.ofMillis(10));

        assertThat(account.arrived()).containsExactly("/next");
        assertThat(account.outcomes.subList(0, 2)).allMatch(o -> o instanceof Outcome.Withdrawn);
    }

    @Test
    void nobodyIsLetPastWhileAGateIsAsked() {
        gated(
                () -> {
                    account.submit(Account.read("/impatient"), Urgency.PERSON);
                    assertThat(account.scheduler.traffic().inFlight()).isEqualTo(1);
                    return true;
                });

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/gated", "/impatient");
        assertThat(account.arrivedAt().get(1)).isGreaterThanOrEqualTo(1.0);
    }

    @Test
    void aReadIsTriedThreeTimesAndNoMore() {
        var call = Account.read("/");
        account.service.refused =
                Map.of(call.request(), new CloudException.Failing(503, Refusal.NONE));
        account.submit(call, Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).hasSize(3);
        assertThat(failure(0)).isInstanceOf(CloudException.Failing.class);
        assertThat(account.journal.newest(9))
                .hasSize(3)
                .allMatch(e -> e.problem().equals("Failing: HTTP 503") && e.status() == 503);
    }

    @Test
    void aReadIsNotTriedAgainAfterARefusal() {
        var call = Account.read("/");
        account.service.refused =
                Map.of(call.request(), new CloudException.Refused(403, Refusal.NONE));
        account.submit(call, Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).hasSize(1);
    }

    @Test
    void aCallThatMustNotBeRepeatedIsSentOnceWhateverHappens() {
        for (var why :
                new CloudException[] {
                    new CloudException.Failing(502, Refusal.NONE),
                    new CloudException.Throttled(Optional.of(Duration.ofSeconds(1))),
                    new CloudException.Unanswered("cut", false),
                    new CloudException.Unauthorized(Refusal.NONE)
                }) {
            var call = Account.launch(account.outcomes.size());
            account.service.refused = Map.of(call.request(), why);
            account.submit(call, Urgency.PERSON);
            account.time.runUntilIdle();
            assertThat(failure(account.outcomes.size() - 1)).isSameAs(why);
        }

        assertThat(account.arrived())
                .containsExactly("/launch/0", "/launch/1", "/launch/2", "/launch/3");
    }

    @Test
    void theOtherRequestIsSentInPlaceOnceOnItsStatus() {
        var other = Request.of("POST", "/instead");
        var call = Account.write("/delete").instead(405, other);
        account.service.refused =
                Map.of(call.request(), new CloudException.Refused(405, Refusal.NONE));
        account.submit(call, Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/delete", "/instead");
        assertThat(account.arrivedAt().get(1)).isGreaterThanOrEqualTo(1.0);
        assertThat(account.outcomes).singleElement().isInstanceOf(Outcome.Value.class);
    }

    @Test
    void theOtherRequestIsNotSentTwice() {
        var refused = new CloudException.Refused(405, Refusal.NONE);
        var other = Request.of("POST", "/instead");
        var call = Account.write("/delete").instead(405, other);
        account.service.refused = Map.of(call.request(), refused, other, refused);
        account.submit(call, Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/delete", "/instead");
        assertThat(failure(0)).isSameAs(refused);
    }

    @Test
    void aClosedRoadTakesBackWhatIsQueuedAndLetsWhatIsUnderWayEnd() {
        account.service.base = 100;
        account.submit(Account.write("/under way"), Urgency.PERSON);
        account.submit(Account.write("/queued"), Urgency.PERSON);
        account.time.advance(Duration.ofMillis(50));

        account.scheduler.close();
        account.submit(Account.write("/late"), Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/under way");
        assertThat(account.outcomes)
                .extracting(o -> o.getClass().getSimpleName())
                .containsExactly("Withdrawn", "Withdrawn", "Value");
    }

    @Test
    void anIdleRoadWakesNobody() {
        account.submit(Account.read("/"), Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.time.waiting()).isZero();
    }

    @Test
    void theTrafficIsToldAndSaysWhatWaits() {
        var told = new ArrayList<Traffic>();
        var pin = account.scheduler.onTraffic(() -> told.add(account.scheduler.traffic()));
        occupyTheSlot();
        account.submit(Account.read("/"), Urgency.WATCH);

        var traffic = told.getLast();
        assertThat(traffic.waiting()).isEqualTo(1);
        assertThat(traffic.queued())
                .containsEntry(Urgency.WATCH, 1)
                .containsEntry(Urgency.PERSON, 0);
        var all = traffic.budgets().getFirst();
        assertThat(all.lastMinute()).isEqualTo(1);
        assertThat(all.next()).isBetween(Duration.ofMillis(980), Duration.ofSeconds(1));
        pin.close();
        told.clear();
        account.time.runUntilIdle();
        assertThat(told).isEmpty();
    }
}
