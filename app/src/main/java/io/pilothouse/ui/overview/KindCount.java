package io.pilothouse.ui.overview;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.overview.known.Known;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How many there are of a kind, and how they are.
///
/// @param states each with how many are so, most of them first; empty for what has no state
public record KindCount(Kind kind, int count, Map<Status, Integer> states) {
    /// What an account offers or consists of, and what it did, is no thing that runs.
    private static final Set<Kind> THINGS =
            EnumSet.of(
                    Kind.INSTANCE,
                    Kind.TEMPLATE,
                    Kind.GROUP,
                    Kind.RESERVATION,
                    Kind.VOLUME,
                    Kind.SNAPSHOT,
                    Kind.NETWORK,
                    Kind.SUBNET,
                    Kind.FIREWALL,
                    Kind.LOAD_BALANCER,
                    Kind.FABRIC,
                    Kind.PARTITION);

    private static final int MOST_STATES = 4;

    static List<KindCount> all(Known known) {
        return Arrays.stream(Kind.values())
                .filter(THINGS::contains)
                .map(k -> of(k, known))
                .filter(c -> c.count() > 0)
                .toList();
    }

    private static KindCount of(Kind kind, Known known) {
        var items = known.items(kind).toList();
        var states = new LinkedHashMap<Status, Integer>();
        items.stream()
                .map(i -> i.row().status())
                .filter(s -> !s.word().isEmpty())
                .forEach(s -> states.merge(s, 1, Integer::sum));
        var most = new LinkedHashMap<Status, Integer>();
        states.entrySet().stream()
                .sorted(Map.Entry.<Status, Integer>comparingByValue().reversed())
                .limit(MOST_STATES)
                .forEach(e -> most.put(e.getKey(), e.getValue()));
        return new KindCount(kind, items.size(), Collections.unmodifiableSequencedMap(most));
    }

    /// The service's word, as it is shown everywhere.
    static String word(Status status) {
        return Formats.oneLine(status.word()).toLowerCase(Locale.ROOT);
    }
}
