package io.pilothouse.ui.form.diff;

import io.pilothouse.domain.Json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Two lists of records compared without regard to their order, as a service compares rules: what is the same, what is
/// new, what is gone, and what was changed: a record with the same key, or without keys one gone and a new one that have
/// most fields in common.
///
/// @param lines in the order of the newer list, and behind it what is gone
public record RecordsDiff(List<Line> lines) {
    public enum Sign {
        SAME,
        ADDED,
        CHANGED,
        REMOVED
    }

    /// @param before absent when added
    /// @param after absent when removed
    public record Line(Sign sign, Json before, Json after) {}

    public static RecordsDiff of(List<Json> before, List<Json> after, List<String> fields) {
        return of(before, after, fields, "");
    }

    /// @param fields names of the fields that count, those that are not asked for included where they differ
    /// @param key the member by which a record is the same one, or `""`
    public static RecordsDiff of(
            List<Json> before, List<Json> after, List<String> fields, String key) {
        var gone = new ArrayList<>(before);
        var lines =
                new ArrayList<Optional<Line>>(Collections.nCopies(after.size(), Optional.empty()));
        for (int i = 0; i < after.size(); i++) {
            if (gone.remove(after.get(i))) {
                lines.set(i, Optional.of(new Line(Sign.SAME, after.get(i), after.get(i))));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (lines.get(i).isEmpty()) {
                var record = after.get(i);
                var like = like(record, gone, fields, key);
                like.ifPresent(gone::remove);
                lines.set(
                        i,
                        Optional.of(
                                like.map(old -> new Line(Sign.CHANGED, old, record))
                                        .orElseGet(
                                                () ->
                                                        new Line(
                                                                Sign.ADDED,
                                                                Json.absent(),
                                                                record))));
            }
        }
        var all = new ArrayList<>(lines.stream().flatMap(Optional::stream).toList());
        gone.forEach(old -> all.add(new Line(Sign.REMOVED, old, Json.absent())));
        return new RecordsDiff(List.copyOf(all));
    }

    private static Optional<Json> like(
            Json record, List<Json> others, List<String> fields, String key) {
        return key.isEmpty()
                ? mostLike(record, others, fields)
                : record.text(key)
                        .flatMap(
                                k ->
                                        others.stream()
                                                .filter(o -> o.word(key).equals(k))
                                                .findFirst());
    }

    /// More than half of the fields are the same.
    private static Optional<Json> mostLike(Json record, List<Json> others, List<String> fields) {
        Optional<Json> best = Optional.empty();
        long most = 0;
        for (var other : others) {
            long same = fields.stream().filter(f -> other.at(f).equals(record.at(f))).count();
            if (same > most && 2 * same > fields.size()) {
                most = same;
                best = Optional.of(other);
            }
        }
        return best;
    }

    public long count(Sign sign) {
        return lines.stream().filter(l -> l.sign() == sign).count();
    }

    public long changes() {
        return lines.size() - count(Sign.SAME);
    }

    /// Is the newer list the older one, in whatever order?
    public boolean isEmpty() {
        return lines.stream().allMatch(l -> l.sign() == Sign.SAME);
    }
}
