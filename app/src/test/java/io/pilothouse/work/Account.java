package io.pilothouse.work;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.pace.SentTimes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A scheduler in virtual time over a simulated service, with the budgets of Lambda Cloud unless others are given.
final class Account {
    static final Map<String, Budget> LAMBDA =
            Map.of(
                    "all", Budget.strict(1, Duration.ofSeconds(1)),
                    "launch", Budget.strict(1, Duration.ofSeconds(12)));

    final VirtualTimeline time = new VirtualTimeline();
    final SimulatedService service;
    final RequestJournal journal = new RequestJournal();
    final Map<String, Instant> sent = new HashMap<>();
    final List<Outcome<?>> outcomes = new ArrayList<>();
    private final Map<String, Budget> budgets;
    private Optional<Terms.Login> login = Optional.empty();
    private int run;
    boolean readOnly;
    RequestScheduler scheduler;

    Account(Map<String, Budget> budgets, long seed) {
        this.budgets = budgets;
        service = new SimulatedService(time, seed);
        scheduler = start();
    }

    Account() {
        this(LAMBDA, 1);
        service.perfect();
    }

    void login(Terms.Login how) {
        login = Optional.of(how);
        scheduler = start();
    }

    /// As at a start of the program; one that is running has crashed, unless it was closed.
    RequestScheduler start() {
        service.hangUp();
        int mine = ++run;
        var store =
                new SentTimes() {
                    @Override
                    public Map<String, Instant> load() {
                        return Map.copyOf(sent);
                    }

                    @Override
                    public void sent(String budget, Instant at) {
                        if (mine == run) {
                            sent.put(budget, at);
                        }
                    }
                };
        scheduler =
                new RequestScheduler(
                        time,
                        whileIn(mine),
                        new Terms("a", budgets, () -> readOnly, login),
                        journal,
                        store,
                        7);
        return scheduler;
    }

    /// A program that has ended sends nothing more, though its objects are still about.
    private Wire whileIn(int mine) {
        return new Wire() {
            @Override
            public void send(Request request, boolean repeatable, Reply reply) {
                if (mine == run) {
                    service.send(request, repeatable, reply);
                }
            }

            @Override
            public String curl(Request request) {
                return service.curl(request);
            }
        };
    }

    static ApiCall<Json> read(String path) {
        return ApiCall.read(Request.get(path));
    }

    static ApiCall<Json> write(String path) {
        return ApiCall.write(Request.of("POST", path));
    }

    static ApiCall<Json> launch(int number) {
        return write("/launch/" + number).under("launch");
    }

    Ticket submit(ApiCall<Json> call, Urgency urgency) {
        return scheduler.submit(Order.of(call, urgency, "test", outcomes::add));
    }

    /// Reads it again whenever it has been read.
    void keepReading(String path, Urgency urgency) {
        keepReading(path, urgency, _ -> Duration.ZERO);
    }

    void keepReading(String path, Urgency urgency, Function<String, Duration> pause) {
        scheduler.submit(
                Order.of(
                        read(path),
                        urgency,
                        "poll",
                        outcome -> {
                            if (!(outcome instanceof Outcome.Withdrawn)) {
                                var wait = pause.apply(path);
                                time.after(wait, () -> keepReading(path, urgency, pause));
                            }
                        }));
    }

    List<String> arrived() {
        return service.arrivals.stream().map(a -> a.request().template()).toList();
    }

    /// Seconds since the first arrival, of each.
    List<Double> arrivedAt() {
        var first = service.arrivals.getFirst().at();
        return service.arrivals.stream().map(a -> (a.at() - first) / 1e9).toList();
    }
}
