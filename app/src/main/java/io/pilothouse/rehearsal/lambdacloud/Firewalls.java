package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.Region;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The account's inbound rules, its rulesets and the global one. The document does not say that the inbound rules and
/// the global ruleset are one list, so they are two.
final class Firewalls {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "icmp", "all");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern NETWORK =
            Pattern.compile(BYTE + "(\\." + BYTE + "){3}(/(3[0-2]|[12]?\\d))?");

    /// Who may come in.
    ///
    /// @param ports first and last; empty for icmp
    record Rule(String protocol, List<Integer> ports, String source, String description) {
        Json json() {
            return Json.obj(
                    "protocol",
                    protocol,
                    "port_range",
                    Optional.of(ports).filter(p -> !p.isEmpty()),
                    "source_network",
                    source,
                    "description",
                    description);
        }
    }

    /// Rules under a name, in one region for good.
    record Ruleset(String id, String name, Region region, List<Rule> rules, Instant created) {
        Json json(List<String> instances) {
            return Json.obj(
                    "id",
                    id,
                    "name",
                    name,
                    "region",
                    region.json(),
                    "rules",
                    rules.stream().map(Rule::json).toList(),
                    "created",
                    created,
                    "instance_ids",
                    instances);
        }
    }

    private final Map<String, Ruleset> byId = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final int quota;
    private List<Rule> inbound;
    private List<Rule> global;

    Firewalls(Catalogue catalogue, int quota, List<Ruleset> seed, List<Rule> everywhere) {
        this.catalogue = catalogue;
        this.quota = quota;
        seed.forEach(r -> byId.put(r.id(), r));
        inbound = everywhere;
        global = everywhere;
    }

    Optional<Ruleset> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Json inbound() {
        return Json.of(inbound.stream().map(Rule::json).toList());
    }

    Json replaceInbound(Body body) {
        inbound = body.objects("data", Firewalls::rule);
        return inbound();
    }

    Json global() {
        return Json.obj(
                "id",
                "global",
                "name",
                "Global Firewall Rules",
                "rules",
                global.stream().map(Rule::json).toList());
    }

    Json patchGlobal(Body body) {
        global = body.maybe("rules", f -> body.objects(f, Firewalls::rule)).orElse(global);
        return global();
    }

    /// @param users the instances of a ruleset
    Json list(Function<String, List<String>> users) {
        return Json.of(byId.values().stream().map(r -> r.json(users.apply(r.id()))).toList());
    }

    Json create(Body body, String id, Instant now) {
        var name = body.text("name", 0, 64);
        var region =
                catalogue
                        .region(body.text("region"))
                        .orElseThrow(() -> LambdaError.invalid("region is not a known region."));
        var rules = body.objects("rules", Firewalls::rule);
        if (byId.size() >= quota) {
            throw LambdaError.quota();
        }
        var made = new Ruleset(id, name, region, rules, now);
        byId.put(id, made);
        return made.json(List.of());
    }

    Json show(String id, Function<String, List<String>> users) {
        return known(id).json(users.apply(id));
    }

    Json patch(String id, Body body, Function<String, List<String>> users) {
        var old = known(id);
        var name = body.maybe("name", f -> body.text(f, 0, 64)).orElse(old.name());
        var rules = body.maybe("rules", f -> body.objects(f, Firewalls::rule)).orElse(old.rules());
        byId.put(id, new Ruleset(id, name, old.region(), rules, old.created()));
        return show(id, users);
    }

    Json delete(String id, Function<String, List<String>> users) {
        var old = known(id);
        if (!users.apply(id).isEmpty()) {
            throw LambdaError.rulesetInUse();
        }
        byId.remove(old.id());
        return Json.obj();
    }

    private Ruleset known(String id) {
        return get(id).orElseThrow(LambdaError::noRuleset);
    }

    private static Rule rule(Body body) {
        var protocol = body.text("protocol");
        if (!PROTOCOLS.contains(protocol)) {
            throw LambdaError.invalid(
                    body.path("protocol") + " must be one of tcp, udp, icmp, all.");
        }
        var icmp = protocol.equals("icmp");
        if (icmp && body.has("port_range")) {
            throw LambdaError.invalid(body.path("port_range") + " is not allowed for icmp.");
        }
        var ports = icmp ? List.<Integer>of() : body.numbers("port_range", 2, 1, 65_535);
        if (!icmp && ports.getFirst() > ports.getLast()) {
            throw LambdaError.invalid(body.path("port_range") + " must be [min, max].");
        }
        var source = body.text("source_network");
        if (!NETWORK.matcher(source).matches()) {
            throw LambdaError.invalid(body.path("source_network") + " must be an IPv4 CIDR.");
        }
        // A lone address means itself only: "/32 by default", says the document.
        var network = source.contains("/") ? source : source + "/32";
        return new Rule(protocol, ports, network, body.text("description", 0, 128));
    }
}
