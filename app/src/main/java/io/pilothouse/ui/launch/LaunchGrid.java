package io.pilothouse.ui.launch;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.ui.kit.rows.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which type can be launched in which region just now, read out of the form's own choices and check.
///
/// @param regions columns: the regions that have anything at all, and the chosen one
/// @param locks what was chosen in other fields and rules combinations out
public record LaunchGrid(List<String> regions, List<Row> rows, List<Lock> locks) {
    public static final String TYPE = "instance_type_name";
    public static final String REGION = "region_name";

    public enum Cell {
        /// The service has none there now.
        NONE,
        /// There is capacity now.
        YES,
        /// There is capacity, but something chosen elsewhere in the form rules it out.
        LOCKED
    }

    /// @param cells in the order of the regions
    /// @param note what the type is made of
    public record Row(
            String type, String label, String note, Optional<Money> price, List<Cell> cells) {
        public boolean hasCapacity() {
            return cells.stream().anyMatch(c -> c != Cell.NONE);
        }
    }

    /// @param field where it was chosen
    /// @param regions the regions that it leaves, of those with capacity
    public record Lock(String field, String value, String label, List<String> regions) {}

    public boolean hasLocked() {
        return rows.stream().anyMatch(r -> r.cells().contains(Cell.LOCKED));
    }

    /// Is this form one that the grid can draw?
    public static boolean fits(Form form) {
        return Stream.of(TYPE, REGION)
                .allMatch(
                        name ->
                                form.field(name)
                                        .filter(
                                                f ->
                                                        f.input() instanceof Input.Choose c
                                                                && c.max() == 1)
                                        .isPresent());
    }

    /// @throws java.util.NoSuchElementException for a form that does not fit
    public static LaunchGrid of(Form form, Json answers, Inventory known) {
        return new Reading(form, answers, known).grid();
    }

    /// One reading of a form.
    private record Reading(Form form, Json answers, Inventory known) {
        LaunchGrid grid() {
            var types = choices(form.field(TYPE).orElseThrow(), answers);
            var regions = new TreeSet<String>();
            answers.text(REGION).ifPresent(regions::add);
            types.forEach(t -> regions.addAll(withCapacity(t.value())));
            var columns = List.copyOf(regions);
            var rows =
                    types.stream()
                            .map(
                                    t ->
                                            new Row(
                                                    t.value(),
                                                    t.label(),
                                                    t.note(),
                                                    t.price(),
                                                    cells(t.value(), columns)))
                            .toList();
            return new LaunchGrid(columns, rows, locks(rows, columns));
        }

        /// Regions of a type while nothing else is chosen.
        private List<String> withCapacity(String type) {
            return choices(form.field(REGION).orElseThrow(), Json.obj(TYPE, type)).stream()
                    .filter(c -> c.off().isEmpty())
                    .map(Choice::value)
                    .toList();
        }

        private List<Cell> cells(String type, List<String> columns) {
            var capacity = withCapacity(type);
            return columns.stream()
                    .map(
                            r ->
                                    !capacity.contains(r)
                                            ? Cell.NONE
                                            : isLocked(type, r) ? Cell.LOCKED : Cell.YES)
                    .toList();
        }

        private boolean isLocked(String type, String region) {
            var there = at(type, region);
            return !isOffered(form.field(REGION).orElseThrow(), region, there)
                    || others().anyMatch(
                                    f ->
                                            answers.texts(f.name()).stream()
                                                    .anyMatch(v -> isRuledOut(f, v, there)));
        }

        private Json at(String type, String region) {
            return answers.with(TYPE, type).with(REGION, region);
        }

        private boolean isRuledOut(Field field, String value, Json there) {
            return !isOffered(field, value, there)
                    || form.check().apply(there, known).stream()
                            .anyMatch(p -> p.field().equals(field.name()) && !p.warning());
        }

        private boolean isOffered(Field field, String value, Json there) {
            return choices(field, there).stream()
                    .anyMatch(c -> c.value().equals(value) && c.off().isEmpty());
        }

        private List<Choice> choices(Field field, Json there) {
            return field.input() instanceof Input.Choose choose
                    ? choose.from().list().apply(there, known)
                    : List.of();
        }

        /// The other fields in which something is chosen.
        private Stream<Field> others() {
            return form.fields().stream()
                    .filter(f -> !f.name().equals(TYPE) && !f.name().equals(REGION))
                    .filter(f -> f.input() instanceof Input.Choose && f.when().test(answers));
        }

        private List<Lock> locks(List<Row> rows, List<String> columns) {
            if (rows.stream().noneMatch(r -> r.cells().contains(Cell.LOCKED))) {
                return List.of();
            }
            var found = new ArrayList<Lock>();
            others().forEach(
                            f ->
                                    answers.texts(f.name())
                                            .forEach(
                                                    v ->
                                                            lock(f, v, rows, columns)
                                                                    .ifPresent(found::add)));
            return List.copyOf(found);
        }

        private Optional<Lock> lock(
                Field field, String value, List<Row> rows, List<String> columns) {
            var left = new ArrayList<String>();
            boolean locks = false;
            var label = value;
            for (int i = 0; i < columns.size(); i++) {
                for (var row : rows) {
                    var there = at(row.type(), columns.get(i));
                    boolean out = isRuledOut(field, value, there);
                    locks |= out && row.cells().get(i) == Cell.LOCKED;
                    if (!out && !left.contains(columns.get(i))) {
                        left.add(columns.get(i));
                    }
                    label = label(field, value, there).orElse(label);
                }
            }
            return locks
                    ? Optional.of(new Lock(field.name(), value, label, List.copyOf(left)))
                    : Optional.empty();
        }

        private Optional<String> label(Field field, String value, Json there) {
            return choices(field, there).stream()
                    .filter(c -> c.value().equals(value))
                    .map(Choice::label)
                    .findFirst();
        }
    }
}
