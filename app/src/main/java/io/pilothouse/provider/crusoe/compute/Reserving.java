package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Puts VMs under a reservation, paid for in advance, and takes them out of it.
public final class Reserving {
    /// Words of the API: chosen by the service, or none at all.
    private static final List<String> STRATEGIES = List.of("lowest_cost", "on_demand");

    static final Form FORM = Form.of(field("reservation_id", Reserving::reservations));

    private Reserving() {}

    /// At a creation: one of the reservations, or how one is found.
    public static Field field(String name) {
        return field(name, Reserving::waysAndReservations).optional();
    }

    public static Field field(String name, Function<Inventory, List<Choice>> choices) {
        return Field.of(
                name,
                Input.Choose.one(
                        new Choices(
                                Set.of(Types.RESERVATION), (_, known) -> choices.apply(known))));
    }

    private static List<Choice> waysAndReservations(Inventory known) {
        var all = new ArrayList<Choice>();
        STRATEGIES.forEach(s -> all.add(Choice.of(s, s)));
        all.addAll(reservations(known));
        return all;
    }

    /// A reservation by its id, or a way to find one; never both.
    public static Json specification(Optional<String> answer) {
        return answer.map(
                        chosen ->
                                STRATEGIES.contains(chosen)
                                        ? Json.obj("selection_strategy", chosen)
                                        : Json.obj("id", chosen))
                .orElse(Json.absent());
    }

    public static List<Choice> reservations(Inventory known) {
        return known.of(Types.RESERVATION).stream().map(Reserving::choice).distinct().toList();
    }

    private static Choice choice(Resource row) {
        var used = row.get(Facts.USED).map(String::valueOf).orElse("?");
        var of = row.get(Facts.QUANTITY).map(String::valueOf).orElse("?");
        return Choice.of(row.id(), row.name())
                .note(row.get(CrusoeFacts.PRODUCT).orElse(""))
                .say("choice.used", used, of);
    }

    static List<Step> reserve(Ask ask) {
        var id = ask.answers().word("reservation_id");
        return ask.targets().stream()
                .map(
                        vm ->
                                Operations.change(
                                        Collection.VMS,
                                        vm,
                                        Json.obj("action", "RESERVE", "reservation_id", id),
                                        now -> now.word("reservation_id").equals(id)))
                .toList();
    }

    static List<Step> unreserve(Ask ask) {
        return ask.targets().stream()
                .map(
                        vm ->
                                Operations.change(
                                        Collection.VMS,
                                        vm,
                                        Json.obj("action", "UNRESERVE"),
                                        now -> now.text("reservation_id").isEmpty()))
                .toList();
    }

    static Optional<String> offReserve(Resource vm) {
        return isReserved(vm) ? Optional.of("off.crusoe.reserved") : Power.offLeaving(vm);
    }

    static Optional<String> offUnreserve(Resource vm) {
        return isReserved(vm) ? Power.offLeaving(vm) : Optional.of("off.crusoe.not-reserved");
    }

    private static boolean isReserved(Resource vm) {
        return vm.get(CrusoeFacts.RESERVATION).map(Link::key).isPresent();
    }
}
