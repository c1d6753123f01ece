package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Rule;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.Formats;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/// A cell's value as it is written for other programs.
///
/// @param zone of times
/// @param names what a relation is written as
public record Values(ZoneId zone, Function<Link, String> names) {
    /// Money in dollars, sizes in bytes, times in ISO 8601 with offset, to the second.
    public Json of(@Nullable Object value) {
        return switch (value) {
            case null -> Json.absent();
            case Secret _ -> Json.of(Secret.MASK);
            case Money money -> Json.of(BigDecimal.valueOf(money.centsAnHour(), 2));
            case Bytes bytes -> Json.of(bytes.count());
            case Instant time -> time(time);
            case Link link -> Json.of(names.apply(link));
            case Rule rule -> Json.of(Formats.rule(rule));
            case List<?> all -> new Json.Arr(all.stream().map(this::of).toList());
            case Number number -> Json.of(number);
            case Boolean yes -> Json.of(yes);
            default -> Json.of(value.toString());
        };
    }

    private Json time(Instant time) {
        var local = time.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
        return Json.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
    }

    /// In one line: a list with semicolons; empty for what is absent.
    static String text(Json value) {
        return switch (value) {
            case Json.Absent _ -> "";
            case Json.Text(var text) -> text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Bool(var yes) -> String.valueOf(yes);
            case Json.Hidden _ -> Secret.MASK;
            case Json.Arr(var items) ->
                    String.join("; ", items.stream().map(Values::text).toList());
            case Json.Obj _ -> throw new IllegalArgumentException("no object stands in a cell");
        };
    }
}
