package io.pilothouse.sync;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Urgency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A strict road in virtual time: one slot between two sends, the most urgent first. A server stands at its end.
final class FakeRoad implements Requests {
    /// What a service answers.
    interface Server {
        Json answer(Request request) throws CloudException;
    }

    record Sent(long at, Request request, Urgency urgency, String why) {}

    final List<Sent> sent = new ArrayList<>();
    Duration slot = Duration.ofSeconds(1);
    Duration half = Duration.ofMillis(50);

    private final VirtualTimeline time;
    private final Server server;
    private final List<Place<?>> queue = new ArrayList<>();
    private final Map<String, Long> seconds = new HashMap<>();
    private long order;
    private long next;
    private boolean armed;

    FakeRoad(VirtualTimeline time, Server server) {
        this.time = time;
        this.server = server;
        next = time.nanos();
    }

    @Override
    public <T> Ticket submit(Order<T> wanted) {
        var place = new Place<>(wanted, order++);
        queue.add(place);
        arm();
        return place;
    }

    /// A second budget, of calls that take from it besides `all`.
    void budget(String name, Duration wait) {
        seconds.put(name, wait.toNanos());
    }

    int queued(Urgency urgency) {
        return (int) queue.stream().filter(p -> p.wanted.urgency() == urgency).count();
    }

    long count(String method, String template) {
        return sent.stream()
                .filter(s -> s.request().method().equals(method))
                .filter(s -> s.request().template().equals(template))
                .count();
    }

    private void arm() {
        if (!armed && !queue.isEmpty()) {
            armed = true;
            time.after(Duration.ofNanos(Math.max(0, next - time.nanos())), this::dispatch);
        }
    }

    private void dispatch() {
        armed = false;
        queue.stream()
                .min(
                        Comparator.comparing((Place<?> p) -> p.wanted.urgency())
                                .thenComparingLong(p -> p.order))
                .ifPresent(
                        p -> {
                            queue.remove(p);
                            if (p.go()) {
                                next = time.nanos() + slot.toNanos() + second(p);
                            }
                        });
        arm();
    }

    /// A second budget is kept by waiting longer: enough for a test in which nothing else is urgent.
    private long second(Place<?> place) {
        return place.wanted.call().budgets().stream()
                .filter(b -> !b.equals(ApiCall.ALL))
                .mapToLong(b -> seconds.getOrDefault(b, 0L))
                .max()
                .orElse(0);
    }

    private final class Place<T> implements Ticket {
        private final Order<T> wanted;
        private final long order;

        Place(Order<T> wanted, long order) {
            this.wanted = wanted;
            this.order = order;
        }

        @Override
        public boolean withdraw() {
            if (!queue.remove(this)) {
                return false;
            }
            wanted.then().accept(new Outcome.Withdrawn<>());
            return true;
        }

        private boolean go() {
            boolean open;
            try {
                open = wanted.gate().open();
            } catch (Exception e) {
                open = false;
            }
            if (!open) {
                wanted.then().accept(new Outcome.Withdrawn<>());
                return false;
            }
            var request = wanted.call().request();
            sent.add(new Sent(time.nanos(), request, wanted.urgency(), wanted.why()));
            time.after(half, () -> arrive(request));
            return true;
        }

        private void arrive(Request request) {
            Outcome<T> outcome = outcome(request);
            time.after(half, () -> wanted.then().accept(outcome));
        }

        private Outcome<T> outcome(Request request) {
            try {
                var answer = new Answer(200, Map.of(), server.answer(request), 0);
                return new Outcome.Value<>(wanted.call().decode().apply(answer), answer);
            } catch (CloudException e) {
                return new Outcome.Failed<>(e);
            }
        }
    }
}
