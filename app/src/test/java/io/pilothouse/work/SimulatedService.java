package io.pilothouse.work;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.testkit.VirtualTimeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// A service at the end of a road with delays, in virtual time. It stamps each arrival, and answers later. Connections
/// are kept and used again, but for calls that must not be repeated, and some break.
final class SimulatedService implements Wire {
    /// What reached it, when, in nanoseconds of the timeline.
    record Arrival(long at, Request request) {}

    private final VirtualTimeline time;
    private final SplittableRandom random;
    final List<Arrival> arrivals = new ArrayList<>();
    final List<Request> sends = new ArrayList<>();
    private int idleConnections;

    /// Each way, in milliseconds: the least, what jitter adds, and how likely a spike is and how long.
    int base = 30;

    int jitter = 20;
    double spikes = 0.01;
    int spike = 200;

    /// Chance of an answer that takes up to this long, in milliseconds.
    double slow;

    int slowest = 5_000;

    /// Chance that a kept connection is found broken and a new one is made.
    double broken = 0.02;

    double unreachable;
    double lost;
    double failing;
    double throttled;
    Optional<Duration> retryAfter = Optional.empty();

    /// Requests that are answered with this failure whatever the chances say.
    Map<Request, CloudException> refused = Map.of();

    /// Once for each request.
    Predicate<Request> unauthorized = _ -> false;

    SimulatedService(VirtualTimeline time, long seed) {
        this.time = time;
        this.random = new SplittableRandom(seed);
    }

    void perfect() {
        base = 0;
        jitter = 0;
        spikes = 0;
        broken = 0;
    }

    /// The time of each arrival after the one before, in nanoseconds, of the requests that are meant.
    List<Long> gaps(Predicate<Request> meant) {
        var at = arrivals.stream().filter(a -> meant.test(a.request())).map(Arrival::at).sorted();
        var all = at.toList();
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < all.size(); i++) {
            gaps.add(all.get(i) - all.get(i - 1));
        }
        return gaps;
    }

    /// All connections are lost, as at the end of the program.
    void hangUp() {
        idleConnections = 0;
    }

    @Override
    public String curl(Request request) {
        return "curl " + request.template();
    }

    @Override
    public void send(Request request, boolean repeatable, Reply reply) {
        sends.add(request);
        boolean warm = repeatable && idleConnections > 0 && !chance(broken);
        if (repeatable && idleConnections > 0) {
            idleConnections--;
        }
        if (!warm && chance(unreachable)) {
            var why = new CloudException.Unreachable(CloudException.Unreachable.Cause.TIMEOUT, "");
            after(Duration.ofSeconds(3), () -> reply.failed(why));
            return;
        }
        var handshake = warm ? Duration.ZERO : way().plus(way()).plus(way()).plus(way());
        after(handshake, () -> write(request, warm, reply));
    }

    private void write(Request request, boolean warm, Reply reply) {
        reply.written(warm);
        after(
                way(),
                () -> {
                    arrivals.add(new Arrival(time.nanos(), request));
                    if (chance(lost)) {
                        var why = new CloudException.Unanswered("timeout", true);
                        after(Duration.ofSeconds(10), () -> reply.failed(why));
                    } else {
                        after(work().plus(way()), () -> answer(request, reply));
                    }
                });
    }

    private void answer(Request request, Reply reply) {
        var why = failure(request);
        reply.answered(why.map(SimulatedService::status).orElse(200));
        after(
                Duration.ofMillis(2),
                () -> {
                    idleConnections++;
                    why.ifPresentOrElse(
                            reply::failed,
                            () ->
                                    reply.done(
                                            new Answer(
                                                    200,
                                                    Map.of(),
                                                    Json.obj("path", request.template()),
                                                    10)));
                });
    }

    private Optional<CloudException> failure(Request request) {
        if (refused.containsKey(request)) {
            return Optional.of(refused.get(request));
        }
        if (unauthorized.test(request)) {
            return Optional.of(new CloudException.Unauthorized(Refusal.NONE));
        }
        if (chance(throttled)) {
            return Optional.of(new CloudException.Throttled(retryAfter));
        }
        return chance(failing)
                ? Optional.of(new CloudException.Failing(503, Refusal.NONE))
                : Optional.empty();
    }

    private static int status(CloudException why) {
        return switch (why) {
            case CloudException.Unauthorized _ -> 401;
            case CloudException.Throttled _ -> 429;
            case CloudException.Refused r -> r.status();
            case CloudException.Failing f -> f.status();
            default -> 400;
        };
    }

    private Duration way() {
        double ms = base + jitter * random.nextDouble() + (chance(spikes) ? spike : 0);
        return Duration.ofNanos((long) (ms * 1e6));
    }

    private Duration work() {
        return chance(slow)
                ? Duration.ofMillis(random.nextInt(slowest))
                : Duration.ofNanos((long) (base == 0 ? 0 : 2e6 * random.nextDouble()));
    }

    private boolean chance(double of) {
        return of > 0 && random.nextDouble() < of;
    }

    private void after(Duration delay, Runnable task) {
        time.after(delay, task);
    }
}
