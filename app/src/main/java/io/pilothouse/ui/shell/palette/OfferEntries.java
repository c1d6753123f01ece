package io.pilothouse.ui.shell.palette;

import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionIcons;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.shell.palette.Entry.Section;
import io.pilothouse.ui.shell.palette.Entry.Thing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Actions as entries, from the offers that toolbar and menu are made from. What is only in a row's details is left out.
final class OfferEntries {
    private final Workbench bench;
    private final Doors doors;

    OfferEntries(Workbench bench, Doors doors) {
        this.bench = bench;
        this.doors = doors;
    }

    /// What can be done with the rows that are chosen; first what does no harm.
    List<Entry> chosen() {
        var offers = doors.chosen();
        if (offers.isEmpty()) {
            return List.of();
        }
        var rows = offers.getFirst().targets();
        return with(rows.size() == 1 ? show(rows.getFirst()) : leave(), offers, () -> rows);
    }

    /// What can be done with one row, and first that it is shown.
    List<Entry> of(Thing thing) {
        Supplier<List<Row>> row = () -> List.of(Row.fixed(thing.account(), newest(thing)));
        return with(show(thing.kind(), thing.key()), Offer.of(row.get(), bench.connections()), row);
    }

    private List<Entry> with(Entry first, List<Offer> offers, Supplier<List<Row>> rows) {
        var all = new ArrayList<>(List.of(first));
        boolean keyed = false;
        for (var offer : offers) {
            if (!offer.isHidden()) {
                // the key takes the first that destroys, as in a table
                boolean itsKey = !keyed && offer.action().effect() == Effect.DESTROY;
                keyed |= itsKey;
                var entry = entry(offer, rows);
                all.add(itsKey ? entry.keys(Shortcut.DESTROY) : entry);
            }
        }
        return List.copyOf(all);
    }

    private Entry show(Row row) {
        return bench.connections()
                .of(row.account().id())
                .flatMap(c -> c.cloud().type(row.resource().type()))
                .map(t -> show(t.kind(), row.key()))
                .orElseGet(this::leave);
    }

    private Entry show(Kind kind, Row.Key row) {
        return Entry.command(
                        "show",
                        doors.icon(kind),
                        Words.of("palette.show"),
                        () -> doors.reveal(kind, row))
                .in(Section.CHOSEN);
    }

    /// The rows stay chosen, and have the focus again once the palette is closed.
    private Entry leave() {
        return Entry.command("leave", "arrow-left", Words.of("palette.leave"), () -> {})
                .in(Section.CHOSEN);
    }

    private Resource newest(Thing thing) {
        return bench.store()
                .inventory(thing.account().id())
                .find(thing.resource().type(), thing.resource().id())
                .orElse(thing.resource());
    }

    /// @param rows as they are when it is chosen: by then it may be off, and is asked anew
    private Entry entry(Offer offer, Supplier<List<Row>> rows) {
        var action = offer.action();
        Runnable begin =
                () ->
                        Offer.of(rows.get(), bench.connections()).stream()
                                .filter(o -> o.action().id().equals(action.id()))
                                .findFirst()
                                .ifPresent(doors::begin);
        return new Entry(
                "do/" + action.id(),
                Section.CHOSEN,
                ActionIcons.of(action),
                offer.text(),
                "",
                Optional.empty(),
                Optional.empty(),
                offer.off(),
                destroys(offer),
                Optional.empty(),
                begin);
    }

    /// Where a form comes first, as that of the rules with its diff, Enter alone replaces nothing.
    private static boolean destroys(Offer offer) {
        return switch (offer.action().effect()) {
            case DESTROY -> true;
            case REPLACE -> !offer.fills();
            case CHANGE, COST, INTERRUPT -> false;
        };
    }

    /// What can be made anew, once for each account and scope.
    List<Entry> creating() {
        return Arrays.stream(Kind.values())
                .flatMap(k -> creating(Offer.creating(k, bench.connections())).stream())
                .toList();
    }

    private List<Entry> creating(List<Offer> offers) {
        var all = new ArrayList<Entry>();
        for (var offer : offers) {
            var action = offer.action();
            var account = offer.connection().account();
            var scope = offer.scope().map(Resource::id).orElse("");
            Runnable begin = () -> doors.create(firstOf(offers, offer));
            all.add(
                    Entry.command(
                                    "create/" + account.id() + "/" + action.id() + "/" + scope,
                                    ActionIcons.of(action),
                                    Words.of("action." + action.id()) + "…",
                                    begin)
                            .note(offer.scope().map(s -> Formats.oneLine(s.name())).orElse(""))
                            .of(account)
                            .off(offer.off()));
        }
        return all;
    }

    /// The same action in all accounts and scopes, this one first.
    private static List<Offer> firstOf(List<Offer> offers, Offer chosen) {
        var others = new ArrayList<>(offers);
        others.remove(chosen);
        others.removeIf(o -> !o.action().id().equals(chosen.action().id()));
        others.addFirst(chosen);
        return List.copyOf(others);
    }
}
