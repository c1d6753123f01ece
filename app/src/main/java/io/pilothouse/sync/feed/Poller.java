package io.pilothouse.sync.feed;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Store;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.Urgency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Keeps the feeds of one account fresh: the next read is chosen when the last has ended, never on a fixed beat. It
/// slows down where reading fails, and never stops for good. Public methods may be called from any thread.
public final class Poller {
    /// A feed that comes on the screen older than this is read at once.
    private static final Duration STALE = Duration.ofSeconds(5);

    private final Requests requests;
    private final Store store;
    private final Timeline timeline;
    private final Serial serial;
    private final PollPlan.Pace pace;
    private final Health.Book health;
    private final FeedKeeper keeper;
    private final Listeners<String> readOnes = new Listeners<>();

    // touched by tasks of `serial` only
    private final Feeds feeds;
    private final Attention attention = new Attention();
    private Pin timer = () -> {};
    private boolean running;
    private boolean closed;
    private boolean proven;
    private int reading;
    private long pollFree;
    private long idleAt;

    public Poller(
            String account,
            Cloud cloud,
            PollPlan.Pace pace,
            Requests requests,
            Store store,
            FeedKeeper keeper,
            Health.Book health,
            Serial serial,
            Timeline timeline) {
        feeds = new Feeds(account, cloud, store);
        this.pace = pace;
        this.requests = requests;
        this.store = store;
        this.keeper = keeper;
        this.health = health;
        this.serial = serial;
        this.timeline = timeline;
        pollFree = timeline.nanos() - Duration.ofHours(1).toNanos();
        idleAt = pollFree;
    }

    /// These types are on the screen while the pin lives.
    public Pin show(Set<String> typeIds) {
        return pinned(
                typeIds,
                types -> {
                    attention.show(types);
                    feeds.of(types).forEach(this::stale);
                },
                attention::unshow);
    }

    /// These types are read even while every window is hidden, as long as the pin lives.
    public Pin watch(Set<String> typeIds) {
        return pinned(typeIds, attention::watch, attention::unwatch);
    }

    /// Of these types' rows only some are looked at while the pin lives. Feeds of other scopes are read as what is not on
    /// the screen; where a list is long, and the service can narrow it, the part is read more often than the whole.
    ///
    /// @param scope the one whose rows are looked at; empty for all
    public Pin focus(Set<String> typeIds, Optional<String> scope, Wanted wanted) {
        var on = new Attention.Focus(scope, wanted);
        return pinned(
                typeIds,
                types -> {
                    attention.focus(types, on);
                    feeds.of(types).forEach(f -> f.partDue |= f.list.focus(wanted));
                },
                types -> {
                    attention.unfocus(types, on);
                    feeds.of(types).forEach(f -> f.list.focus(attention.wanted(f)));
                });
    }

    /// Reads now, before everything else. A feed that is being read for a person already is not read twice.
    public void refresh(Set<String> typeIds) {
        serial.run(
                () -> {
                    feeds.of(typeIds).forEach(this::readForPerson);
                    next();
                });
    }

    /// Reads one row by itself, if its type has a call for that, as for a drawer that shows all of it. What comes takes
    /// the row's place in its feed; a row that is not there any more has the whole list read. A failure changes nothing:
    /// the list, which is read anyway, says what is wrong.
    ///
    /// @return takes the read back while it waits
    public Pin details(Resource row) {
        var read = new PageRead.One(requests, serial);
        serial.run(
                () ->
                        feeds.of(row)
                                .filter(_ -> !closed && !health.isSignedOut())
                                .ifPresent(
                                        feed ->
                                                feed.type
                                                        .read()
                                                        .ifPresent(
                                                                one ->
                                                                        read.start(
                                                                                one.apply(row),
                                                                                o ->
                                                                                        readOne(
                                                                                                feed,
                                                                                                row
                                                                                                        .ref(),
                                                                                                o)))));
        return () -> serial.run(read::withdraw);
    }

    /// These types were just changed by a command: they are read soon, and often for a minute.
    public void touched(Set<String> typeIds) {
        serial.run(
                () -> {
                    feeds.of(typeIds).forEach(f -> f.touch(timeline.nanos()));
                    next();
                });
    }

    /// These types were read back and show what was looked for: they are read as before. Those that somebody still
    /// [watches][#watch] are left alone.
    public void settled(Set<String> typeIds) {
        serial.run(
                () -> {
                    feeds.of(typeIds).stream()
                            .filter(f -> !attention.watched(f))
                            .forEach(f -> f.settle(timeline.nanos()));
                    next();
                });
    }

    public void windowsHidden(boolean now) {
        serial.run(
                () -> {
                    attention.hidden(now);
                    feeds.all().stream().filter(f -> attention.visible(f)).forEach(this::stale);
                    next();
                });
    }

    /// The computer has woken up: all is read again, what can be seen first, as fast as the budget of polls allows.
    ///
    /// @param span that it slept
    public void woke(Duration span) {
        serial.run(
                () -> {
                    feeds.all().forEach(f -> f.slept(span, timeline.nanos()));
                    next();
                });
    }

    // what follows is called by tasks of `serial`

    /// Shows what is remembered. Nothing is sent before [#run].
    public void open() {
        reconcile();
    }

    public void run() {
        running = true;
        proven = false;
        feeds.all().forEach(f -> f.tryNow(timeline.nanos()));
        next();
    }

    /// The account is signed out: stands still until [#run]. From now on every feed grows old for that reason.
    public void halt(CloudException why) {
        running = false;
        next();
        feeds.keys().forEach(key -> store.failed(key, why, timeline.now()));
    }

    public void cloud(Cloud other) {
        feeds.cloud(other);
        reconcile();
        next();
    }

    public void close() {
        closed = true;
        running = false;
        timer.close();
        feeds.close();
    }

    /// Told the type of each feed that was read with all its pages.
    public Pin onRead(Consumer<String> listener) {
        return readOnes.add(listener);
    }

    /// When the oldest of the newest complete reads of these types began; empty when one of their feeds has none. Types
    /// that are listed for this scope count there alone: another scope may be one that nobody here can read.
    public OptionalLong readSince(Set<String> typeIds, String scope) {
        return feeds.readSince(typeIds, scope);
    }

    private Pin pinned(
            Set<String> typeIds, Consumer<Set<String>> begin, Consumer<Set<String>> end) {
        var types = Set.copyOf(typeIds);
        serial.run(
                () -> {
                    begin.accept(types);
                    next();
                });
        var closedOnce = new AtomicBoolean();
        return () -> {
            if (closedOnce.compareAndSet(false, true)) {
                serial.run(() -> end.accept(types));
            }
        };
    }

    private void stale(FeedState feed) {
        if (!attention.hidden() && feed.age(timeline.nanos()) > STALE.toNanos()) {
            feed.due = true;
        }
    }

    /// Feeds come and go with the cloud's types and the rows of their scopes.
    private void reconcile() {
        feeds.reconcile(timeline.nanos(), this::remember, this::drop);
    }

    private void remember(FeedState feed) {
        keeper.remembered(feed.key)
                .ifPresent(
                        kept ->
                                PageRead.again(
                                                feed.type.listing().first(feed.scope),
                                                kept.answers())
                                        .map(rows -> within(feed, rows))
                                        .ifPresent(
                                                rows -> {
                                                    store.remember(feed.key, rows, kept.readAt());
                                                    feed.look(rows);
                                                }));
    }

    private void drop(FeedKey key) {
        store.read(key, List.of(), timeline.now());
        health.forget(key);
    }

    private void next() {
        timer.close();
        int atOnce = proven ? pace.atOnce() : 1;
        while (running && reading < atOnce) {
            long now = timeline.nanos();
            var wants =
                    feeds.all().stream()
                            .filter(f -> f.reading == null && attention.matters(f, now))
                            .map(f -> f.want(attention.visible(f), now))
                            .toList();
            switch (PollPlan.next(wants, pace, pollFree - now, now - idleAt)) {
                case PollPlan.Next.Read(var key, var urgency) -> {
                    feeds.get(key).ifPresent(feed -> begin(feed, urgency));
                }
                case PollPlan.Next.Wait(var time) -> {
                    timer = serial.after(time, this::next);
                    return;
                }
                case PollPlan.Next.Nothing _ -> {
                    return;
                }
            }
        }
    }

    private void readForPerson(FeedState feed) {
        boolean unseen = feed.type.onlyWhileShown() && !attention.visible(feed);
        if (closed || unseen || health.isSignedOut()) {
            return;
        }
        if (feed.reading != null) {
            if (feed.reading.urgency() == Urgency.PERSON || !feed.reading.withdraw()) {
                return;
            }
            reading--;
            feed.reading = null;
        }
        // the part that is looked at comes first, then all of it
        feed.due = begin(feed, Urgency.PERSON);
    }

    /// @return whether only a part of it is read
    private boolean begin(FeedState feed, Urgency urgency) {
        long now = timeline.nanos();
        Optional<ApiCall<Page>> part;
        ApiCall<Page> first;
        try {
            part = part(feed, now);
            first = part.orElseGet(() -> feed.type.listing().first(feed.scope));
        } catch (RuntimeException e) {
            failed(feed, new CloudException.Unreadable(0, String.valueOf(e.getMessage())));
            return false;
        }
        boolean pressing = feed.want(attention.visible(feed), now).pressing();
        boolean some = part.isPresent();
        var read = new PageRead(requests, serial, urgency, r -> ended(feed, r, some));
        reading++;
        feed.begin(read, now);
        pollFree = PollPlan.charge(pace, pollFree, now);
        if (!pressing) {
            idleAt = Math.max(idleAt, now);
        }
        read.start(first);
        return some;
    }

    private Optional<ApiCall<Page>> part(FeedState feed, long now) {
        return attention.visible(feed) && !attention.watched(feed) && feed.partWillDo(now)
                ? feed.list.first(store.get(feed.key).rows())
                : Optional.empty();
    }

    private void ended(FeedState feed, PageRead.Result result, boolean part) {
        int pages = feed.reading == null ? 1 : feed.reading.pages();
        feed.reading = null;
        reading--;
        if (closed || !feeds.hold(feed)) {
            next();
            return;
        }
        // each page was a call: the next one waits for all of them
        pollFree += pace.slot().multipliedBy(pages - 1L).toNanos();
        idleAt += PollPlan.idleGap(pace, false).multipliedBy(pages - 1L).toNanos();
        try {
            switch (result) {
                case PageRead.Result.Rows rows when part -> readPart(feed, rows.rows(), pages);
                case PageRead.Result.Rows rows -> read(feed, rows, pages);
                case PageRead.Result.Failed(CloudException.Refused _) when part -> {
                    feed.list.refused();
                    feed.due = true;
                }
                case PageRead.Result.Failed(var why) -> failed(feed, why);
                // who took it back knows why; it is read when its turn comes
                case PageRead.Result.Withdrawn _ -> {}
            }
        } finally {
            // also when an observer of the store throws: polls never stop for good
            next();
        }
    }

    private void read(FeedState feed, PageRead.Result.Rows result, int pages) {
        proven = true;
        var rows = within(feed, result.rows());
        boolean first = store.get(feed.key).readAt().isEmpty();
        var delta = store.read(feed.key, rows, timeline.now());
        boolean recovered = feed.failing();
        feed.read(delta.rowsChanged(), first, timeline.nanos());
        feed.look(rows);
        feed.list.whole(rows, pages);
        keeper.read(feed, result.answers(), delta);
        health.answered(feed.key);
        if (recovered) {
            feeds.all().forEach(f -> f.tryNow(timeline.nanos()));
        }
        if (delta.rowsChanged() && feeds.isScope(feed.key.type())) {
            reconcile();
        }
        // in its turn of its own: what a listener throws must not hold up the polls
        serial.run(() -> readOnes.tell(feed.key.type()));
    }

    /// Nothing is gone by it, and no command takes it for a complete read.
    private void readPart(FeedState feed, List<Resource> part, int pages) {
        var rows = within(feed, part);
        feed.due |= feed.list.part(store.get(feed.key).rows(), rows, pages);
        keeper.readOne(store.readSome(feed.key, rows));
        feed.look(store.get(feed.key).rows());
        health.answered(feed.key);
    }

    private void readOne(FeedState feed, Resource.Ref ref, Outcome<Resource> outcome) {
        if (closed || !feeds.hold(feed)) {
            return;
        }
        switch (outcome) {
            case Outcome.Value<Resource>(var row, _) when row.ref().equals(ref) -> {
                var now = feed.scope.map(row::within).orElse(row);
                keeper.readOne(store.readOne(feed.key, now));
                feed.look(store.get(feed.key).rows());
            }
            // an answer about something else than was asked for
            case Outcome.Value<Resource> _ -> {}
            case Outcome.Failed<Resource>(var why) when signsOut(why) -> failed(feed, why);
            case Outcome.Failed<Resource>(CloudException.NotFound _) -> {
                feed.touch(timeline.nanos());
                next();
            }
            case Outcome.Failed<Resource> _, Outcome.Withdrawn<Resource> _ -> {}
        }
    }

    private void failed(FeedState feed, CloudException why) {
        feed.failed(why, PollPlan.idleGap(pace, false), timeline.nanos());
        store.failed(feed.key, why, timeline.now());
        if (signsOut(why)) {
            health.signedOut(why);
            halt(why);
        } else {
            health.failed(feed.key, why);
        }
    }

    /// Does it stand until the credential changes or a person tries again?
    public static boolean signsOut(CloudException why) {
        return why instanceof CloudException.Unauthorized
                || why instanceof CloudException.NoCredential;
    }

    private static List<Resource> within(FeedState feed, List<Resource> rows) {
        return feed.scope
                .map(s -> rows.stream().map(r -> r.parent().isPresent() ? r : r.within(s)).toList())
                .orElse(rows);
    }
}
