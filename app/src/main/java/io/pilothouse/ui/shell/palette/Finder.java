package io.pilothouse.ui.shell.palette;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.Entry.Section;
import io.pilothouse.ui.shell.palette.Entry.Thing;
import io.pilothouse.ui.shell.palette.ResourceIndex.Feed;
import io.pilothouse.ui.shell.palette.ResourceIndex.Item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds rows by name, id and address among all there are; those that are gone come last among equals.
final class Finder {
    /// @param code which id or address answered; -1 for the name
    private record Candidate(
            Item item, int score, int code, int rank, Account account, Kind kind, boolean stale) {
        static final Comparator<Candidate> BEST =
                Comparator.<Candidate, Matcher.Tier>comparing(c -> Matcher.tier(c.score()))
                        .thenComparingInt(Candidate::rank)
                        .thenComparingInt(Candidate::score)
                        .thenComparing(c -> c.item().resource().status().phase() == Phase.GONE)
                        .thenComparing(Candidate::kind)
                        .thenComparing(c -> c.item().name());
    }

    private final ResourceIndex index;
    private final Connections connections;
    private final Recents recents;
    private final Doors doors;

    Finder(ResourceIndex index, Connections connections, Recents recents, Doors doors) {
        this.index = index;
        this.connections = connections;
        this.recents = recents;
        this.doors = doors;
    }

    int size() {
        return index.size();
    }

    /// The best first; while nothing is asked for, those that were chosen lately.
    List<Hit> find(Query query, int most) {
        var found = new ArrayList<Candidate>();
        if (query.resources()) {
            index.feeds().forEach(feed -> collect(query, feed, found));
        }
        return found.stream().sorted(Candidate.BEST).limit(most).map(c -> hit(query, c)).toList();
    }

    private void collect(Query query, Feed feed, List<Candidate> found) {
        var connection = connections.of(feed.key().account());
        var type = connection.flatMap(c -> c.cloud().type(feed.key().type()));
        if (connection.isEmpty() || type.isEmpty() || !query.asksFor(type.get().kind())) {
            return;
        }
        var account = connection.get().account();
        for (var item : feed.items()) {
            int score = query.words().score(item.foldedName());
            int code = -1;
            for (int i = 0; i < item.foldedCodes().size(); i++) {
                int other = query.words().direct(item.foldedCodes().get(i));
                if (other < score) {
                    score = other;
                    code = i;
                }
            }
            if (score == Matcher.NONE || !query.facets().test(account, item.resource())) {
                continue;
            }
            int rank = recents.rank(id(account, item));
            if (!query.isEmpty() || rank != Integer.MAX_VALUE) {
                found.add(
                        new Candidate(
                                item, score, code, rank, account, type.get().kind(), feed.stale()));
            }
        }
    }

    private static String id(Account account, Item item) {
        return "row/" + account.id() + "/" + item.resource().type() + "/" + item.resource().id();
    }

    private Hit hit(Query query, Candidate one) {
        var thing = new Thing(one.account(), one.item().resource(), one.kind(), one.stale());
        var entry =
                new Entry(
                        id(one.account(), one.item()),
                        Section.RESOURCES,
                        doors.icon(one.kind()),
                        one.item().name(),
                        Words.of("kind." + one.kind().id()),
                        Optional.of(one.account()),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(thing),
                        () -> doors.reveal(one.kind(), thing.key()));
        if (one.code() < 0) {
            return Hit.of(entry, one.score(), query.words());
        }
        var letters = query.words().letters(one.item().foldedCodes().get(one.code()));
        return new Hit(
                entry,
                one.score(),
                Piece.plain(entry.text()),
                Piece.of(one.item().codes().get(one.code()), letters));
    }
}
