package io.pilothouse.ui.overview.attention;

import io.pilothouse.domain.Facts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.Expiry;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.known.Known;
import io.pilothouse.ui.overview.known.Known.Item;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What expires soon, or did lately, such as tokens and contracts.
final class ExpiryConcerns {
    /// What expired longer ago has been seen to.
    private static final Duration LATELY = Duration.ofDays(14);

    private ExpiryConcerns() {}

    static List<Concern> all(Known known) {
        return known.items().filter(i -> !i.isStale()).flatMap(i -> of(i, known.now())).toList();
    }

    private static Stream<Concern> of(Item item, Instant now) {
        return item.row().get(Facts.EXPIRES).stream()
                .filter(end -> end.isAfter(now.minus(LATELY)))
                .filter(end -> Expiry.of(end, now).style().isPresent())
                .map(end -> concern(item, end, now));
    }

    private static Concern concern(Item item, Instant end, Instant now) {
        boolean over = !end.isAfter(now);
        var name = Formats.oneLine(item.row().name());
        var kind = Words.of("kind." + item.kind().id());
        return new Concern(
                over,
                "hourglass-split",
                over
                        ? Words.of("attention.expired", kind, name)
                        : Words.of(
                                "attention.expires",
                                kind,
                                name,
                                Formats.seldom(Duration.between(now, end))),
                Optional.of(item.feed().connection().account()),
                Formats.day(end),
                Words.of("attention.open"),
                new Deed.Reveal(item.kind(), item.key()));
    }
}
