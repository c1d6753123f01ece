package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.VirtualTimeline;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class FairnessTest {
    private final Account account = new Account();
    private final VirtualTimeline time = account.time;

    private void clickEverySecond(int clicks) {
        IntStream.range(0, clicks)
                .forEach(
                        i ->
                                time.after(
                                        Duration.ofSeconds(i),
                                        () ->
                                                account.submit(
                                                        Account.write("/click/" + i),
                                                        Urgency.PERSON)));
    }

    @Test
    void aClickOvertakesEveryPoll() {
        account.submit(Account.read("/now"), Urgency.BACKGROUND);
        time.runDue();
        account.submit(Account.read("/background"), Urgency.BACKGROUND);
        account.submit(Account.read("/watch"), Urgency.WATCH);
        account.submit(Account.read("/visible"), Urgency.VISIBLE);
        account.submit(Account.write("/click"), Urgency.PERSON);

        time.runUntilIdle();

        assertThat(account.arrived())
                .containsExactly("/now", "/click", "/visible", "/watch", "/background");
    }

    @Test
    void whoCameFirstGoesFirstInItsClass() {
        IntStream.range(0, 9).forEach(i -> account.submit(Account.read("/" + i), Urgency.WATCH));

        time.runUntilIdle();

        assertThat(account.arrived())
                .containsExactly("/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8");
    }

    @Test
    void oneSlotInTenGoesToPollsHoweverManyClicksThereAre() {
        account.keepReading("/feed", Urgency.BACKGROUND);
        IntStream.range(0, 400)
                .forEach(i -> account.submit(Account.write("/click/" + i), Urgency.PERSON));
        time.advance(Duration.ofSeconds(200));

        var arrived = account.arrived();
        for (int i = 0; i + 10 <= 200; i++) {
            assertThat(arrived.subList(i, i + 10)).contains("/feed");
        }
    }

    @Test
    void noFeedIsForgottenUnderAClickASecond() {
        // every feed always wants to be read again, which is the worst for the background ones
        var polls = List.of(Urgency.VISIBLE, Urgency.WATCH, Urgency.BACKGROUND);
        for (int i = 0; i < 8; i++) {
            account.keepReading("/feed/" + i, polls.get(i % 3));
        }
        clickEverySecond(600);

        time.advance(Duration.ofMinutes(10));

        int window = 15 * 8;
        var arrived = account.arrived();
        int longest = 0;
        for (int i = 0; i < 8; i++) {
            longest = Math.max(longest, longestAbsence(arrived, "/feed/" + i));
        }
        System.out.println("longest time without a feed: " + longest + " slots");
        assertThat(longest).isLessThanOrEqualTo(window);
        assertThat(arrived).filteredOn(path -> path.startsWith("/click")).hasSizeGreaterThan(500);
    }

    private static int longestAbsence(List<String> arrived, String path) {
        int longest = 0;
        int last = -1;
        for (int i = 0; i < arrived.size(); i++) {
            if (arrived.get(i).equals(path)) {
                longest = Math.max(longest, i - last);
                last = i;
            }
        }
        return Math.max(longest, arrived.size() - last);
    }

    @Test
    void whatIsOnTheScreenDoesNotStarveTheRest() {
        for (int i = 0; i < 3; i++) {
            account.keepReading("/visible/" + i, Urgency.VISIBLE);
        }
        account.keepReading("/background", Urgency.BACKGROUND);

        time.advance(Duration.ofMinutes(5));

        assertThat(longestAbsence(account.arrived(), "/background")).isLessThanOrEqualTo(20);
    }

    @Test
    void aClickWaitsASlotAtMostBeyondItsPlace() {
        var busy = new Account(Account.LAMBDA, 11);
        busy.service.spikes = 0;
        busy.service.broken = 0;
        for (int i = 0; i < 4; i++) {
            busy.keepReading("/feed/" + i, Urgency.VISIBLE);
        }
        var random = new SplittableRandom(11);
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 500; i++) {
            busy.time.advance(Duration.ofMillis(3_000 + random.nextInt(5_000)));
            long asked = busy.time.nanos();
            var call = Order.of(Account.read("/click/" + i), Urgency.PERSON, "click", _ -> {});
            busy.scheduler.submit(
                    new Order<>(
                            call.call(),
                            call.urgency(),
                            call.why(),
                            () -> waits.add(busy.time.nanos() - asked),
                            call.then()));
        }
        busy.time.advance(Duration.ofSeconds(5));

        assertThat(waits).hasSize(500);
        Collections.sort(waits);
        System.out.printf("a click's wait: p99 %.3f s%n", waits.get(495) / 1e9);
        // the slot itself is a round trip's jitter longer than a second
        assertThat(Duration.ofNanos(waits.get(495))).isLessThan(Duration.ofMillis(1_060));
    }
}
