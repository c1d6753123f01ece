package io.pilothouse.app;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Answers [RigProvider] in virtual time: two projects, their VMs and disks, operations of 20 s, two weeks of usage.
final class RigService implements Requests {
    private static final Duration TRIP = Duration.ofMillis(80);
    private static final Duration LONG = Duration.ofSeconds(20);

    final List<Request> sent = new ArrayList<>();
    final Map<String, String> projects = new TreeMap<>(Map.of("p1", "research", "p2", "serving"));

    /// Takes part in all that is answered; set by a test.
    LambdaInMemory.Fault fault = _ -> {};

    /// Lists whose path ends so are empty; set by a test.
    String without = "-";

    private final VirtualTimeline time;
    private final Map<String, Long> begun = new TreeMap<>();

    RigService(VirtualTimeline time) {
        this.time = time;
    }

    @Override
    public <T> Ticket submit(Order<T> order) {
        time.after(TRIP, () -> order.then().accept(outcome(order)));
        // it is on its way at once and can't be taken back
        return () -> false;
    }

    private <T> Outcome<T> outcome(Order<T> order) {
        try {
            if (!order.gate().open()) {
                return new Outcome.Withdrawn<>();
            }
            var request = order.call().request();
            sent.add(request);
            fault.strike(request);
            var answer = new Answer(200, Map.of(), answer(request), 0);
            return new Outcome.Value<>(order.call().decode().apply(answer), answer);
        } catch (CloudException e) {
            return new Outcome.Failed<>(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Requests of that method whose path ends so.
    List<String> sent(String method, String ending) {
        return sent.stream()
                .filter(r -> r.method().equals(method))
                .map(r -> r.path(v -> v))
                .filter(p -> p.endsWith(ending))
                .toList();
    }

    private Json answer(Request request) throws CloudException {
        var values = request.values();
        return switch (request.method() + " " + request.template()) {
            case "GET /projects" ->
                    items(
                            projects.entrySet().stream()
                                    .map(e -> Json.obj("id", e.getKey(), "name", e.getValue()))
                                    .toList());
            case "DELETE /projects/{p}" -> {
                projects.remove(values.getFirst());
                yield Json.absent();
            }
            case "GET /projects/{p}/{what}" ->
                    request.path(v -> v).endsWith(without)
                            ? items(List.of())
                            : list(values.getFirst(), values.getLast());
            case "GET /projects/{p}/operations/{id}" -> operation(values.getLast());
            case "POST /projects/{p}/{what}", "PATCH /projects/{p}/vms/{vm}/{verb}" -> {
                var id = "op-" + (begun.size() + 1);
                begun.put(id, time.nanos());
                yield Json.obj("operation", id);
            }
            default -> throw new CloudException.NotFound(Refusal.NONE);
        };
    }

    private Json operation(String id) throws CloudException {
        var since = begun.get(id);
        if (since == null) {
            throw new CloudException.Refused(403, new Refusal("forbidden", "not yours", ""));
        }
        return Json.obj("state", time.nanos() - since < LONG.toNanos() ? "running" : "ended");
    }

    private Json list(String project, String what) {
        return switch (what) {
            case "vms" -> items(IntStream.rangeClosed(1, 3).mapToObj(n -> vm(project, n)).toList());
            case "disks" ->
                    items(
                            IntStream.rangeClosed(1, 2)
                                    .mapToObj(
                                            n ->
                                                    Json.obj(
                                                            "id",
                                                            project + "-d" + n,
                                                            "name",
                                                            "data-" + project + "-" + n,
                                                            "size",
                                                            n * 200 + "GiB"))
                                    .toList());
            case "operations" ->
                    items(List.of(Json.obj("id", project + "-op", "name", "CREATE vm")));
            case "options" -> Json.obj("regions", List.of("us-east1-a", "eu-north1-a"));
            case "usage" -> items(usage());
            default -> Json.of("day;gpu\n2026-11-24;8\n");
        };
    }

    private static Json vm(String project, int n) {
        return Json.obj(
                "id",
                project + "-v" + n,
                "name",
                "train-" + project + "-" + n,
                "state",
                n == 3 ? "stopped" : "running",
                "type",
                "h100-80gb-sxm-ib.8x",
                "location",
                "us-east1-a",
                "disks",
                List.of(project + "-d1"));
    }

    private static List<Json> usage() {
        var all = new ArrayList<Json>();
        var types = List.of("h100.8x", "a100.8x", "l40s.1x", "persistent-ssd");
        for (int day = 0; day < 14; day++) {
            var date = LocalDate.of(2026, 11, 11).plusDays(day);
            for (int i = 0; i < types.size(); i++) {
                // the third day is one on which nothing ran
                if (day != 2) {
                    all.add(
                            Json.obj(
                                    "date",
                                    date,
                                    "type",
                                    types.get(i),
                                    "project",
                                    i == 0 ? "p1" : "p2",
                                    "region",
                                    i % 2 == 0 ? "us-east1-a" : "eu-north1-a",
                                    "metric",
                                    i == 3 ? "GiB-hours" : "GPU-hours",
                                    "quantity",
                                    (day * 7 + i * 13) % 29 + 4 + ".25"));
                }
            }
        }
        return all;
    }

    private static Json items(List<Json> all) {
        return Json.obj("items", all);
    }
}
