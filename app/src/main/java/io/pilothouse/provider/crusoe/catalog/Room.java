package io.pilothouse.provider.crusoe.catalog;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Where there is room for which type, as far as the capacities say.
public final class Room {
    public static final Set<String> SOURCES = Set.of(Types.VM_TYPE, Types.CAPACITY, Types.LOCATION);
    private static final String NONE_THERE = "off.crusoe.no-capacity";
    private static final String SOLD_OUT = "off.crusoe.sold-out";

    private Room() {}

    /// How many VMs of a type can be had there; empty where nothing is said of it.
    public static OptionalLong of(String type, String location, Inventory known) {
        return known.of(Types.CAPACITY).stream()
                .filter(c -> c.get(Facts.TYPE).filter(type::equals).isPresent())
                .filter(
                        c ->
                                location.isEmpty()
                                        || c.get(Facts.REGION).filter(location::equals).isPresent())
                .flatMap(c -> c.get(Facts.QUANTITY).stream())
                .mapToLong(n -> n)
                .reduce(Math::addExact);
    }

    /// All types, off where none can be had at a location (or, with `""`, anywhere). A type that the capacities don't
    /// name is offered: they may name only those with GPUs.
    public static List<Choice> types(String location, Inventory known) {
        return known.of(Types.VM_TYPE).stream()
                .map(t -> type(t, location, known))
                .distinct()
                .toList();
    }

    /// All types, with no regard to what there is room for now.
    public static List<Choice> all(Inventory known) {
        return known.of(Types.VM_TYPE).stream()
                .map(t -> Choice.of(t.id(), t.name()).note(t.get(Facts.DESCRIPTION).orElse("")))
                .distinct()
                .toList();
    }

    private static Choice type(Resource type, String location, Inventory known) {
        var note = type.get(Facts.DESCRIPTION).orElse("");
        var choice = Choice.of(type.id(), type.name()).note(note);
        var there = of(type.id(), location, known);
        boolean none =
                there.isPresent()
                        ? there.getAsLong() == 0
                        : !location.isEmpty() && of(type.id(), "", known).isPresent();
        if (!none) {
            return choice;
        }
        return choice.off(
                Optional.of(of(type.id(), "", known).orElse(0) == 0 ? SOLD_OUT : NONE_THERE));
    }

    /// All locations, with how many VMs of the type can be had in each.
    public static List<Choice> locations(String type, Inventory known) {
        return names(known).map(l -> location(l, type, known)).toList();
    }

    private static Choice location(String location, String type, Inventory known) {
        var choice = Choice.of(location, location);
        if (type.isEmpty() || of(type, "", known).isEmpty()) {
            return choice;
        }
        long there = of(type, location, known).orElse(0);
        return there == 0 ? choice.off(Optional.of(NONE_THERE)) : choice.say("choice.free", there);
    }

    private static Stream<String> names(Inventory known) {
        var names = new TreeSet<String>();
        known.of(Types.LOCATION).forEach(l -> names.add(l.id()));
        known.of(Types.CAPACITY).forEach(c -> c.get(Facts.REGION).ifPresent(names::add));
        return names.stream();
    }
}
