package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.place.VmType;
import io.pilothouse.rehearsal.front.Body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The organisation's reservations, and which VMs use them.
public final class Reservations {
    private static final String PATH = "/organizations/{organization_id}/reservations";
    private static final Set<String> STRATEGIES = Set.of("lowest_cost", "on_demand");

    private final Organisation organisation;
    private final Agenda agenda;
    private final Map<String, Reservation> all = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> users = new LinkedHashMap<>();

    public Reservations(Organisation organisation, Agenda agenda) {
        this.organisation = organisation;
        this.agenda = agenda;
    }

    public void add(Reservation reservation) {
        all.put(reservation.id(), reservation);
        users.put(reservation.id(), new LinkedHashMap<>());
    }

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("GET", PATH + "/{reservation_id}", this::one);
    }

    /// The document's one word for `status` is `effective`; others are refused.
    private Json list(Call call) {
        organisation.check(call.value("organization_id"));
        var status = call.query().text("status");
        if (status.isPresent() && !status.get().equals("effective")) {
            throw CrusoeError.badRequest("status must be effective.");
        }
        return items(
                all.values().stream()
                        .filter(r -> status.isEmpty() || r.effective(agenda.time()))
                        .toList());
    }

    /// A list of one, as the document has it.
    private Json one(Call call) {
        organisation.check(call.value("organization_id"));
        var id = call.value("reservation_id");
        var found = Optional.ofNullable(all.get(id));
        return items(
                List.of(
                        found.orElseThrow(
                                () ->
                                        CrusoeError.badRequest(
                                                "There is no reservation " + id + "."))));
    }

    private Json items(List<Reservation> some) {
        return Json.obj("items", some.stream().map(r -> r.json(users(r))).toList());
    }

    /// Reads a `reservation_specification`: the reservation a VM is to use, empty for none.
    public Optional<String> chosen(Body body, String project, VmType type, String location) {
        var id = Words.maybe(body, "id");
        var strategy =
                body.has("selection_strategy")
                        ? Optional.of(Words.oneOf(body, "selection_strategy", STRATEGIES))
                        : Optional.<String>empty();
        if (id.isPresent() && strategy.isPresent()) {
            throw CrusoeError.badRequest("Give either id or selection_strategy.");
        }
        if (id.isPresent()) {
            check(id.get(), project, type, location);
            return id;
        }
        return strategy.equals(Optional.of("on_demand"))
                ? Optional.empty()
                : cheapest(project, type, location);
    }

    /// What a VM uses that says nothing of reservations: the cheapest with room, if any.
    public Optional<String> cheapest(String project, VmType type, String location) {
        return all.values().stream()
                .filter(r -> fits(r, project, type, location))
                .min((a, b) -> a.price().compareTo(b.price()))
                .map(Reservation::id);
    }

    /// @throws CrusoeError if a VM of the type can't use the reservation
    public void check(String id, String project, VmType type, String location) {
        var found = Optional.ofNullable(all.get(id));
        if (found.filter(r -> fits(r, project, type, location)).isEmpty()) {
            throw CrusoeError.badRequest(
                    "The reservation " + id + " does not exist, has no room, or is not for this.");
        }
    }

    public void use(String id, String vm, VmType type) {
        users.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put(vm, type.gpus());
    }

    public void release(String vm) {
        users.values().forEach(u -> u.remove(vm));
    }

    private boolean fits(Reservation r, String project, VmType type, String location) {
        var used = users(r).values().stream().mapToInt(u -> u).sum();
        return r.line().equals(type.line())
                && r.locations().contains(location)
                && r.projects().contains(project)
                && r.effective(agenda.time())
                && used + type.gpus() <= r.quantity();
    }

    private Map<String, Integer> users(Reservation reservation) {
        return users.getOrDefault(reservation.id(), Map.of());
    }
}
