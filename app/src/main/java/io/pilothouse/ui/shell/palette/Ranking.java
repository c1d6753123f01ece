package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.shell.palette.Entry.Section;
import io.pilothouse.ui.shell.palette.Matcher.Tier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The order of what was found. In a section: how well it answers, then what can be done before what is off and before
/// what destroys, then what was chosen lately. Sections: the one with the best answer first, and after all of them what
/// was found by scattered letters. However well it answers, what destroys is not the first of all while there is anything
/// else, and does not bring its section to the front.
final class Ranking {
    /// Rows that are shown at most.
    static final int MOST = 50;

    /// Of those, actions of the chosen rows.
    private static final int CHOSEN = 20;

    private final Recents recents;

    Ranking(Recents recents) {
        this.recents = recents;
    }

    /// Those of one section that were found alike well.
    private record Group(Section section, List<Hit> hits) {
        boolean isHarmless() {
            return hits.stream().anyMatch(Hit::isHarmless);
        }

        /// Of what may be the first of all; where nothing may, of what destroys.
        Tier best() {
            return hits.stream()
                    .filter(h -> h.isHarmless() || !isHarmless())
                    .map(Hit::tier)
                    .min(Comparator.naturalOrder())
                    .orElse(Tier.SCATTERED);
        }
    }

    /// @param asked something was typed; else sections keep their order
    /// @return group by group; a section stands a second time where some of it was found by scattered letters
    List<Hit> order(List<Hit> hits, boolean asked) {
        var sections = new EnumMap<Section, List<Hit>>(Section.class);
        for (var hit : hits) {
            sections.computeIfAbsent(hit.entry().section(), _ -> new ArrayList<>()).add(hit);
        }
        sections.values().forEach(s -> s.sort(best(asked)));
        cut(sections);
        var answers = groups(sections, h -> !h.isAhead() && h.tier() != Tier.SCATTERED);
        answers.sort(
                Comparator.<Group, Boolean>comparing(g -> !g.isHarmless())
                        .thenComparing(g -> asked ? g.best() : Tier.WHOLE));
        var scattered = groups(sections, h -> !h.isAhead() && h.tier() == Tier.SCATTERED);
        // what goes on where the answers end stands under the same heading
        var last = answers.isEmpty() ? Section.CHOSEN : answers.getLast().section();
        scattered.sort(
                Comparator.<Group, Boolean>comparing(g -> !g.isHarmless())
                        .thenComparing(g -> g.section() != last));
        var all = new ArrayList<Hit>();
        answers.forEach(g -> all.addAll(g.hits()));
        scattered.forEach(g -> all.addAll(g.hits()));
        harmlessFirst(all, hits);
        return all;
    }

    private static List<Group> groups(Map<Section, List<Hit>> sections, Predicate<Hit> which) {
        var all = new ArrayList<Group>();
        sections.forEach(
                (section, hits) -> {
                    var some = hits.stream().filter(which).toList();
                    if (!some.isEmpty()) {
                        all.add(new Group(section, some));
                    }
                });
        return all;
    }

    /// What may be the first is found beside what may not: what was put ahead of it, or else the best of its section,
    /// or of all.
    private static void harmlessFirst(List<Hit> all, List<Hit> given) {
        if (all.isEmpty() || all.getFirst().isHarmless()) {
            return;
        }
        var section = all.getFirst().entry().section();
        given.stream()
                .filter(h -> h.isAhead() && h.entry().section() == section)
                .findFirst()
                .or(
                        () ->
                                all.stream()
                                        .filter(Hit::isHarmless)
                                        .min(
                                                Comparator.comparing(
                                                        h -> h.entry().section() != section)))
                .ifPresent(
                        hit -> {
                            all.remove(hit);
                            all.addFirst(hit);
                        });
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
