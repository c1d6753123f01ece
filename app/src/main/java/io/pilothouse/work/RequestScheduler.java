package io.pilothouse.work;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.work.Fetch.Waiter;
import io.pilothouse.work.pace.Backoff;
import io.pilothouse.work.pace.Lane;
import io.pilothouse.work.pace.SentTimes;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one road to a service with one credential: who goes next, when, and what becomes of it. The state is kept in
/// [Road], under its lock; here are the threads, and everybody who is called: gates, the wire, decoders, listeners and
/// those who wait, all outside of the lock.
///
/// A read is sent at most three times, a call that is not repeatable once; a 401 under a [Terms.Login] and the
/// alternative of [ApiCall#instead] allow one more each, since such an answer proves that nothing was done. A gate is
/// asked before the first of them only. Equal reads share one answer, unless a write has left or ended since the read
/// under way left: its answer may be older than the write. After a 429 nothing leaves under the same budgets for as long
/// as `Retry-After` asks, at most [Backoff#LONGEST_ASKED], or for a jittered while where it asks for nothing.
public final class RequestScheduler implements Requests, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestScheduler.class);

    private final Timeline time;
    private final long start;
    private final Wire wire;
    private final Terms terms;
    private final RequestJournal journal;
    private final SentTimes sentTimes;
    private final Road road;
    private final Listeners<RequestScheduler> changed = new Listeners<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Object alarmLock = new Object();
    private Pin alarm = () -> {};
    private long alarmAt = Long.MAX_VALUE;

    /// The disk took no time of a sending, and was not heard to since.
    private volatile boolean forgetful;

    /// @param seed of the jitter, so that a test is repeatable
    public RequestScheduler(
            Timeline time,
            Wire wire,
            Terms terms,
            RequestJournal journal,
            SentTimes sentTimes,
            long seed) {
        this.time = time;
        this.start = time.nanos();
        this.wire = wire;
        this.terms = terms;
        this.journal = journal;
        this.sentTimes = sentTimes;
        this.road = new Road(terms, seed);
        road.resume(sentTimes, time.now(), clock());
    }

    /// Never waits and never answers on the thread that calls.
    ///
    /// @throws IllegalArgumentException for a budget that the account does not have: a fault of the program
    @Override
    public <T> Ticket submit(Order<T> order) {
        var _ = road.lanes(order.call().budgets());
        var waiter = road.waiter(order);
        if (!order.call().repeatable() && terms.readOnly().getAsBoolean()) {
            tell(waiter.fails(new CloudException.ReadOnly()));
            return () -> false;
        }
        var fetch = road.queue(waiter, clock());
        if (fetch.isEmpty()) {
            tell(waiter.isWithdrawn());
            return () -> false;
        }
        pump();
        return () -> withdraw(fetch.get(), waiter);
    }

    /// What the road looks like now.
    public Traffic traffic() {
        return road.traffic(clock());
    }

    /// Tells of each change of [#traffic], on whatever thread made it; many a second, so whoever listens should collect
    /// them.
    public Pin onTraffic(Runnable news) {
        return changed.add(_ -> news.run());
    }

    /// How long it takes until the last of these calls is answered, if they were all handed in now by a person: behind
    /// the clicks that wait already, polls apart. 0 for none.
    ///
    /// @param calls of each call its budgets besides [ApiCall#ALL]
    /// @throws IllegalArgumentException for a budget that the account does not have
    public Duration estimate(List<Set<String>> calls) {
        return road.estimate(calls, clock());
    }

    /// What is queued ends withdrawn, or with its last failure where it waited for another try; what is on the wire
    /// goes on to its end, without another try. Closing twice does nothing.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        road.close().forEach(fetch -> fetch.takenBack().forEach(this::tell));
        setAlarm();
        var wall = time.now();
        road.sinceLast(clock()).forEach((budget, ago) -> remember(budget, wall.minus(ago)));
    }

    private long clock() {
        return time.nanos() - start;
    }

    private void tell(Runnable news) {
        time.start("answer-" + terms.account(), news);
    }

    private void fail(Fetch fetch, CloudException why) {
        fetch.waiters().forEach(w -> tell(w.fails(why)));
    }

    private boolean withdraw(Fetch fetch, Waiter<?> waiter) {
        boolean mine = road.withdraw(fetch, waiter);
        if (mine) {
            tell(waiter.isWithdrawn());
            pump();
        }
        return mine;
    }

    /// Lets out whoever may go, and sets the alarm for the next.
    private void pump() {
        road.leaving(clock())
                .forEach(f -> time.start("request-" + terms.account(), () -> depart(f)));
        setAlarm();
        changed.tell(this);
    }

    private void setAlarm() {
        synchronized (alarmLock) {
            long at = road.nextAt();
            if (at == alarmAt) {
                return;
            }
            alarm.close();
            alarmAt = at;
            alarm =
                    at == Long.MAX_VALUE
                            ? () -> {}
                            : time.after(Duration.ofNanos(Math.max(0, at - clock())), this::ring);
        }
    }

    private void ring() {
        synchronized (alarmLock) {
            alarmAt = Long.MAX_VALUE;
        }
        pump();
    }

    /// On a thread of its own, with the slot taken.
    private void depart(Fetch fetch) {
        if (!fetch.repeatable && !fetch.login && terms.readOnly().getAsBoolean()) {
            fail(road.giveBack(fetch), new CloudException.ReadOnly());
            pump();
            return;
        }
        Optional<Sending> sending = Optional.empty();
        try {
            if (fetch.mayLeave()) {
                sending =
                        road.leave(fetch, time.now(), clock())
                                .map(sent -> new Sending(fetch, sent));
            }
        } catch (Exception e) {
            LOG.warn("not sent: what must be written before could not be", e);
        } finally {
            if (sending.isEmpty()) {
                road.giveBack(fetch).takenBack().forEach(this::tell);
                pump();
            }
        }
        sending.ifPresent(s -> send(fetch, s));
    }

    private void send(Fetch fetch, Sending sending) {
        changed.tell(this);
        remember(fetch.lanes);
        try {
            wire.send(fetch.request(), fetch.repeatable, sending);
        } catch (RuntimeException | Error e) {
            // a fault of the program: nobody knows what went out
            sending.failed(new CloudException.Unanswered(e.toString(), false));
            throw e;
        }
    }

    private void remember(List<Lane> used) {
        var wall = time.now();
        used.stream()
                .filter(lane -> lane.budget().strict())
                .forEach(lane -> remember(lane.name(), wall));
    }

    private void remember(String budget, Instant at) {
        try {
            sentTimes.sent(budget, at);
            forgetful = false;
        } catch (RuntimeException e) {
            // may cost an early request after a restart; must not cost this one
            if (!forgetful) {
                LOG.warn("the time of the last request could not be kept", e);
            }
            forgetful = true;
        }
    }

    private void logIn(Terms.Login login) {
        try {
            var order =
                    Order.<Secret>of(login.call().get(), Urgency.PERSON, "login", this::loggedIn);
            if (!road.queueLogin(road.waiter(order), clock())) {
                return;
            }
        } catch (RuntimeException e) {
            loggedIn(new Outcome.Failed<>(new CloudException.NoCredential(e.toString())));
            throw e;
        }
        pump();
    }

    private void loggedIn(Outcome<Secret> outcome) {
        try {
            if (outcome instanceof Outcome.Value<Secret>(var token, var _)) {
                terms.login().ifPresent(login -> login.renewed().accept(token));
            }
        } finally {
            var failure =
                    outcome instanceof Outcome.Failed<Secret>(var why)
                            ? Optional.of(why)
                            : Optional.<CloudException>empty();
            road.loggedIn(failure.isPresent())
                    .forEach(fetch -> failure.ifPresent(why -> fail(fetch, why)));
            pump();
        }
    }

    /// One send, from the first byte to its end.
    private final class Sending implements Wire.Reply {
        private final Fetch fetch;
        private final Road.Sent sent;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile int status;
        private volatile @Nullable Exchange exchange;

        Sending(Fetch fetch, Road.Sent sent) {
            this.fetch = fetch;
            this.sent = sent;
        }

        @Override
        public void written(boolean warm) {
            road.written(sent.passage(), warm, clock());
            pump();
        }

        @Override
        public void answered(int code) {
            status = code;
            road.answered(sent.passage(), clock());
            remember(fetch.lanes);
            pump();
        }

        @Override
        public void seen(Exchange what) {
            exchange = what;
        }

        @Override
        public void done(Answer answer) {
            if (over.getAndSet(true)) {
                return;
            }
            status = answer.status();
            long now = clock();
            var told = road.done(fetch, sent, now);
            // the next may leave before this answer is read, which may take long
            pump();
            var endings = told.stream().map(w -> w.reads(answer)).toList();
            var problem = endings.stream().map(Waiter.Ending::problem).filter(p -> !p.isEmpty());
            record(problem.findFirst().orElse(""), now, answer.bytes(), told.size() - 1);
            endings.forEach(e -> tell(e.tell()));
        }

        @Override
        public void failed(CloudException why) {
            if (over.getAndSet(true)) {
                return;
            }
            long now = clock();
            var verdict = road.failed(fetch, sent, status, why, now);
            if (verdict.logsIn()) {
                terms.login().ifPresent(login -> tell(() -> logIn(login)));
            }
            pump();
            record(Entries.words(why), now, 0, verdict.shared());
            verdict.told().forEach(w -> tell(w.fails(why)));
        }

        private void record(String problem, long now, long bytes, int shared) {
            var took = Duration.ofNanos(now - sent.left());
            var arrival = new Entries.Arrival(status, problem, took, bytes, shared, exchange);
            var curl = wire.curl(sent.departure().request());
            journal.add(
                    Entries.entry(
                            journal.number(), terms.account(), sent.departure(), arrival, curl));
        }
    }
}
