package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.SplittableRandom;

/// What a service that judges by arrival sees, over thousands of requests.
class StrictServiceTest {
    private static final long SLOT = Duration.ofSeconds(1).toNanos();

    private static Account busy(long seed) {
        var account = new Account(Account.LAMBDA, seed);
        demand(account);
        return account;
    }

    private static void demand(Account account) {
        for (int i = 0; i < 4; i++) {
            account.keepReading("/feed/" + i, Urgency.VISIBLE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noRequestArrivesWithinASlotOfAnotherWhateverTheRoadAndTheServiceDo(long seed) {
        var account = busy(seed);
        account.service.slow = 0.05;
        account.service.broken = 0.05;
        account.service.unreachable = 0.02;
        account.service.lost = 0.005;
        account.service.failing = 0.01;
        account.service.throttled = 0.002;
        var random = new SplittableRandom(seed);

        for (int part = 0; account.service.arrivals.size() < 10_000; part++) {
            account.time.advance(Duration.ofMillis(random.nextInt(60_000)));
            if (random.nextInt(4) == 0) {
                account.time.jump(Duration.ofMillis(random.nextInt(-7_200_000, 7_200_000)));
            }
            if (part % 10 == 9) {
                account.scheduler.close();
                account.start();
                demand(account);
            }
        }

        assertThat(Collections.min(account.service.gaps(_ -> true))).isGreaterThanOrEqualTo(SLOT);
    }

    @Test
    void aCrashCostsNoDistanceEither() {
        var account = busy(5);
        var random = new SplittableRandom(5);

        for (int run = 0; run < 300; run++) {
            account.time.advance(Duration.ofMillis(random.nextInt(5_000)));
            account.start();
            demand(account);
        }

        assertThat(account.service.arrivals).hasSizeGreaterThan(300);
        assertThat(Collections.min(account.service.gaps(_ -> true))).isGreaterThanOrEqualTo(SLOT);
    }

    @Test
    void launchesKeepTheirTwelveSecondsWhileReadsGoOn() {
        var account = busy(6);
        account.service.slow = 0.05;
        for (int i = 0; i < 1_001; i++) {
            account.submit(Account.launch(i), Urgency.PERSON);
        }

        account.time.advance(Duration.ofHours(4));

        var launches = account.service.gaps(request -> request.template().startsWith("/launch/"));
        assertThat(launches).hasSize(1_000);
        assertThat(Collections.min(launches)).isGreaterThanOrEqualTo(12 * SLOT);
        assertThat(Collections.min(account.service.gaps(_ -> true))).isGreaterThanOrEqualTo(SLOT);
        assertThat(account.service.arrivals).hasSizeGreaterThan(12_000);
    }

    @Test
    void theBudgetIsUsedTo98PercentAcrossEightyMilliseconds() {
        assertThat(use("80 ms, jitter, spikes", 36, 8, 0.01)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void heavyJitterCostsOnePercentMoreAndNoDistance() {
        assertThat(use("80 ms, half of it jitter", 20, 40, 0.01)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theBudgetIsUsedTo99PercentOnLoopback() {
        assertThat(use("loopback", 0, 0, 0)).isGreaterThanOrEqualTo(0.99);
    }

    private static double use(String road, int base, int jitter, double spikes) {
        var account = busy(7);
        account.service.base = base;
        account.service.jitter = jitter;
        account.service.spikes = spikes;
        account.service.spike = 100;
        account.service.broken = 0;
        account.time.advance(Duration.ofSeconds(5_000));
        var gaps = account.service.gaps(_ -> true);
        double mean = gaps.stream().mapToLong(Long::longValue).average().orElseThrow();
        long least = Collections.min(gaps);
        System.out.printf(
                "%s: %.2f %% of the budget used, least gap %.4f s%n",
                road, 100 * SLOT / mean, least / 1e9);
        assertThat(least).isGreaterThanOrEqualTo(SLOT);
        return SLOT / mean;
    }

    @Test
    void slowAnswersDoNotStopTheRoad() {
        var account = busy(8);
        account.service.slow = 1;
        account.service.slowest = 4_000;

        account.time.advance(Duration.ofMinutes(10));

        var gaps = account.service.gaps(_ -> true);
        assertThat(Collections.min(gaps)).isGreaterThanOrEqualTo(SLOT);
        // anchored on answers alone it would be one in three seconds
        assertThat(gaps.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isLessThan(1.7 * SLOT);
    }
}
