package io.pilothouse.provider.reading;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads one item of a list and remembers what had another type than documented, so that one wrong field marks its row
/// and costs no other fact. What is not there is no mistake: services leave out what they do not know.
public final class Row {
    private static final Pattern COUNT = Pattern.compile("^(\\d+)[x×X] (?=\\S)");

    private final Json json;
    private final Set<String> wrong = new LinkedHashSet<>();

    public Row(Json json) {
        this.json = json;
    }

    /// Without these there is no row.
    ///
    /// @throws IllegalArgumentException when it is not there, empty or no text
    public String need(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("no readable " + name));
    }

    /// Text; a number is taken as its digits.
    public Optional<String> text(String... path) {
        return switch (find(path)) {
            case Json.Text t -> t.text();
            case Json.Num n -> n.text();
            case Json.Absent _ -> Optional.empty();
            default -> notAsDocumented(path);
        };
    }

    /// Text in which a count stands as it does everywhere: `8 × H100` where the service writes `8x H100`.
    public Optional<String> counted(String... path) {
        return text(path).map(t -> COUNT.matcher(t).replaceFirst("$1 × "));
    }

    public Optional<Long> whole(long most, String... path) {
        return switch (find(path)) {
            case Json.Num n when n.whole().filter(w -> w >= 0 && w <= most).isPresent() ->
                    n.whole();
            case Json.Absent _ -> Optional.empty();
            default -> notAsDocumented(path);
        };
    }

    public Optional<BigDecimal> number(String... path) {
        return switch (find(path)) {
            case Json.Num(var n) -> Optional.of(n);
            case Json.Absent _ -> Optional.empty();
            default -> notAsDocumented(path);
        };
    }

    /// Text that `how` makes something of; what it makes nothing of is not as documented.
    public <T> Optional<T> read(Function<String, Optional<T>> how, String... path) {
        var text = text(path);
        return text.isEmpty()
                ? Optional.empty()
                : text.flatMap(how).or(() -> notAsDocumented(path));
    }

    public Optional<Boolean> flag(String... path) {
        return switch (find(path)) {
            case Json.Bool(var b) -> Optional.of(b);
            case Json.Absent _ -> Optional.empty();
            default -> notAsDocumented(path);
        };
    }

    /// ISO 8601; without an offset it is UTC.
    public Optional<Instant> time(String... path) {
        try {
            return text(path)
                    .map(
                            t ->
                                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                                            t, OffsetDateTime::from, LocalDateTime::from))
                    .map(
                            t ->
                                    t instanceof LocalDateTime local
                                            ? local.toInstant(ZoneOffset.UTC)
                                            : OffsetDateTime.from(t).toInstant());
        } catch (DateTimeException e) {
            return notAsDocumented(path);
        }
    }

    /// A secret that was taken out before it was kept is no mistake.
    public Optional<Secret> secret(String... path) {
        return switch (find(path)) {
            case Json.Hidden(var s) -> Optional.of(s);
            case Json.Text _, Json.Absent _ -> Optional.empty();
            default -> notAsDocumented(path);
        };
    }

    /// An object, whatever is in it; absent where there is none.
    public Json object(String... path) {
        return switch (find(path)) {
            case Json.Obj object -> object;
            case Json.Absent absent -> absent;
            default -> this.<Json>notAsDocumented(path).orElse(Json.absent());
        };
    }

    /// Items of an array; empty when there is none.
    public List<Json> items(String... path) {
        return switch (find(path)) {
            case Json.Arr(var items) -> items;
            case Json.Absent _ -> List.of();
            default -> {
                wrong.add(String.join(".", path));
                yield List.of();
            }
        };
    }

    public List<String> texts(String... path) {
        var items = items(path);
        if (!items.stream().allMatch(i -> i instanceof Json.Text || i instanceof Json.Num)) {
            wrong.add(String.join(".", path));
        }
        return items.stream().flatMap(i -> i.text().stream()).toList();
    }

    /// Texts of an array, or of one text that spells an array, such as `[80, 443]`: some services write both.
    public List<String> listed(String... path) {
        return find(path) instanceof Json.Text(var text) ? spelled(text) : texts(path);
    }

    /// The items of a text such as `[80, 443]`, with or without brackets.
    public static List<String> spelled(String text) {
        return Arrays.stream(text.strip().replaceAll("^\\[|]$", "").split(",", -1))
                .map(item -> item.strip().replaceAll("^[\"']|[\"']$", ""))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /// An array of texts or a spelled one, as relations.
    public Optional<List<Link>> listedLinks(String type, String... path) {
        return some(listed(path).stream().map(key -> new Link(type, key)).toList());
    }

    /// A relation by what stands there.
    public Optional<Link> link(String type, String... path) {
        return text(path).map(key -> new Link(type, key));
    }

    /// Whole numbers from 0 to `most`.
    public List<Long> wholes(long most, String... path) {
        var numbers =
                items(path).stream()
                        .flatMap(i -> i instanceof Json.Num n ? n.whole().stream() : Stream.empty())
                        .filter(n -> n >= 0 && n <= most)
                        .toList();
        if (numbers.size() < items(path).size()) {
            wrong.add(String.join(".", path));
        }
        return numbers;
    }

    /// An array of objects, each read by its own row; what is wrong in one is wrong here.
    public List<Row> rows(String... path) {
        var items = items(path);
        if (!items.stream().allMatch(i -> i instanceof Json.Obj)) {
            wrong.add(String.join(".", path));
        }
        return items.stream().filter(i -> i instanceof Json.Obj).map(Row::new).toList();
    }

    /// Takes over what was wrong in a part.
    public void takeWrong(String name, List<Row> parts) {
        parts.forEach(part -> part.wrong.forEach(w -> wrong.add(name + "." + w)));
    }

    /// Relations by what stands in an array of texts; empty when there are none.
    public Optional<List<Link>> links(String type, String... path) {
        return some(texts(path).stream().map(key -> new Link(type, key)).toList());
    }

    public static <T> Optional<List<T>> some(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// The row, marked when anything was wrong.
    public Resource marked(Resource row) {
        return wrong.isEmpty()
                ? row
                : row.marked("another type than documented: " + String.join(", ", wrong));
    }

    private Json find(String... path) {
        Json here = json;
        for (int i = 0; i < path.length; i++) {
            if (here.isAbsent()) {
                return here;
            }
            if (!(here instanceof Json.Obj)) {
                wrong.add(String.join(".", Arrays.copyOf(path, i)));
                return Json.absent();
            }
            here = here.at(path[i]);
        }
        return here;
    }

    private <T> Optional<T> notAsDocumented(String... path) {
        wrong.add(String.join(".", path));
        return Optional.empty();
    }
}
