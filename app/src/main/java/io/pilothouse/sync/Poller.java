package io.pilothouse.sync;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.ResourceType;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Keeps the feeds of one account fresh: the next read is chosen when the last has ended, never on a fixed beat. It
/// slows down where reading fails, and never stops for good. Public methods may be called from any thread.
public final class Poller {
    /// A feed that comes on the screen older than this is read at once.
    private static final Duration STALE = Duration.ofSeconds(5);

    private final String account;
    private final Requests requests;
    private final Store store;
    private final Timeline timeline;
    private final Serial serial;
    private final PollPlan.Pace pace;
    private final Health.Book health;
    private final FeedKeeper keeper;
    private final Listeners<String> readOnes = new Listeners<>();

    // touched by tasks of `serial` only
    private final Map<FeedKey, FeedState> feeds = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, Integer> watched = new HashMap<>();
    private Cloud cloud;
    private Pin timer = () -> {};
    private boolean running;
    private boolean hidden;
    private boolean closed;
    private boolean proven;
    private int reading;
    private long pollFree;
    private long idleAt;

    Poller(
            String account,
            Cloud cloud,
            PollPlan.Pace pace,
            Requests requests,
            Store store,
            FeedKeeper keeper,
            Health.Book health,
            Serial serial,
            Timeline timeline) {
        this.account = account;
        this.cloud = cloud;
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
        return counted(shown, typeIds, this::stale);
    }

    /// These types are read even while every window is hidden, as long as the pin lives.
    public Pin watch(Set<String> typeIds) {
        return counted(watched, typeIds, _ -> {});
    }

    /// Reads now, before everything else. A feed that is being read for a person already is not read twice.
    public void refresh(Set<String> typeIds) {
        serial.run(
                () -> {
                    of(typeIds).forEach(this::readForPerson);
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
                        Optional.ofNullable(
                                        feeds.get(new FeedKey(account, row.type(), row.scope())))
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
                    of(typeIds).forEach(f -> f.touch(timeline.nanos()));
                    next();
                });
    }

    /// These types were read back and show what was looked for: they are read as before. Those that somebody still
    /// [watches][#watch] are left alone.
    void settled(Set<String> typeIds) {
        serial.run(
                () -> {
                    of(typeIds).stream()
                            .filter(f -> !watched.containsKey(f.key.type()))
                            .forEach(f -> f.settle(timeline.nanos()));
                    next();
                });
    }

    public void windowsHidden(boolean now) {
        serial.run(
                () -> {
                    hidden = now;
                    feeds.values().stream().filter(f -> visible(f.key.type())).forEach(this::stale);
                    next();
                });
    }

    /// The computer has woken up: all is read again, what can be seen first, as fast as the budget of polls allows.
    ///
    /// @param span that it slept
    public void woke(Duration span) {
        serial.run(
                () -> {
                    feeds.values().forEach(f -> f.slept(span, timeline.nanos()));
                    next();
                });
    }

    // what follows is called by tasks of `serial`

    /// Shows what is remembered. Nothing is sent before [#run].
    void open() {
        reconcile();
    }

    void run() {
        running = true;
        proven = false;
        feeds.values().forEach(f -> f.tryNow(timeline.nanos()));
        next();
    }

    /// The account is signed out: stands still until [#run]. From now on every feed grows old for that reason.
    void halt(CloudException why) {
        running = false;
        next();
        feeds.keySet().forEach(key -> store.failed(key, why, timeline.now()));
    }

    void cloud(Cloud other) {
        cloud = other;
        reconcile();
        next();
    }

    void close() {
        closed = true;
        running = false;
        timer.close();
        feeds.values().stream()
                .flatMap(f -> Optional.ofNullable(f.reading).stream())
                .forEach(PageRead::withdraw);
        feeds.clear();
    }

    /// Told the type of each feed that was read with all its pages.
    Pin onRead(Consumer<String> listener) {
        return readOnes.add(listener);
    }

    /// When the oldest of the newest complete reads of these types began; empty when one of their feeds has none. Types
    /// that are listed for this scope count there alone: another scope may be one that nobody here can read.
    OptionalLong readSince(Set<String> typeIds, String scope) {
        var all =
                typeIds.stream()
                        .flatMap(
                                t -> {
                                    var here = feeds.get(new FeedKey(account, t, scope));
                                    return here == null ? of(Set.of(t)).stream() : Stream.of(here);
                                })
                        .toList();
        return all.isEmpty() || all.stream().anyMatch(f -> f.good().isEmpty())
                ? OptionalLong.empty()
                : all.stream().mapToLong(f -> f.good().getAsLong()).min();
    }

    private List<FeedState> of(Set<String> typeIds) {
        return feeds.values().stream().filter(f -> typeIds.contains(f.key.type())).toList();
    }

    private Pin counted(
            Map<String, Integer> counts, Set<String> typeIds, Consumer<FeedState> first) {
        var types = Set.copyOf(typeIds);
        serial.run(
                () -> {
                    types.forEach(t -> counts.merge(t, 1, Integer::sum));
                    of(types).forEach(first);
                    next();
                });
        var closedOnce = new AtomicBoolean();
        return () -> {
            if (closedOnce.compareAndSet(false, true)) {
                serial.run(() -> types.forEach(t -> counts.computeIfPresent(t, (_, n) -> less(n))));
            }
        };
    }

    @SuppressWarnings("NullAway") // computeIfPresent takes a null for: remove it
    private static Integer less(Integer n) {
        return n == 1 ? null : n - 1;
    }

    private void stale(FeedState feed) {
        if (!hidden && feed.age(timeline.nanos()) > STALE.toNanos()) {
            feed.due = true;
        }
    }

    private boolean visible(String type) {
        return !hidden && shown.containsKey(type);
    }

    /// Feeds come and go with the cloud's types and the rows of their scopes.
    private void reconcile() {
        var wanted = new LinkedHashMap<FeedKey, FeedState>();
        boolean more = true;
        while (more) {
            int before = wanted.size();
            for (var type : cloud.types()) {
                List<Optional<Resource>> scopes =
                        type.scope()
                                .map(s -> store.inventory(account).of(s))
                                .map(rows -> rows.stream().map(Optional::of).toList())
                                .orElse(List.of(Optional.empty()));
                for (var scope : scopes) {
                    var key = new FeedKey(account, type.id(), scope.map(Resource::id).orElse(""));
                    if (!wanted.containsKey(key)) {
                        var feed = feeds.get(key);
                        if (feed == null) {
                            feed = new FeedState(key, type, scope, timeline.nanos());
                        }
                        feed.becomes(type);
                        wanted.put(key, feed);
                        remember(feed);
                    }
                }
            }
            more = wanted.size() > before;
        }
        var gone = new ArrayList<>(feeds.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(this::drop);
        feeds.clear();
        feeds.putAll(wanted);
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
                    feeds.values().stream()
                            .filter(f -> f.reading == null && matters(f, now))
                            .map(f -> f.want(visible(f.key.type()), now))
                            .toList();
            switch (PollPlan.next(wants, pace, pollFree - now, now - idleAt)) {
                case PollPlan.Next.Read(var key, var urgency) -> {
                    var feed = feeds.get(key);
                    if (feed != null) {
                        begin(feed, urgency);
                    }
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

    private boolean matters(FeedState feed, long now) {
        return feed.type.onlyWhileShown()
                ? visible(feed.key.type())
                : !hidden || feed.inTransition(now) || watched.containsKey(feed.key.type());
    }

    private void readForPerson(FeedState feed) {
        boolean unseen = feed.type.onlyWhileShown() && !visible(feed.key.type());
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
        begin(feed, Urgency.PERSON);
    }

    private void begin(FeedState feed, Urgency urgency) {
        long now = timeline.nanos();
        ApiCall<ResourceType.Page> first;
        try {
            first = feed.type.listing().first(feed.scope);
        } catch (RuntimeException e) {
            failed(feed, new CloudException.Unreadable(0, String.valueOf(e.getMessage())));
            return;
        }
        boolean pressing = feed.want(visible(feed.key.type()), now).pressing();
        var read = new PageRead(requests, serial, urgency, r -> ended(feed, r));
        reading++;
        feed.begin(read, now);
        pollFree = PollPlan.charge(pace, pollFree, now);
        if (!pressing) {
            idleAt = Math.max(idleAt, now);
        }
        read.start(first);
    }

    private void ended(FeedState feed, PageRead.Result result) {
        int pages = feed.reading == null ? 1 : feed.reading.pages();
        feed.reading = null;
        reading--;
        if (closed || feeds.get(feed.key) != feed) {
            next();
            return;
        }
        // each page was a call: the next one waits for all of them
        pollFree += pace.slot().multipliedBy(pages - 1L).toNanos();
        idleAt += PollPlan.idleGap(pace, false).multipliedBy(pages - 1L).toNanos();
        try {
            switch (result) {
                case PageRead.Result.Rows rows -> read(feed, rows);
                case PageRead.Result.Failed(var why) -> failed(feed, why);
                // who took it back knows why; it is read when its turn comes
                case PageRead.Result.Withdrawn _ -> {}
            }
        } finally {
            // also when an observer of the store throws: polls never stop for good
            next();
        }
    }

    private void read(FeedState feed, PageRead.Result.Rows result) {
        proven = true;
        var rows = within(feed, result.rows());
        boolean first = store.get(feed.key).readAt().isEmpty();
        var delta = store.read(feed.key, rows, timeline.now());
        boolean recovered = feed.failing();
        feed.read(delta.rowsChanged(), first, timeline.nanos());
        feed.look(rows);
        keeper.read(feed, result.answers(), delta);
        health.answered(feed.key);
        if (recovered) {
            feeds.values().forEach(f -> f.tryNow(timeline.nanos()));
        }
        if (delta.rowsChanged() && isScope(feed.key.type())) {
            reconcile();
        }
        // in its turn of its own: what a listener throws must not hold up the polls
        serial.run(() -> readOnes.tell(feed.key.type()));
    }

    private void readOne(FeedState feed, Resource.Ref ref, Outcome<Resource> outcome) {
        if (closed || feeds.get(feed.key) != feed) {
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
    static boolean signsOut(CloudException why) {
        return why instanceof CloudException.Unauthorized
                || why instanceof CloudException.NoCredential;
    }

    private boolean isScope(String type) {
        return cloud.types().stream().anyMatch(t -> t.scope().filter(type::equals).isPresent());
    }

    private static List<Resource> within(FeedState feed, List<Resource> rows) {
        return feed.scope
                .map(s -> rows.stream().map(r -> r.parent().isPresent() ? r : r.within(s)).toList())
                .orElse(rows);
    }
}
