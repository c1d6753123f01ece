package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Offered;
import io.pilothouse.cloud.Action.Target;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.CommandJournal.Asked;
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
/// @param scope the project or its like in which something new is made; empty for rows, and where there is none
/// @param off why it can't be done, in words; empty when it can
public record Offer(
        Connection connection,
        Action action,
        Optional<Resource> scope,
        List<Row> targets,
        Optional<String> off) {

    /// In no scope, or in that of its rows.
    public Offer(Connection connection, Action action, List<Row> targets, Optional<String> off) {
        this(connection, action, Optional.empty(), targets, off);
    }

    /// What can be done with these rows. Rows of several accounts or types have no action in common.
    public static List<Offer> of(List<Row> chosen, Connections connections) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        var first = chosen.getFirst();
        var connection = connections.of(first.account().id());
        if (!alike(chosen) || connection.isEmpty()) {
            return List.of();
        }
        return connection.get().cloud().type(first.resource().type()).stream()
                .flatMap(t -> t.actions().stream())
                .filter(a -> a.target() != Target.SCOPE)
                .filter(a -> a.offered() == Offered.EVERYWHERE || chosen.size() == 1)
                .map(
                        a ->
                                new Offer(
                                        connection.get(),
                                        a,
                                        List.copyOf(chosen),
                                        why(connection.get(), a, chosen)))
                .toList();
    }

    /// Are they all of one account and one type?
    public static boolean alike(List<Row> chosen) {
        return chosen.stream()
                        .map(r -> List.of(r.account().id(), r.resource().type()))
                        .distinct()
                        .count()
                <= 1;
    }

    /// What can be made anew of a kind, once for each account that offers it, and in it once for each scope.
    public static List<Offer> creating(Kind kind, Connections connections) {
        return connections.all().stream()
                .flatMap(c -> c.cloud().of(kind).flatMap(t -> creating(c, t).stream()))
                .toList();
    }

    /// The same of one action, by its id.
    public static List<Offer> creating(String action, Connections connections) {
        return connections.all().stream()
                .flatMap(c -> c.cloud().types().stream().flatMap(t -> creating(c, t).stream()))
                .filter(o -> o.action().id().equals(action))
                .toList();
    }

    private static List<Offer> creating(Connection connection, ResourceType type) {
        var all = new ArrayList<Offer>();
        for (var action : type.actions()) {
            if (action.target() == Target.SCOPE) {
                all.addAll(
                        type.scope()
                                .map(s -> within(connection, action, s))
                                .orElseGet(
                                        () ->
                                                List.of(
                                                        new Offer(
                                                                connection,
                                                                action,
                                                                List.of(),
                                                                readOnly(connection)))));
            }
        }
        return all;
    }

    /// Once for each scope; while none is known it is off.
    private static List<Offer> within(Connection connection, Action action, String scopeType) {
        var scopes = connection.inventory().of(scopeType);
        if (scopes.isEmpty()) {
            var why = Words.of("off.no-scope", Words.of("type." + scopeType + ".many"));
            return List.of(new Offer(connection, action, List.of(), Optional.of(why)));
        }
        return scopes.stream()
                .map(
                        s ->
                                new Offer(
                                        connection,
                                        action,
                                        Optional.of(s),
                                        List.of(),
                                        readOnly(connection)))
                .toList();
    }

    /// What was asked for, to be asked for once more; empty where its account or action is not there any more.
    public static Optional<Offer> again(Asked asked, Connections connections) {
        return connections
                .of(asked.account())
                .flatMap(
                        c ->
                                c.cloud()
                                        .action(asked.action())
                                        .map(
                                                a ->
                                                        new Offer(
                                                                c,
                                                                a,
                                                                asked.scope(),
                                                                fixed(c, asked),
                                                                Optional.empty())));
    }

    private static List<Row> fixed(Connection connection, Asked asked) {
        return asked.targets().stream().map(t -> Row.fixed(connection.account(), t)).toList();
    }

    /// What its form is made from: the rows, or the scope.
    public List<Resource> about() {
        return action.target() == Target.SCOPE
                ? scope.stream().toList()
                : targets.stream().map(Row::resource).toList();
    }

    /// What is known where it happens.
    public Inventory known() {
        var all = connection.inventory();
        return scope.map(Resource::ref)
                .or(() -> targets.stream().findFirst().flatMap(t -> t.resource().parent()))
                .map(all::within)
                .orElse(all);
    }

    /// Is it for one row's details alone, and in no menu?
    public boolean isHidden() {
        return action.offered() == Offered.DETAILS;
    }

    /// The words that are to be typed for the rows, whatever the account's class.
    public List<String> toType() {
        return targets.stream().flatMap(t -> action.typed().apply(t.resource()).stream()).toList();
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
        return Words.has(codeOrKey)
                ? Words.inSentence(Words.of(codeOrKey)) // it stands behind a colon
                : Formats.oneLine(codeOrKey);
    }

    /// As a menu says it: `…` when something is asked first.
    public String text() {
        var words = Words.of("action." + action.id());
        return asks() ? words + "…" : words;
    }

    public boolean asks() {
        return isConfirmed() || fills() || isBulk();
    }

    /// Is it asked whether this is meant?
    boolean isConfirmed() {
        return action.effect() == Action.Effect.DESTROY || !toType().isEmpty();
    }

    /// Is there something to fill in, or a price to be seen?
    public boolean fills() {
        return action.effect() == Action.Effect.COST
                || !action.form().apply(about(), known()).fields().isEmpty();
    }

    /// Is it for several rows, so that its plan is shown first?
    boolean isBulk() {
        return targets.size() > 1;
    }
}
