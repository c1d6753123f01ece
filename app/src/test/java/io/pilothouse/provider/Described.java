package io.pilothouse.provider;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Report;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The message keys that follow from a provider's description.
public final class Described {
    private static final List<String> OF_EVERY_FORM =
            List.of(
                    "required",
                    "too-long",
                    "too-many-bytes",
                    "too-many",
                    "whole",
                    "network",
                    "range",
                    "choose",
                    "not-offered",
                    "amount",
                    "day");

    private final Set<String> keys = new TreeSet<>();
    private final Inventory known;

    private Described(Inventory known) {
        this.known = known;
    }

    /// Words of types, actions, facts, fields, patterns and notes, and those of the choices that are off with these
    /// rows. A service's own codes, which have no key, are not among them.
    public static Set<String> keys(Provider provider, Inventory known) {
        var all = new Described(known);
        all.keys.add("provider." + provider.id());
        OF_EVERY_FORM.forEach(p -> all.keys.add("problem." + p));
        all.form(provider.credentials());
        var cloud = provider.cloud(Map.of(), Json.obj());
        all.keys.addAll(cloud.notes());
        cloud.types().forEach(all::type);
        cloud.reports().forEach(all::report);
        return all.keys;
    }

    private void type(ResourceType type) {
        keys.add("type." + type.id());
        keys.add("type." + type.id() + ".many");
        keys.add("kind." + type.kind().id());
        keys.add("kind." + type.kind().id() + ".many");
        type.kind().columns().forEach(f -> keys.add("fact." + f.id()));
        type.columns().forEach(f -> keys.add("fact." + f.id()));
        var rows = known.of(type.id());
        rows.forEach(r -> r.facts().keySet().forEach(f -> keys.add("fact." + f.id())));
        type.actions().forEach(a -> action(a, type.scope(), rows));
    }

    private void report(Report report) {
        keys.add("report." + report.id());
        report.columns().forEach(f -> keys.add("fact." + f.id()));
        report.series().ifPresent(s -> s.groups().forEach(f -> keys.add("fact." + f.id())));
        var scope = report.scope().flatMap(this::scope);
        form(report.asks().form(scope, Json.absent(), known, LocalDate.of(2026, 3, 1)));
    }

    private Optional<Resource> scope(String type) {
        return known.of(type).stream().findFirst();
    }

    private void action(Action action, Optional<String> scopeType, List<Resource> rows) {
        var key = "action." + action.id();
        keys.addAll(List.of(key, key + ".verb", key + ".confirm"));
        if (action.target() == Action.Target.ROWS) {
            keys.addAll(List.of(key + ".verb.one", key + ".confirm.one"));
        }
        if (action.target() == Action.Target.SCOPE) {
            var scope = scopeType.flatMap(this::scope);
            scope.ifPresent(s -> form(action.form().apply(List.of(s), known)));
            form(action.form().apply(List.of(), known));
            return;
        }
        for (var row : rows) {
            action.off().apply(row).filter(why -> why.startsWith("off.")).ifPresent(keys::add);
            form(action.form().apply(List.of(row), known));
        }
    }

    private void form(Form form) {
        form.fields().forEach(this::field);
    }

    private void field(Field field) {
        keys.add("field." + field.name());
        switch (field.input()) {
            case Input.Line(var pattern, _) -> pattern(field, pattern);
            case Input.Name(var pattern, _) -> pattern(field, pattern);
            case Input.Texts(var pattern, _, _) -> pattern(field, pattern);
            case Input.Nested(var within) -> form(within);
            case Input.Records(_, var each, _) -> form(each);
            case Input.OneOf(var forms) -> forms.forEach(this::form);
            case Input.Choose(_, _, var from) ->
                    from.list().apply(Json.obj(), known).forEach(c -> c.off().ifPresent(keys::add));
            default -> {}
        }
    }

    private void pattern(Field field, String pattern) {
        if (!pattern.isEmpty()) {
            keys.add("problem.pattern." + field.name());
        }
    }

    /// All words of the program.
    public static Properties words() {
        var words = new Properties();
        try (var in = Described.class.getResourceAsStream("/io/pilothouse/messages.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
