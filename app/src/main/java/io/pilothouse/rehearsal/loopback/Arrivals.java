package io.pilothouse.rehearsal.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Judges a rate limit by when requests arrive, and remembers every arrival, refused ones too.
///
/// A request is early when less than a slot lies between it and the last *accepted* one; a refused one moves nothing,
/// so that who comes too early once is not punished twice. A launch must keep both slots and, refused, uses up
/// neither. Safe for use by many threads.
public final class Arrivals {
    /// The newest arrivals kept; older ones still count in [#total()].
    public static final int KEPT = 100_000;

    /// @param all the slot between any two requests; zero means no limit
    /// @param launch the slot between two launches
    public record Limits(Duration all, Duration launch) {
        /// One request a second, one launch in 12 seconds.
        public static Limits strict() {
            return new Limits(Duration.ofSeconds(1), Duration.ofSeconds(12));
        }

        public static Limits none() {
            return new Limits(Duration.ZERO, Duration.ZERO);
        }
    }

    /// What the judge says of one arrival.
    ///
    /// @param early by how much the request came too early; empty where it is accepted
    public record Verdict(long number, Optional<Duration> early) {
        public boolean refused() {
            return early.isPresent();
        }
    }

    private final Limits limits;
    private final Arrival[] ring;
    private long total;
    private OptionalLong lastAccepted = OptionalLong.empty();
    private OptionalLong lastLaunch = OptionalLong.empty();

    public Arrivals(Limits limits) {
        this(limits, KEPT);
    }

    Arrivals(Limits limits, int kept) {
        this.limits = limits;
        this.ring = new Arrival[kept];
    }

    /// Remembers an arrival that no limit speaks about: it came without a valid key.
    public synchronized Verdict stranger(long nanos, String method, String path) {
        return new Verdict(remember(new Arrival(nanos, method, path, 0, false)), Optional.empty());
    }

    /// Remembers and judges.
    public synchronized Verdict judge(long nanos, String method, String path, boolean launch) {
        var number = remember(new Arrival(nanos, method, path, 0, launch));
        var missing = missing(nanos, lastAccepted, limits.all);
        if (launch) {
            missing = Math.max(missing, missing(nanos, lastLaunch, limits.launch));
        }
        if (missing > 0) {
            return new Verdict(number, Optional.of(Duration.ofNanos(missing)));
        }
        lastAccepted = OptionalLong.of(nanos);
        if (launch) {
            lastLaunch = OptionalLong.of(nanos);
        }
        return new Verdict(number, Optional.empty());
    }

    /// Notes what an arrival was answered with.
    public synchronized void answered(Verdict verdict, int status) {
        var place = (int) (verdict.number % ring.length);
        if (verdict.number >= total - ring.length) {
            ring[place] = ring[place].answered(status);
        }
    }

    /// All that ever arrived, also those no longer kept.
    public synchronized long total() {
        return total;
    }

    /// The newest arrivals, in the order of their stamps.
    public synchronized List<Arrival> kept() {
        var kept = new ArrayList<Arrival>();
        for (var n = Math.max(0, total - ring.length); n < total; n++) {
            kept.add(ring[(int) (n % ring.length)]);
        }
        // Two connections are stamped by two threads, which may get here in the other order.
        kept.sort(Comparator.comparingLong(Arrival::nanos));
        return kept;
    }

    /// How many kept arrivals follow the one before them by less than a slot.
    public long closerThan(Duration slot, Predicate<Arrival> which) {
        return gaps(which).stream().filter(gap -> gap < slot.toNanos()).count();
    }

    /// The smallest time between two neighbours; empty with fewer than two.
    public Optional<Duration> smallestGap(Predicate<Arrival> which) {
        return gaps(which).stream().min(Comparator.naturalOrder()).map(Duration::ofNanos);
    }

    /// How often each mutating request was delivered, by `METHOD path`, whatever was answered.
    public Map<String, Long> deliveries() {
        return kept().stream()
                .filter(Arrival::mutating)
                .collect(
                        Collectors.groupingBy(
                                a -> a.method() + " " + a.path(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private List<Long> gaps(Predicate<Arrival> which) {
        var stamps = kept().stream().filter(which).mapToLong(Arrival::nanos).toArray();
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < stamps.length; i++) {
            gaps.add(stamps[i] - stamps[i - 1]);
        }
        return gaps;
    }

    private long remember(Arrival arrival) {
        ring[(int) (total % ring.length)] = arrival;
        return total++;
    }

    /// A stamp before the last accepted one (two connections at once) is early as well.
    private static long missing(long nanos, OptionalLong last, Duration slot) {
        return last.isEmpty() ? 0 : slot.toNanos() - (nanos - last.getAsLong());
    }
}
