package io.pilothouse.sync.feed;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the poller knows of one feed: when it was read, how often it changes, whether something in it is on its way.
/// Times are the timeline's nanoseconds.
final class FeedState {
    /// What was learnt fades with this time constant.
    private static final double MEMORY = 30 * 60;

    /// Before anything is learnt: a change in ten minutes.
    private static final double PRIOR_SPAN = 600;

    /// A feed in which something changes with every read (an uptime) must not take all.
    private static final double MOST_RATE = 1 / 30.0;

    /// A row that says for so long that it is on its way, with nothing changing, is stuck.
    private static final Duration STUCK = Duration.ofMinutes(45);

    private static final Duration TOUCHED_FOR = Duration.ofMinutes(1);
    private static final Duration MOST_BACKOFF = Duration.ofMinutes(1);

    /// For what is refused (a project one may not see): asking again soon changes nothing.
    private static final Duration MOST_REFUSED = Duration.ofMinutes(5);

    final FeedKey key;
    final Optional<Resource> scope;
    final LongList list = new LongList(this);

    ResourceType type;
    @Nullable PageRead reading;
    boolean due;

    /// The part of it that is looked at is wanted now.
    boolean partDue;

    List<Json> answers = List.of();
    long keptAt;
    long seenAt;
    boolean unkept;

    private OptionalLong begun = OptionalLong.empty();
    private OptionalLong good = OptionalLong.empty();
    private double changes;
    private double span;
    private boolean transition;
    private long changedAt;
    private long touchedUntil;
    private int failures;
    private long notBefore;

    FeedState(FeedKey key, ResourceType type, Optional<Resource> scope, long now) {
        this.key = key;
        this.type = type;
        this.scope = scope;
        changedAt = now;
        touchedUntil = now;
        notBefore = now;
        keptAt = now;
        seenAt = now;
    }

    /// A cloud made anew has new decoders: what was read with the old ones is stale.
    void becomes(ResourceType newest) {
        due |= !newest.equals(type) && begun.isPresent();
        type = newest;
    }

    void begin(PageRead read, long now) {
        reading = read;
        due = false;
        partDue = false;
        begun = OptionalLong.of(now);
    }

    /// When the newest read that gave all its pages began; empty when none has in this run.
    OptionalLong good() {
        return good;
    }

    /// May a part of it stand for the whole, which was read and is not asked for?
    boolean partWillDo(long now) {
        return good.isPresent() && !due && !failing() && now >= touchedUntil;
    }

    boolean failing() {
        return failures > 0;
    }

    /// Rows as remembered or read, for what they say of the time to come.
    void look(List<Resource> rows) {
        transition = rows.stream().anyMatch(r -> r.status().phase().inTransition());
    }

    /// All pages were read; `first` when nothing was known before, which teaches nothing.
    void read(boolean changed, boolean first, long now) {
        if (good.isPresent()) {
            double passed = (begun.orElse(now) - good.getAsLong()) / 1e9;
            double fade = Math.exp(-passed / MEMORY);
            changes = changes * fade + (changed && !first ? 1 : 0);
            span = span * fade + passed;
        }
        if (changed) {
            changedAt = now;
        }
        good = begun;
        failures = 0;
        notBefore = now;
    }

    /// @param least the time to wait after a first failure
    void failed(CloudException why, Duration least, long now) {
        boolean refused =
                why instanceof CloudException.Refused || why instanceof CloudException.NotFound;
        var most = refused ? MOST_REFUSED : MOST_BACKOFF;
        var wait = least.multipliedBy(1L << Math.min(failures, 16));
        failures++;
        notBefore = now + (wait.compareTo(most) < 0 ? wait : most).toNanos();
    }

    /// The computer slept: what was read before is older than the clock that never jumps says, and wanted now.
    void slept(Duration span, long now) {
        begun = begun.isPresent() ? OptionalLong.of(begun.getAsLong() - span.toNanos()) : begun;
        due |= begun.isPresent();
        tryNow(now);
    }

    void tryNow(long now) {
        notBefore = Math.min(notBefore, now);
    }

    void touch(long now) {
        touchedUntil = now + TOUCHED_FOR.toNanos();
        due = true;
    }

    /// What was looked for has been seen: the feed is read as any other.
    void settle(long now) {
        touchedUntil = Math.min(touchedUntil, now);
        due = false;
    }

    boolean inTransition(long now) {
        return transition && now - changedAt < STUCK.toNanos();
    }

    double rate() {
        return Math.min(MOST_RATE, (changes + 1) / (span + PRIOR_SPAN));
    }

    /// Nanoseconds since its last read began; [Long#MAX_VALUE] when none has in this run.
    long age(long now) {
        return begun.isPresent() ? now - begun.getAsLong() : Long.MAX_VALUE;
    }

    PollPlan.Want want(boolean visible, long now) {
        boolean moving = inTransition(now) || now < touchedUntil;
        return new PollPlan.Want(
                key, age(now), rate(), visible, moving, due || partDue, notBefore - now);
    }
}
