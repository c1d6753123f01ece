package io.pilothouse.ui.form;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.form.diff.RecordsDiff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A list that is about to be replaced as a whole: as it stood when the form was opened, as it was read since, and as it
/// would be. So what is compared is the newest that is known, whoever changed it meanwhile.
///
/// @param field the list in the form
/// @param opened the form's answers as they were at first
/// @param newest what they would be at first, were the form opened now
/// @param initial the newest values themselves, which the answers are to be compared with
/// @param readAt when it was read; empty when never
/// @param readBefore when it had been read when the form was opened
public record Replacement(
        Field field,
        Json opened,
        Json newest,
        Json initial,
        Optional<Instant> readAt,
        Optional<Instant> readBefore) {

    /// What the action at this destination replaces; empty where it replaces no list.
    static Optional<Replacement> of(Destination to) {
        if (to.action().effect() != Action.Effect.REPLACE || to.targets().size() != 1) {
            return Optional.empty();
        }
        var readAt = readAt(to);
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
                                            readAt,
                                            readAt));
        }
    }

    /// The same, with what is known now.
    Replacement again(Destination to) {
        try (var form = form(to)) {
            return new Replacement(
                    field, opened, form.answers(), form.form().initial(), readAt(to), readBefore);
        }
    }

    /// The same list, from now on taken as the one the form was opened with.
    Replacement begunAgain() {
        return new Replacement(field, newest, newest, initial, readAt, readBefore);
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

    private static Optional<Instant> readAt(Destination to) {
        return to.readAt().apply(to.targets().getFirst().type());
    }

    /// Was it read since the form was opened?
    public boolean isReadAgain() {
        return !readAt.equals(readBefore);
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
        return RecordsDiff.of(before.list(field.name()), after.list(field.name()), columns());
    }

    /// Names of the fields of each record.
    public List<String> columns() {
        return field.input() instanceof Input.Records(_, var each)
                ? each.fields().stream().map(Field::name).toList()
                : List.of();
    }
}
