package io.pilothouse.cloud.form;

import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Says what is wrong with the answers to a form: each shown field by its input, then the form's own check.
public final class FormCheck {
    private static final Pattern IPV4 =
            Pattern.compile(
                    "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}(/(3[0-2]|[12]?\\d))?");

    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FormCheck() {}

    public static List<Problem> problems(Form form, Json answers, Inventory known) {
        return problems(form, answers, Json.obj(), known);
    }

    /// @param around the answers of the form that this one is in
    private static List<Problem> problems(Form form, Json answers, Json around, Inventory known) {
        var both = Choices.within(around, answers);
        var found = new ArrayList<Problem>();
        for (var field : form.fields()) {
            if (field.when().test(answers)) {
                check(field, answers, both, known, found);
            }
        }
        found.addAll(form.check().apply(answers, known));
        return found;
    }

    private static void check(
            Field field, Json answers, Json both, Inventory known, List<Problem> found) {
        var name = field.name();
        var value = answers.at(name);
        if (isEmpty(value)) {
            if (field.required()) {
                found.addAll(missing(field, known));
            }
            return;
        }
        switch (field.input()) {
            case Input.Line(var pattern, var max) -> text(name, value.word(), pattern, max, found);
            case Input.Name(var pattern, var max) -> names(name, value.word(), pattern, max, found);
            case Input.Code(_, var max) -> {
                if (value.word().getBytes(StandardCharsets.UTF_8).length > max) {
                    found.add(Problem.of(name, "problem.too-many-bytes", max));
                }
            }
            case Input.Whole(var min, var max) -> {
                if (value.whole().filter(n -> n >= min && n <= max).isEmpty()) {
                    found.add(Problem.of(name, "problem.whole", min, max));
                }
            }
            case Input.Amount(var units) -> {
                if (!isAmount(value.word(), units)) {
                    found.add(Problem.of(name, "problem.amount", String.join(", ", units)));
                }
            }
            case Input.Day _ -> {
                if (!isDay(value.word())) {
                    found.add(Problem.of(name, "problem.day"));
                }
            }
            case Input.Texts(var pattern, var max, var most) -> {
                var texts = value.texts();
                if (texts.size() > most) {
                    found.add(Problem.of(name, "problem.too-many", most));
                }
                texts.forEach(t -> text(name, t, pattern, max, found));
            }
            case Input.Nested(var form) ->
                    problems(form, value, known).forEach(p -> found.add(p.under(name)));
            case Input.Toggle _, Input.Hidden _ -> {}
            case Input.Network _ -> {
                if (!IPV4.matcher(value.word()).matches()) {
                    found.add(Problem.of(name, "problem.network"));
                }
            }
            case Input.Choose choose -> chosen(name, choose, answers, both, known, found);
            case Input.Records(var max, var each, _) -> {
                var items = value.list();
                if (items.size() > max) {
                    found.add(Problem.of(name, "problem.too-many", max));
                }
                for (int i = 0; i < items.size(); i++) {
                    var prefix = name + "/" + i;
                    problems(each, items.get(i), both, known)
                            .forEach(p -> found.add(p.under(prefix)));
                }
            }
            case Input.OneOf(var forms) ->
                    forms.stream()
                            .filter(f -> !value.at(f.fields().getFirst().name()).isAbsent())
                            .findFirst()
                            .ifPresentOrElse(
                                    f ->
                                            problems(f, value, both, known)
                                                    .forEach(p -> found.add(p.under(name))),
                                    () -> found.add(Problem.of(name, "problem.required")));
        }
    }

    /// Of a form within the form its own fields are missing, where it needs any.
    private static List<Problem> missing(Field field, Inventory known) {
        var within =
                field.input() instanceof Input.Nested(var form)
                        ? problems(form, Json.obj(), known).stream()
                                .map(p -> p.under(field.name()))
                                .toList()
                        : List.<Problem>of();
        return within.isEmpty() ? List.of(Problem.of(field.name(), "problem.required")) : within;
    }

    private static boolean isEmpty(Json value) {
        return switch (value) {
            case Json.Absent _ -> true;
            case Json.Text(var s) -> s.isEmpty();
            case Json.Arr(var items) -> items.isEmpty();
            case Json.Hidden(var s) -> s.isEmpty();
            case Json.Obj(var fields) -> fields.isEmpty();
            default -> false;
        };
    }

    private static boolean isAmount(String text, List<String> units) {
        return units.stream()
                .anyMatch(u -> text.endsWith(u) && COUNT.matcher(cut(text, u)).matches());
    }

    private static String cut(String text, String unit) {
        return text.substring(0, text.length() - unit.length());
    }

    private static boolean isDay(String text) {
        try {
            return DAY.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false; // the 30th of February: that is the answer
        }
    }

    private static void text(
            String name, String value, String pattern, int max, List<Problem> found) {
        if (value.codePointCount(0, value.length()) > max) {
            found.add(Problem.of(name, "problem.too-long", max));
        } else if (!pattern.isEmpty() && !value.matches(pattern)) {
            found.add(Problem.of(name, "problem.pattern." + name));
        }
    }

    private static void names(
            String name, String value, String pattern, int max, List<Problem> found) {
        var names = NameRange.names(value);
        if (names.isEmpty()) {
            found.add(Problem.of(name, "problem.range", NameRange.MOST));
            return;
        }
        var wrong = new ArrayList<Problem>();
        text(name, names.getLast(), pattern, max, wrong);
        wrong.stream()
                .map(p -> Correction.of(value, pattern, max).map(p::suggest).orElse(p))
                .forEach(found::add);
    }

    private static void chosen(
            String name,
            Input.Choose choose,
            Json answers,
            Json both,
            Inventory known,
            List<Problem> found) {
        var values = answers.texts(name);
        if (values.size() < choose.min() || values.size() > choose.max()) {
            found.add(Problem.of(name, "problem.choose", choose.min(), choose.max()));
            return;
        }
        var offered = choose.from().list().apply(both, known);
        for (var value : values) {
            var choice = offered.stream().filter(c -> c.value().equals(value)).findFirst();
            if (choice.isEmpty()) {
                found.add(Problem.of(name, "problem.not-offered", value));
            } else {
                choice.get().off().ifPresent(why -> found.add(Problem.of(name, why, value)));
            }
        }
    }
}
