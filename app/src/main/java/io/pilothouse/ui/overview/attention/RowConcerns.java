package io.pilothouse.ui.overview.attention;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.known.Known;
import io.pilothouse.ui.overview.known.Known.Item;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows whose service says that they have failed.
///
/// @param seen changes of state, newest first
record RowConcerns(Known known, List<Seen> seen) {
    /// More than these of one account in one state are said together.
    private static final int MOST_ALONE = 3;

    private record Alike(Connection connection, Kind kind, Status status) {}

    /// An operation that failed is past, and nothing can be done about it.
    List<Concern> all() {
        var groups = new LinkedHashMap<Alike, List<Item>>();
        known.items()
                .filter(i -> i.phase() == Phase.FAILED && !i.isStale())
                .filter(i -> i.kind() != Kind.OPERATION)
                .forEach(
                        i ->
                                groups.computeIfAbsent(
                                                new Alike(
                                                        i.feed().connection(),
                                                        i.kind(),
                                                        i.row().status()),
                                                _ -> new ArrayList<>())
                                        .add(i));
        return groups.entrySet().stream()
                .flatMap(
                        e ->
                                e.getValue().size() > MOST_ALONE
                                        ? Stream.of(together(e.getKey(), e.getValue()))
                                        : e.getValue().stream().map(this::alone))
                .toList();
    }

    private Concern alone(Item item) {
        var row = item.row();
        var parts =
                Stream.of(
                                row.get(Facts.TYPE).map(Formats::oneLine),
                                since(item).map(s -> Words.of("attention.for", s)),
                                row.get(Facts.PRICE)
                                        .map(p -> Words.of("attention.price", Formats.dollars(p))))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "));
        return new Concern(
                true,
                "exclamation-triangle",
                Words.of("attention.is", Formats.oneLine(row.name()), word(row.status())),
                Optional.of(item.feed().connection().account()),
                parts,
                Words.of("attention.open"),
                new Deed.Reveal(item.kind(), item.key()));
    }

    private static Concern together(Alike alike, List<Item> items) {
        var names =
                items.stream()
                        .limit(MOST_ALONE)
                        .map(i -> Formats.oneLine(i.row().name()))
                        .collect(Collectors.joining(", "));
        return new Concern(
                true,
                "exclamation-triangle",
                Words.of("attention.are", items.size(), many(alike.kind()), word(alike.status())),
                Optional.of(alike.connection().account()),
                names + Words.of("confirm.more", items.size() - MOST_ALONE),
                Words.of("attention.review"),
                new Deed.Go(alike.kind()));
    }

    /// How long this home has seen it in its state; empty where it did not see it come into it.
    private Optional<String> since(Item item) {
        return seen.stream()
                .filter(s -> s.account().equals(item.key().account()))
                .filter(s -> s.ref().equals(item.row().ref()))
                .findFirst()
                .filter(s -> s.to().equals(item.row().status().word()))
                .map(Seen::at)
                .map(this::span);
    }

    private String span(Instant since) {
        return Formats.seldom(Duration.between(since, known.now()));
    }

    private static String word(Status status) {
        return Formats.oneLine(status.word()).toLowerCase(Locale.ROOT);
    }

    private static String many(Kind kind) {
        return Words.inSentence(Words.of("kind." + kind.id() + ".many"));
    }
}
