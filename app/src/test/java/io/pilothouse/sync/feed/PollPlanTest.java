package io.pilothouse.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.store.FeedKey;
import io.pilothouse.sync.feed.PollPlan.Next;
import io.pilothouse.sync.feed.PollPlan.Pace;
import io.pilothouse.sync.feed.PollPlan.Want;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class PollPlanTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LONG = 1000 * SECOND;
    private final Pace pace = new Pace(Duration.ofSeconds(1), 1);

    @Test
    void theOldestOfEqualFeedsIsNext() {
        var next = next(want("young", 20), want("old", 30));

        assertThat(next).isEqualTo(new Next.Read(key("old"), Urgency.BACKGROUND));
    }

    @Test
    void aFeedThatChangesFourTimesAsOftenIsReadTwiceAsOften() {
        var often = new Want(key("often"), 21 * SECOND, 0.004, false, false, false, 0);
        var seldom = new Want(key("seldom"), 40 * SECOND, 0.001, false, false, false, 0);

        assertThat(next(often, seldom)).isEqualTo(new Next.Read(key("often"), Urgency.BACKGROUND));
    }

    @Test
    void whatMovesIsReadWithoutWaitingForTheIdleShare() {
        var moving = new Want(key("moving"), 2 * SECOND, 0.001, false, true, false, 0);

        var next = PollPlan.next(List.of(moving, want("idle", 900)), pace, 0, SECOND);

        assertThat(next).isEqualTo(new Next.Read(key("moving"), Urgency.WATCH));
    }

    @Test
    void whatDoesNotMoveWaitsForItsShare() {
        var next = PollPlan.next(List.of(want("idle", 900)), pace, -LONG, SECOND);

        assertThat(next).isEqualTo(new Next.Wait(Duration.ofSeconds(3)));
    }

    @Test
    void aFeedThatFailsWaitsAndTheOthersDoNot() {
        var failing = new Want(key("failing"), LONG, 0.1, true, true, true, 60 * SECOND);

        assertThat(next(failing, want("well", 10)))
                .isEqualTo(new Next.Read(key("well"), Urgency.BACKGROUND));
    }

    @Test
    void whereThereIsNothingToReadNothingWakes() {
        assertThat(next()).isEqualTo(new Next.Nothing());
    }

    @Test
    void nineOfTenSlotsMayBeTakenOneAfterTheOther() {
        long free = -LONG;
        int taken = 0;
        for (int slot = 0; slot < 1000; slot++) {
            if (free <= slot * SECOND) {
                free = PollPlan.charge(pace, free, slot * SECOND);
                taken++;
            }
        }

        assertThat(taken).isBetween(895, 905);
    }

    @Test
    void howOftenAFeedChangesIsLearnt() {
        var feed = FeedStates.of(key("t"));
        double before = feed.rate();
        for (int i = 0; i < 100; i++) {
            FeedStates.read(feed, i % 4 == 0, false, i * 20L * SECOND);
        }
        double busy = feed.rate();
        for (int i = 100; i < 1000; i++) {
            FeedStates.read(feed, false, false, i * 20L * SECOND);
        }

        assertThat(busy).isBetween(0.008, 0.0135).isGreaterThan(4 * before);
        assertThat(feed.rate()).isLessThan(before);
    }

    private Next next(Want... wants) {
        return PollPlan.next(List.of(wants), pace, -LONG, LONG);
    }

    private static Want want(String type, long seconds) {
        return new Want(key(type), seconds * SECOND, 0.001, false, false, false, 0);
    }

    private static FeedKey key(String type) {
        return new FeedKey("a", type, "");
    }
}
