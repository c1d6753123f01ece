package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Target;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An action as it stands for the rows that are chosen: one definition for toolbar, row menu and drawer.
///
/// @param connection the account it happens in
/// @param off why it can't be done, in words; empty when it can
public record Offer(Connection connection, Action action, List<Row> targets, Optional<String> off) {

    /// What can be done with these rows. Rows of several accounts or types have no action in common.
    public static List<Offer> of(List<Row> chosen, Connections connections) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        var first = chosen.getFirst();
        boolean alike =
                chosen.stream()
                        .allMatch(
                                r ->
                                        r.account().id().equals(first.account().id())
                                                && r.resource()
                                                        .type()
                                                        .equals(first.resource().type()));
        var connection = connections.of(first.account().id());
        if (!alike || connection.isEmpty()) {
            return List.of();
        }
        return connection.get().cloud().type(first.resource().type()).stream()
                .flatMap(t -> t.actions().stream())
                .filter(a -> a.target() != Target.SCOPE)
                .map(
                        a ->
                                new Offer(
                                        connection.get(),
                                        a,
                                        List.copyOf(chosen),
                                        why(connection.get(), a, chosen)))
                .toList();
    }

    /// What can be made anew of a kind, once for each account that offers it.
    public static List<Offer> creating(io.pilothouse.domain.Kind kind, Connections connections) {
        var all = new ArrayList<Offer>();
        for (var connection : connections.all()) {
            connection
                    .cloud()
                    .of(kind)
                    .flatMap(t -> t.actions().stream())
                    .filter(a -> a.target() == Target.SCOPE)
                    .map(a -> new Offer(connection, a, List.of(), readOnly(connection)))
                    .forEach(all::add);
        }
        return all;
    }

    private static Optional<String> why(Connection connection, Action action, List<Row> rows) {
        if (action.target() == Target.ROW && rows.size() > 1) {
            return Optional.of(Words.of("off.one-row-only"));
        }
        return readOnly(connection)
                .or(
                        () ->
                                rows.stream()
                                        .flatMap(r -> action.off().apply(r.resource()).stream())
                                        .findFirst()
                                        .map(Offer::reason));
    }

    private static Optional<String> readOnly(Connection connection) {
        return connection.account().readOnly()
                ? Optional.of(Words.of("trouble.read-only"))
                : Optional.empty();
    }

    private static String reason(String codeOrKey) {
        return Words.has(codeOrKey) ? Words.of(codeOrKey) : Formats.oneLine(codeOrKey);
    }

    /// As a menu says it: `…` when something is asked first.
    public String text() {
        var words = Words.of("action." + action.id());
        return asks() ? words + "…" : words;
    }

    public boolean asks() {
        return action.effect() == Action.Effect.DESTROY
                || action.effect() == Action.Effect.COST
                || !action.form()
                        .apply(targets.stream().map(Row::resource).toList(), connection.inventory())
                        .fields()
                        .isEmpty();
    }
}
