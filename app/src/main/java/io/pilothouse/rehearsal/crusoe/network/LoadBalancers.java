package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer.Health;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer.Place;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;
import io.pilothouse.rehearsal.front.Body;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The operations on load balancers.
public record LoadBalancers(
        Operations operations,
        Catalogue catalogue,
        Rows<LoadBalancer> rows,
        Rows<Subnet> subnets,
        Target.Resources resources,
        Duration lasts) {
    private static final String PATH = "/projects/{project_id}/networking/load-balancers";

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        operations.routes(table, Family.LOAD_BALANCER, PATH);
        var one = PATH + "/{load_balancer_id}";
        table.json("GET", one, call -> known(call).json())
                .json("PATCH", one, this::change)
                .json("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(LoadBalancer::json).toList());
    }

    private LoadBalancer known(Call call) {
        return rows.need(
                call.project(),
                call.value("load_balancer_id"),
                "load balancer",
                CrusoeError::unauthorized);
    }

    private Json create(Call call) {
        var body = call.body();
        var project = call.project();
        var location = catalogue.location(body.text("location"));
        var made =
                new LoadBalancer(
                        Words.newId(),
                        project,
                        Words.name(body, "name"),
                        location,
                        Words.name(body, "algorithm"),
                        Words.maybe(body, "type").orElse("internal_ipv4"),
                        needSome("protocols", body.texts("protocols")),
                        needSome(
                                "network_interfaces",
                                body.objects(
                                        "network_interfaces", b -> place(b, project, location))),
                        destinations(body, project),
                        body.maybe("health_check", f -> body.object(f))
                                .flatMap(LoadBalancers::health),
                        false);
        return begin("CREATE", made);
    }

    private Json change(Call call) {
        var old = known(call);
        var body = call.body();
        operations.needIdle(old.id());
        return begin(
                "UPDATE",
                old.changed(
                        body.has("name") ? Words.name(body, "name") : old.name(),
                        body.has("destinations")
                                ? destinations(body, old.project())
                                : old.destinations(),
                        body.has("health_check")
                                ? health(body.object("health_check"))
                                : old.health()));
    }

    private Json begin(String name, LoadBalancer balancer) {
        return operations.keep(
                Family.LOAD_BALANCER, name, lasts, rows, balancer, LoadBalancer::json);
    }

    private Json delete(Call call) {
        var balancer = known(call);
        return operations.remove(Family.LOAD_BALANCER, lasts, rows, balancer, LoadBalancer::json);
    }

    private List<Target> destinations(Body body, String project) {
        return needSome(
                "destinations",
                body.objects("destinations", b -> Target.read(b, project, resources)));
    }

    private static <T> List<T> needSome(String field, List<T> list) {
        if (list.isEmpty()) {
            throw CrusoeError.badRequest(field + " must not be empty.");
        }
        return list;
    }

    /// The subnet says the network; one named beside it must be the same.
    private Place place(Body body, String project, String location) {
        var subnet = subnets.need(project, body.text("subnet"), "subnet", CrusoeError::badRequest);
        if (Words.maybe(body, "network").filter(n -> !n.equals(subnet.network())).isPresent()
                || !subnet.location().equals(location)) {
            throw CrusoeError.badRequest(
                    "The subnet " + subnet.name() + " is not in that network and location.");
        }
        return new Place(subnet.network(), subnet.id(), subnet.address(100 + rows.all().size()));
    }

    /// Port 0, as a text or a number, switches checking off: the type says text, the words beside it show a number.
    private static Optional<Health> health(Body body) {
        var health =
                new Health(
                        number(body, "port", true),
                        number(body, "interval", false),
                        number(body, "timeout", false),
                        number(body, "success_count", false),
                        number(body, "failure_count", false));
        return health.port().equals("0") ? Optional.empty() : Optional.of(health);
    }

    private static String number(Body body, String field, boolean needed) {
        if (!needed && !body.has(field)) {
            return "";
        }
        var text =
                field.equals("port") && body.isNumber(field)
                        ? String.valueOf(body.numberFrom(field, 0))
                        : body.text(field);
        if (!text.matches("\\d{1,5}")
                || (field.equals("port") && Integer.parseInt(text) > 65_535)) {
            throw CrusoeError.badRequest(body.path(field) + " must be a whole number as a text.");
        }
        return text;
    }
}
