package io.pilothouse.sync.feed;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.Pages;
import io.pilothouse.history.Transitions;
import io.pilothouse.store.Delta;
import io.pilothouse.store.FeedKey;
import io.pilothouse.work.Timeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what was read into the history, sparing the disk. A disk that refuses stops no poll: it is logged once, until
/// it takes something again.
public final class FeedKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(FeedKeeper.class);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration KEPT_EVERY = Duration.ofSeconds(10);

    private final String account;
    private final Pages pages;
    private final Transitions transitions;
    private final Timeline timeline;
    private final Map<FeedKey, Pages.Kept> remembered = new HashMap<>();
    private boolean refused;

    /// @param kept pages of earlier runs
    public FeedKeeper(
            String account,
            Pages pages,
            Transitions transitions,
            Timeline timeline,
            List<Pages.Kept> kept) {
        this.account = account;
        this.pages = pages;
        this.transitions = transitions;
        this.timeline = timeline;
        kept.forEach(k -> remembered.put(new FeedKey(account, k.type(), k.scope()), k));
    }

    /// What an earlier run kept of the feed; told once.
    Optional<Pages.Kept> remembered(FeedKey feed) {
        return Optional.ofNullable(remembered.remove(feed));
    }

    void read(FeedState feed, List<Json> answers, Delta delta) {
        long now = timeline.nanos();
        boolean first = feed.answers.isEmpty();
        feed.unkept |= first || delta.rowsChanged();
        feed.answers = answers;
        attempt(() -> keep(feed, first, now, answers, delta));
    }

    /// One row was read by itself: its page stays as it was, for the list is read again before long.
    void readOne(Delta delta) {
        attempt(() -> seen(delta));
    }

    private void keep(FeedState feed, boolean first, long now, List<Json> answers, Delta delta) {
        seen(delta);
        if (feed.unkept && (first || now - feed.keptAt >= KEPT_EVERY.toNanos())) {
            pages.keep(
                    account,
                    new Pages.Kept(feed.key.type(), feed.key.scope(), timeline.now(), answers));
            feed.unkept = false;
            feed.keptAt = now;
            feed.seenAt = now;
        } else if (!feed.unkept && now - feed.seenAt >= SEEN_EVERY.toNanos()) {
            pages.seen(account, feed.key.type(), feed.key.scope(), timeline.now());
            feed.seenAt = now;
        }
    }

    private void seen(Delta delta) {
        delta.transitions().forEach(t -> seen(t.row(), t.from(), t.to()));
        if (delta.before().readAt().isEmpty()) {
            // when this home saw them first is all there is of the age of some
            delta.added().stream()
                    .filter(r -> r.get(Facts.CREATED).isEmpty())
                    .filter(r -> !r.status().word().isEmpty())
                    .forEach(r -> seen(r, "", r.status().word()));
        }
    }

    private void attempt(Runnable writing) {
        try {
            writing.run();
            refused = false;
        } catch (HistoryException e) {
            if (!refused) {
                LOG.warn("what was read of {} could not be kept", account, e);
            }
            refused = true;
        }
    }

    private void seen(Resource row, String from, String to) {
        transitions.seen(
                new Transitions.Seen(account, row.ref(), row.name(), from, to, timeline.now()));
    }
}
