package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.shell.palette.Entry.Section;
import io.pilothouse.ui.shell.palette.Matcher.Tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The order of what was found. In a section: how well it answers, then what can be done before what is off and before
/// what destroys, then what was chosen lately. Sections: the one with the best answer first. However well it answers,
/// what destroys is not the first of all while there is anything else.
final class Ranking {
    /// Rows that are shown at most.
    static final int MOST = 50;

    /// Of those, actions of the chosen rows.
    private static final int CHOSEN = 20;

    private final Recents recents;

    Ranking(Recents recents) {
        this.recents = recents;
    }

    /// @param asked something was typed; else sections keep their order
    /// @return section by section
    List<Hit> order(List<Hit> hits, boolean asked) {
        var sections = new EnumMap<Section, List<Hit>>(Section.class);
        for (var hit : hits) {
            sections.computeIfAbsent(hit.entry().section(), _ -> new ArrayList<>()).add(hit);
        }
        sections.values().forEach(s -> s.sort(best(asked)));
        cut(sections);
        var order = new ArrayList<>(sections.values());
        order.sort(
                Comparator.<List<Hit>, Boolean>comparing(s -> s.stream().noneMatch(Hit::isHarmless))
                        .thenComparing(s -> asked ? tier(s) : Tier.WHOLE));
        if (!order.isEmpty()) {
            harmlessFirst(order.getFirst());
        }
        return order.stream().flatMap(List::stream).toList();
    }

    /// While nothing is typed, actions keep their order: Enter alone does not do once more what was done to another row.
    private Comparator<Hit> best(boolean asked) {
        return Comparator.comparing(Hit::tier)
                .thenComparing(h -> h.entry().off().isPresent())
                .thenComparing(h -> h.entry().destroys())
                .thenComparingInt(
                        h ->
                                asked || h.entry().section() != Section.CHOSEN
                                        ? recents.rank(h.entry().id())
                                        : 0)
                .thenComparingInt(Hit::score);
    }

    private static Tier tier(List<Hit> section) {
        return section.getFirst().tier();
    }

    private static void harmlessFirst(List<Hit> section) {
        section.stream()
                .filter(Hit::isHarmless)
                .findFirst()
                .ifPresent(
                        hit -> {
                            section.remove(hit);
                            section.addFirst(hit);
                        });
    }

    /// Rows and commands share what room the actions leave: each gets half, and what the other does not need.
    private static void cut(Map<Section, List<Hit>> sections) {
        int room = MOST - cut(sections, Section.CHOSEN, CHOSEN);
        int commands = sections.getOrDefault(Section.COMMANDS, List.of()).size();
        int resources = cut(sections, Section.RESOURCES, Math.max(room / 2, room - commands));
        cut(sections, Section.COMMANDS, room - resources);
    }

    private static int cut(Map<Section, List<Hit>> sections, Section which, int most) {
        var hits = sections.getOrDefault(which, new ArrayList<>());
        if (hits.size() > most) {
            hits.subList(most, hits.size()).clear();
        }
        return hits.size();
    }
}
