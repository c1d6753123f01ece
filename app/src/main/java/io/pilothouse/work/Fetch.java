package io.pilothouse.work;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.work.pace.Lane;
import io.pilothouse.work.pace.Passage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One request with all who wait for its answer, and how far it has come. Guarded by the scheduler's lock.
final class Fetch {
    private static final int RETRIES = 2;

    enum State {
        QUEUED,
        /// Chosen, its slot taken; its gate is being asked.
        LEAVING,
        OUT,
        ENDED
    }

    /// Reads that are equal in this share one answer.
    record Key(Request request, Set<String> budgets) {}

    /// Who asked, with a number that counts up: who came first.
    record Waiter<T>(Order<T> order, long number) {
        /// @param problem empty when it could be read
        record Ending(Runnable tell, String problem) {}

        Ending reads(Answer answer) {
            try {
                return ends(new Outcome.Value<>(order.call().decode().apply(answer), answer), "");
            } catch (Misshapen e) {
                return ends(
                        new Outcome.Failed<>(new CloudException.Unreadable(answer.status(), e)),
                        String.valueOf(e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                var what = where(e);
                return ends(
                        new Outcome.Failed<>(new CloudException.Unreadable(answer.status(), what)),
                        what);
            }
        }

        Runnable fails(CloudException why) {
            return ends(new Outcome.Failed<>(why), "").tell();
        }

        Runnable isWithdrawn() {
            return ends(new Outcome.Withdrawn<>(), "").tell();
        }

        private Ending ends(Outcome<T> outcome, String problem) {
            return new Ending(() -> order.then().accept(outcome), problem);
        }

        /// Without the message, which may quote the answer.
        private static String where(Throwable e) {
            var trace = e.getStackTrace();
            var name = e.getClass().getSimpleName();
            return trace.length == 0
                    ? name
                    : "%s at %s:%d"
                            .formatted(name, trace[0].getClassName(), trace[0].getLineNumber());
        }
    }

    final Key key;
    final List<Lane> lanes;
    final boolean repeatable;
    final boolean login;
    private final List<Waiter<?>> waiters = new ArrayList<>();
    private Request request;
    private Optional<ApiCall.Instead> instead;
    private Order.Gate gate;

    State state = State.QUEUED;
    private int sends;
    private int failures;
    private Optional<CloudException> lastFailure = Optional.empty();
    boolean loggedIn;

    /// On the scheduler's clock, in nanoseconds.
    long wantedSince;

    long notBefore = Long.MIN_VALUE;

    /// The scheduler's count of writes and of logins when it left.
    long writes;

    long logins;
    @Nullable Passage passage;

    Fetch(Waiter<?> first, Key key, List<Lane> lanes, boolean login, long now) {
        var order = first.order();
        this.key = key;
        this.lanes = lanes;
        this.login = login;
        repeatable = order.call().repeatable();
        request = order.call().request();
        instead = order.call().instead();
        gate = order.gate();
        wantedSince = now;
        waiters.add(first);
    }

    Request request() {
        return request;
    }

    List<Waiter<?>> waiters() {
        return List.copyOf(waiters);
    }

    boolean isNeverSent() {
        return sends == 0 && state == State.QUEUED;
    }

    void join(Waiter<?> another) {
        waiters.add(another);
    }

    /// False when it is not among them.
    boolean drop(Waiter<?> waiter) {
        return waiters.remove(waiter);
    }

    /// As the most urgent of those who wait wants it.
    Urgency urgency() {
        return first().order().urgency();
    }

    String why() {
        return first().order().why();
    }

    /// Its place in its class: since when somebody that urgent has waited.
    long place() {
        return first().number();
    }

    /// Since when anybody has waited.
    long age() {
        return waiters.stream().mapToLong(Waiter::number).min().orElse(Long.MAX_VALUE);
    }

    private Waiter<?> first() {
        return waiters.stream()
                .min(
                        Comparator.<Waiter<?>, Urgency>comparing(w -> w.order().urgency())
                                .thenComparingLong(Waiter::number))
                .orElseThrow();
    }

    /// Asks the gate, which is asked once: a second send is of a call that may go out and was not done.
    boolean mayLeave() throws Exception {
        var asked = gate;
        gate = Order.Gate.OPEN;
        return asked.open();
    }

    void leaves() {
        state = State.OUT;
        sends++;
    }

    void queueAgain(CloudException why, long now) {
        lastFailure = Optional.of(why);
        state = State.QUEUED;
        passage = null;
        wantedSince = now;
    }

    /// What those who wait are told when it is not sent after all: withdrawn is only what never went out.
    List<Runnable> takenBack() {
        return waiters.stream()
                .map(w -> lastFailure.map(w::fails).orElseGet(w::isWithdrawn))
                .toList();
    }

    /// Takes the other request for that status, once.
    boolean takesInstead(int status) {
        if (instead.isEmpty() || instead.get().status() != status) {
            return false;
        }
        request = instead.get().request();
        instead = Optional.empty();
        return true;
    }

    /// Counts this failure; true when the call may be sent again for it.
    boolean mayRetry(CloudException why) {
        return repeatable && !login && isPassing(why) && ++failures <= RETRIES;
    }

    int failures() {
        return failures;
    }

    private static boolean isPassing(CloudException why) {
        return why instanceof CloudException.Unreachable
                || why instanceof CloudException.Unanswered
                || why instanceof CloudException.Failing
                || why instanceof CloudException.Throttled;
    }
}
