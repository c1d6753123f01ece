package io.pilothouse.sync;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.Pages;
import io.pilothouse.history.Transitions;
import io.pilothouse.store.Store;
import io.pilothouse.sync.feed.FeedKeeper;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.sync.feed.PollPlan;
import io.pilothouse.sync.feed.Poller;
import io.pilothouse.sync.feed.Serial;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.Urgency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// One open account: what it offers, what it has, how it is doing. It asks *who am I* before anything else, so that a
/// refused key costs one call and not one a feed; what the service says of itself is kept for the next start.
public final class Connection implements AutoCloseable {
    /// Answers about the service itself are kept among the pages under these pseudo types.
    static final String DISCOVER = "@discover/";

    /// Where the account's key comes from, told what the service made of it.
    public interface Keys {
        /// For keys that are as they are.
        Keys FIXED =
                new Keys() {
                    @Override
                    public boolean refused() {
                        return false;
                    }

                    @Override
                    public void accepted() {}
                };

        /// The service refused the key.
        ///
        /// @return whether it may be another one when it is fetched anew, so that one more try is worth it
        boolean refused();

        /// The service took the key.
        void accepted();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration AGAIN_LEAST = Duration.ofSeconds(10);
    private static final Duration AGAIN_MOST = Duration.ofMinutes(5);

    private final Account account;
    private final Provider provider;
    private final Requests requests;
    private final Store store;
    private final Pages pages;
    private final Timeline timeline;
    private final Serial serial;
    private final Health.Book health;
    private final Keys keys;
    private final Poller poller;
    private final Listeners<Cloud> clouds = new Listeners<>();

    // touched by tasks of `serial` only
    private final Map<String, Json> discovered = new HashMap<>();
    private Pin again = () -> {};
    private Duration wait = AGAIN_LEAST;
    private boolean asking;
    private boolean closed;

    private volatile Cloud cloud;

    /// Reads from the disk what earlier runs kept; nothing is sent before [#start].
    public Connection(
            Account account,
            Provider provider,
            Requests requests,
            Store store,
            Pages pages,
            Transitions transitions,
            Timeline timeline,
            Keys keys) {
        this.account = account;
        this.keys = keys;
        this.provider = provider;
        this.requests = requests;
        this.store = store;
        this.pages = pages;
        this.timeline = timeline;
        serial = new Serial(timeline, "sync " + account.id());
        health = new Health.Book(timeline);
        health.onChange(this::tryAnotherKey);
        var kept = new ArrayList<Pages.Kept>();
        for (var page : kept()) {
            if (!page.type().startsWith(DISCOVER)) {
                kept.add(page);
            } else if (!page.answers().isEmpty()) {
                discovered.put(page.type().substring(DISCOVER.length()), page.answers().getFirst());
            }
        }
        cloud = provider.cloud(Map.copyOf(discovered), account.options());
        poller =
                new Poller(
                        account.id(),
                        cloud,
                        PollPlan.Pace.of(provider, account),
                        requests,
                        store,
                        new FeedKeeper(account.id(), pages, transitions, timeline, kept),
                        health,
                        serial,
                        timeline);
    }

    /// Shows what is remembered, then connects.
    public void start() {
        serial.run(
                () -> {
                    poller.open();
                    discover(Urgency.VISIBLE);
                });
    }

    public Account account() {
        return account;
    }

    public Provider provider() {
        return provider;
    }

    /// What the account offers, by the newest that is known; may grow once the service has answered.
    public Cloud cloud() {
        return cloud;
    }

    public Pin onCloud(Consumer<Cloud> changed) {
        return clouds.add(changed);
    }

    public Requests requests() {
        return requests;
    }

    public Inventory inventory() {
        return store.inventory(account.id());
    }

    public Poller poller() {
        return poller;
    }

    public Health health() {
        return health.health();
    }

    public Pin onHealth(Consumer<Health> listener) {
        return health.onChange(listener);
    }

    /// A read that a person asks for, such as a report's, before everything else.
    ///
    /// @param why what it is for, as the requests pane says it
    /// @param then told once on any thread: the value, or why there is none; never when it is taken back
    /// @return takes it back while it waits
    public <T> Pin read(ApiCall<T> call, String why, Consumer<Read<T>> then) {
        if (!call.repeatable()) {
            throw new IllegalArgumentException(call.request().template() + " is no read");
        }
        var ticket =
                requests.submit(
                        Order.of(
                                call,
                                Urgency.PERSON,
                                why,
                                outcome -> {
                                    switch (outcome) {
                                        case Outcome.Value<T>(var value, _) ->
                                                then.accept(new Read.Value<>(value));
                                        case Outcome.Failed<T>(var failure) -> {
                                            serial.run(() -> refused(failure));
                                            then.accept(new Read.Failed<>(failure));
                                        }
                                        case Outcome.Withdrawn<T> _ -> {}
                                    }
                                }));
        return ticket::withdraw;
    }

    /// What became of a [#read].
    public sealed interface Read<T> {
        record Value<T>(T value) implements Read<T> {}

        record Failed<T>(CloudException why) implements Read<T> {}
    }

    /// A person tries again, or the credential changed: one try, however often it is pressed meanwhile.
    public void signIn() {
        serial.run(() -> discover(Urgency.PERSON));
    }

    /// The computer has woken up: what is old by now is read again, and what waits for its next try is tried now.
    ///
    /// @param span that it slept
    public void woke(Duration span) {
        serial.run(() -> discover(Urgency.BACKGROUND));
        poller.woke(span);
    }

    /// Nothing is read any more, and what was read is forgotten.
    @Override
    public void close() {
        closeThen(() -> {});
    }

    /// As [#close]; `then` is run when it is done, so that one that takes its place finds the store empty.
    void closeThen(Runnable then) {
        serial.run(
                () -> {
                    closed = true;
                    again.close();
                    poller.close();
                    store.forget(account.id());
                    then.run();
                });
    }

    private void tryAnotherKey(Health now) {
        if (now.state() == Health.State.SIGNED_OUT
                && now.why().filter(w -> w instanceof CloudException.Unauthorized).isPresent()
                && keys.refused()) {
            serial.run(() -> discover(Urgency.VISIBLE));
        }
    }

    Serial serial() {
        return serial;
    }

    /// A command was refused so: what signs out stops the polls too. Called by tasks of [#serial].
    void refused(CloudException why) {
        if (Poller.signsOut(why)) {
            signedOut(why);
        }
    }

    private void discover(Urgency urgency) {
        boolean byItself = urgency == Urgency.BACKGROUND;
        if (asking || closed || (byItself && health.isSignedOut())) {
            return;
        }
        again.close();
        var calls = new ArrayDeque<>(provider.discover(account.options()).entrySet());
        if (calls.isEmpty()) {
            signedIn();
            return;
        }
        asking = true;
        ask(calls, urgency, true, new HashMap<>());
    }

    private void ask(
            Queue<Map.Entry<String, ApiCall<Json>>> calls,
            Urgency urgency,
            boolean first,
            Map<String, Json> found) {
        var call = calls.poll();
        if (call == null) {
            asking = false;
            learn(found);
            return;
        }
        requests.submit(
                Order.of(
                        call.getValue(),
                        urgency,
                        "connect",
                        outcome ->
                                serial.run(
                                        () -> {
                                            if (!closed
                                                    && answered(
                                                            call.getKey(), outcome, first, found)) {
                                                ask(calls, urgency, false, found);
                                            }
                                        })));
    }

    /// Goes on to the next call?
    private boolean answered(
            String name, Outcome<Json> outcome, boolean first, Map<String, Json> found) {
        Optional<CloudException> why = Optional.empty();
        switch (outcome) {
            case Outcome.Value<Json>(var json, _) -> found.put(name, json);
            case Outcome.Failed<Json>(var e) -> why = Optional.of(e);
            case Outcome.Withdrawn<Json> _ -> {}
        }
        if (why.filter(Poller::signsOut).isPresent()) {
            asking = false;
            signedOut(why.get());
            return false;
        }
        if (first) {
            health.connected(why);
            if (why.isEmpty()) {
                keys.accepted();
            }
            signedIn();
        }
        if (why.filter(Connection::passes).isPresent()) {
            asking = false;
            again = serial.after(wait, () -> discover(Urgency.BACKGROUND));
            var longer = wait.multipliedBy(2);
            wait = longer.compareTo(AGAIN_MOST) < 0 ? longer : AGAIN_MOST;
            return false;
        }
        return true;
    }

    /// May it be another time?
    private static boolean passes(CloudException why) {
        return switch (why) {
            case CloudException.Unreachable _,
                    CloudException.Unanswered _,
                    CloudException.Failing _,
                    CloudException.Throttled _,
                    CloudException.Untrusted _ ->
                    true;
            default -> false;
        };
    }

    private void signedIn() {
        health.signedIn();
        poller.run();
    }

    private void signedOut(CloudException why) {
        health.signedOut(why);
        poller.halt(why);
    }

    private void learn(Map<String, Json> found) {
        wait = AGAIN_LEAST;
        boolean changed = false;
        for (var entry : found.entrySet()) {
            if (!entry.getValue().equals(discovered.put(entry.getKey(), entry.getValue()))) {
                changed = true;
                keep(entry.getKey(), entry.getValue());
            }
        }
        if (changed) {
            cloud = provider.cloud(Map.copyOf(discovered), account.options());
            poller.cloud(cloud);
            clouds.tell(cloud);
        }
    }

    private void keep(String name, Json answer) {
        try {
            pages.keep(
                    account.id(),
                    new Pages.Kept(DISCOVER + name, "", timeline.now(), List.of(answer)));
        } catch (HistoryException e) {
            LOG.warn("what {} says of itself could not be kept", account.id(), e);
        }
    }

    private List<Pages.Kept> kept() {
        try {
            return pages.pages(account.id());
        } catch (HistoryException e) {
            LOG.warn("what was known of {} could not be read", account.id(), e);
            return List.of();
        }
    }
}
