package io.pilothouse.ui.form;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.form.diff.RecordsDiff;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A list that is about to be replaced as a whole, by one call or by one for each change in it: as it stood when the form
/// was opened, as it was read since, and as it would be. So what is compared is the newest that is known, whoever changed it meanwhile.
///
/// @param field the list in the form
/// @param opened the form's answers as they were at first
/// @param newest what they would be at first, were the form opened now
/// @param initial the newest values themselves, which the answers are to be compared with
/// @param read when each of the lists was read from which it comes, by their types; one that never was is not there
/// @param readBefore the same when the form was opened
public record Replacement(
        Field field,
        Json opened,
        Json newest,
        Json initial,
        Map<String, Instant> read,
        Map<String, Instant> readBefore) {

    /// What the action at this destination replaces; empty where it replaces no list.
    static Optional<Replacement> of(Destination to) {
        if (to.action().effect() != Action.Effect.REPLACE || to.targets().size() != 1) {
            return Optional.empty();
        }
        var read = read(to);
        try (var form = form(to)) {
            return form.form().fields().stream()
                    .filter(f -> f.input() instanceof Input.Records)
                    .findFirst()
                    .map(
                            f ->
                                    new Replacement(
                                            f,
                                            form.answers(),
                                            form.answers(),
                                            form.form().initial(),
                                            read,
                                            read));
        }
    }

    /// The same, with what is known now.
    Replacement again(Destination to) {
        try (var form = form(to)) {
            return new Replacement(
                    field, opened, form.answers(), form.form().initial(), read(to), readBefore);
        }
    }

    /// The same list, from now on taken as the one the form was opened with.
    Replacement begunAgain() {
        return new Replacement(field, newest, newest, initial, read, readBefore);
    }

    /// A form as it would open now: its target is the row as it was read last.
    static FormViewModel form(Destination to) {
        var known = to.inventory().get();
        var targets = to.targets().stream().map(t -> newest(t, known.of(t.type()))).toList();
        return new FormViewModel(to.action().form().apply(targets, known), to.inventory());
    }

    private static Resource newest(Resource target, List<Resource> rows) {
        return rows.stream().filter(r -> r.ref().equals(target.ref())).findFirst().orElse(target);
    }

    /// What is read back when it is done is what it is made of.
    private static Map<String, Instant> read(Destination to) {
        var read = new TreeMap<String, Instant>();
        for (var type : to.action().readBack()) {
            to.readAt().apply(type).ifPresent(at -> read.put(type, at));
        }
        return Collections.unmodifiableMap(read);
    }

    /// Was all of it read since the form was opened?
    public boolean isReadAgain() {
        return !read.isEmpty()
                && read.entrySet().stream()
                        .noneMatch(r -> r.getValue().equals(readBefore.get(r.getKey())));
    }

    /// When the oldest part of it was read; empty when never.
    public Optional<Instant> readAt() {
        return read.values().stream().min(Comparator.naturalOrder());
    }

    /// Is it another list than the one that the form was opened with?
    public boolean isChangedSince() {
        return !diff(opened, newest).isEmpty();
    }

    /// What these answers would change.
    public RecordsDiff diff(Json answers) {
        return diff(newest, answers);
    }

    private RecordsDiff diff(Json before, Json after) {
        return RecordsDiff.of(
                before.list(field.name()), after.list(field.name()), columns(), key());
    }

    /// Is it replaced by one call? Else each change of a record is a call of its own.
    public boolean isWhole() {
        return key().isEmpty();
    }

    private String key() {
        return field.input() instanceof Input.Records(_, _, var key) ? key : "";
    }

    /// Names of the fields of each record.
    public List<String> columns() {
        return field.input() instanceof Input.Records(_, var each, _)
                ? each.fields().stream().map(Field::name).toList()
                : List.of();
    }
}
