package io.pilothouse.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.store.FeedKey;
import io.pilothouse.sync.feed.PollPlan.Pace;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How long it takes until a change of a machine is seen, under one request a second: the plan against what other
/// programs do, and against one that knows what changes when.
///
/// Six feeds, 8 seeds, an hour each. Clicks come in bursts, each takes a slot. A launch makes a machine appear
/// that boots for minutes; other feeds change now and then. Requests leave on a grid of whole slots, and an answer comes
/// 0.3 s later. Counted are the changes of machines while one of them is on its way.
class TimeToVisibleTest {
    private static final int HOUR = 3600;
    private static final int SEEDS = 8;
    private static final double ANSWER = 0.3;
    private static final int MACHINES = 0;
    private static final int FEEDS = 6;

    /// Chooses what to read in a slot that no click takes; empty leaves it free.
    private interface Strategy {
        Optional<Integer> at(int slot, World world);

        default void read(int feed, int slot, boolean changed, boolean moving) {}

        default void clicked(int slot) {}
    }

    private record Change(double at, int feed, int moving) {}

    /// What happens, drawn before anybody looks: the same for every strategy but for when its clicks get through.
    private static final class World {
        private final SplittableRandom random;
        private final PriorityQueue<Change> ahead =
                new PriorityQueue<>((a, b) -> Double.compare(a.at(), b.at()));
        private final List<List<Double>> unseen =
                IntStream.range(0, FEEDS)
                        .mapToObj(_ -> (List<Double>) new ArrayList<Double>())
                        .toList();
        private final PriorityQueue<Double> coming = new PriorityQueue<>();
        private final Queue<Double> clicks = new ArrayDeque<>();
        private final double[] nextChange = new double[FEEDS];
        private final double[] sum = new double[1];
        private double nextBurst;
        private int booting;
        private int counted;

        World(long seed) {
            random = new SplittableRandom(seed);
            nextBurst = gap(240);
            for (int feed = 1; feed < FEEDS; feed++) {
                nextChange[feed] = gap(900);
            }
        }

        private double gap(double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }

        void passTo(double now) {
            while (nextBurst <= now) {
                int size = 1 + random.nextInt(6);
                double at = nextBurst;
                for (int i = 0; i < size; i++) {
                    coming.add(at);
                    at += 0.5 + 2.5 * random.nextDouble();
                }
                nextBurst += gap(240);
            }
            while (!coming.isEmpty() && coming.peek() <= now) {
                clicks.add(coming.remove());
            }
            for (int feed = 1; feed < FEEDS; feed++) {
                while (nextChange[feed] <= now) {
                    unseen.get(feed).add(nextChange[feed]);
                    nextChange[feed] += gap(900);
                }
            }
            while (!ahead.isEmpty() && ahead.peek().at() <= now) {
                var change = ahead.remove();
                booting += change.moving();
                unseen.get(MACHINES).add(change.at());
            }
        }

        /// A click that launches: the machine appears at once and is up after minutes.
        void click(double now) {
            clicks.remove();
            double appears = now + 0.2;
            ahead.add(new Change(appears, MACHINES, 1));
            ahead.add(new Change(appears + 60 + gap(120), MACHINES, -1));
        }

        boolean read(int feed, double sent) {
            passTo(sent);
            var seen = unseen.get(feed);
            if (feed == MACHINES) {
                seen.forEach(at -> sum[0] += sent + ANSWER - at);
                counted += seen.size();
            }
            boolean changed = !seen.isEmpty();
            seen.clear();
            return changed;
        }

        double mean() {
            return sum[0] / counted;
        }
    }

    /// @param seconds mean time until a change of a machine is seen
    /// @param share of the slots that went to reads
    private record Run(double seconds, double share) {}

    private static Run run(Strategy strategy, long seed) {
        var world = new World(seed);
        int reads = 0;
        for (int slot = 0; slot < HOUR; slot++) {
            world.passTo(slot);
            if (!world.clicks.isEmpty()) {
                world.click(slot);
                strategy.clicked(slot);
                continue;
            }
            var feed = strategy.at(slot, world);
            if (feed.isPresent()) {
                reads++;
                boolean changed = world.read(feed.get(), slot);
                strategy.read(feed.get(), slot, changed, world.booting > 0);
            }
        }
        return new Run(world.mean(), reads / (double) HOUR);
    }

    /// Knows what has changed, and reads the feed of the machines first.
    private static final class Clairvoyant implements Strategy {
        @Override
        public Optional<Integer> at(int slot, World world) {
            return IntStream.range(0, FEEDS)
                    .filter(f -> !world.unseen.get(f).isEmpty())
                    .boxed()
                    .findFirst();
        }
    }

    /// Each feed on a timer of its own; what is due waits in line, behind the clicks.
    private static final class Timers implements Strategy {
        private final double[] every;
        private final double[] due = new double[FEEDS];
        private final Queue<Integer> line = new ArrayDeque<>();

        Timers(double... every) {
            this.every = every;
        }

        @Override
        public Optional<Integer> at(int slot, World world) {
            for (int feed = 0; feed < FEEDS; feed++) {
                if (due[feed] <= slot) {
                    due[feed] = Double.MAX_VALUE;
                    line.add(feed);
                }
            }
            return Optional.ofNullable(line.poll());
        }

        @Override
        public void read(int feed, int slot, boolean changed, boolean moving) {
            due[feed] = slot + ANSWER + every[feed];
        }
    }

    private static final class RoundRobin implements Strategy {
        private int next;

        @Override
        public Optional<Integer> at(int slot, World world) {
            return Optional.of(next++ % FEEDS);
        }
    }

    /// The program's own plan, with the machines on the screen.
    private static final class Plan implements Strategy {
        private final Pace pace = new Pace(Duration.ofSeconds(1), 1);
        private final List<FeedState> feeds = new ArrayList<>();
        private long free = -HOUR * 1_000_000_000L;
        private long idle = free;

        Plan() {
            for (int i = 0; i < FEEDS; i++) {
                var key = new FeedKey("a", "t" + i, "");
                feeds.add(FeedStates.of(key));
            }
        }

        @Override
        public Optional<Integer> at(int slot, World world) {
            long now = slot * 1_000_000_000L;
            var wants =
                    IntStream.range(0, FEEDS)
                            .mapToObj(i -> feeds.get(i).want(i == MACHINES, now))
                            .toList();
            if (PollPlan.next(wants, pace, free - now, now - idle)
                    instanceof PollPlan.Next.Read(var key, _)) {
                int feed = Integer.parseInt(key.type().substring(1));
                free = PollPlan.charge(pace, free, now);
                if (!wants.get(feed).pressing()) {
                    idle = now;
                }
                return Optional.of(feed);
            }
            return Optional.empty();
        }

        @Override
        public void read(int feed, int slot, boolean changed, boolean moving) {
            long now = slot * 1_000_000_000L;
            FeedStates.read(feeds.get(feed), changed, feed == MACHINES && moving, now);
        }

        @Override
        public void clicked(int slot) {
            feeds.get(MACHINES).touch(slot * 1_000_000_000L);
        }
    }

    @Test
    void aChangeIsSeenNearlyAsSoonAsIfItWereKnownBefore() {
        var clairvoyant = over(Clairvoyant::new);
        var plan = over(Plan::new);
        var few = over(TimeToVisibleTest::drawn);
        var ten = over(() -> new Timers(10, 10, 10, 10, 10, 10));
        var loop = over(() -> new Timers(30, 30, 30, 30, 30, 30));
        var robin = over(RoundRobin::new);
        // set by hand for just these feeds, and asking as often when nothing happens
        var tuned = over(() -> new Timers(2, 10, 10, 10, 10, 10));
        say("clairvoyant", clairvoyant, clairvoyant);
        say("plan", plan, clairvoyant);
        say("timers of 2-5 s", few, clairvoyant);
        say("timers of 10 s", ten, clairvoyant);
        say("loop of 30 s", loop, clairvoyant);
        say("clicks first, round robin", robin, clairvoyant);
        say("timers of 2 and 10 s", tuned, clairvoyant);

        double best = Math.min(few.seconds(), Math.min(ten.seconds(), loop.seconds()));
        assertThat(plan.seconds()).isLessThanOrEqualTo(1.5 * clairvoyant.seconds());
        assertThat(plan.seconds()).isLessThanOrEqualTo(0.45 * best);
        assertThat(plan.seconds()).isLessThanOrEqualTo(0.45 * robin.seconds());
        assertThat(plan.seconds()).isLessThan(tuned.seconds());
        assertThat(plan.share()).isLessThan(tuned.share());
    }

    private static void say(String name, Run run, Run clairvoyant) {
        System.out.printf(
                "%-26s %5.2f s %5.2fx, reads in %2.0f %% of the slots%n",
                name, run.seconds(), run.seconds() / clairvoyant.seconds(), 100 * run.share());
    }

    /// Each feed on a timer of 2 to 5 s, whichever it is.
    private static Strategy drawn(long seed) {
        return new Timers(new SplittableRandom(seed).doubles(FEEDS, 2, 5).toArray());
    }

    private static Run over(Supplier<Strategy> strategy) {
        return over(_ -> strategy.get());
    }

    private static Run over(LongFunction<Strategy> strategy) {
        var runs =
                IntStream.range(0, SEEDS).mapToObj(s -> run(strategy.apply(s), 1000 + s)).toList();
        return new Run(
                runs.stream().mapToDouble(Run::seconds).average().orElseThrow(),
                runs.stream().mapToDouble(Run::share).average().orElseThrow());
    }
}
