package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.Entry.Section;
import io.pilothouse.ui.shell.palette.Entry.Thing;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the palette finds for what is typed, and which of it is chosen. What is found is as it was when the last letter
/// was typed: nothing moves under the hand of who is about to press Enter.
final class PaletteViewModel {
    /// One line of the list.
    sealed interface Line {
        /// Above a section; can't be chosen.
        record Heading(String words) implements Line {}

        record Found(Hit hit) implements Line {}
    }

    private final Finder finder;
    private final OfferEntries actions;
    private final Ranking ranking;
    private final Recents recents;
    private final Runnable close;
    private final String chosenRows;
    private final List<Entry> ofChosen;
    private final List<Entry> commands;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private Optional<Thing> within = Optional.empty();
    private List<Entry> ofThing = List.of();
    private String queryBefore = "";

    /// @param commands of the window
    /// @param chosenRows what the rows are called that are chosen just now
    /// @param close is run before what was chosen is
    PaletteViewModel(
            Finder finder,
            OfferEntries actions,
            Recents recents,
            List<Entry> commands,
            String chosenRows,
            Runnable close) {
        this.finder = finder;
        this.actions = actions;
        this.recents = recents;
        this.ranking = new Ranking(recents);
        this.chosenRows = chosenRows;
        this.close = close;
        this.ofChosen = actions.chosen();
        this.commands = Stream.concat(commands.stream(), actions.creating().stream()).toList();
        query.subscribe(_ -> search());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /// The line that Enter does; -1 for none, as where nothing was found.
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// How much there is to be found, or whose actions are shown.
    ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    private void search() {
        var asked = Query.parse(query.get());
        var hits = new ArrayList<Hit>();
        if (within.isPresent()) {
            hits.addAll(actions(ofThing, asked.words()));
        } else {
            if (asked.commands()) {
                hits.addAll(actions(ofChosen, asked.words()));
                hits.addAll(match(commands, asked.words()));
            }
            hits.addAll(finder.find(asked, Ranking.MOST));
        }
        show(ranking.order(hits, !asked.words().isEmpty()));
        about.set(
                within.map(t -> Formats.oneLine(t.resource().name()))
                        .orElseGet(
                                () ->
                                        Words.count(
                                                        "palette.commands",
                                                        ofChosen.size() + commands.size())
                                                + ", "
                                                + Words.count("palette.resources", finder.size())));
    }

    /// Where all that answers destroys something, the first of them, which does not, stands ahead of it.
    private static List<Hit> actions(List<Entry> entries, Matcher words) {
        var hits = match(entries, words);
        if (!hits.isEmpty() && hits.stream().noneMatch(Hit::isHarmless)) {
            hits.addFirst(Hit.ahead(entries.getFirst()));
        }
        return hits;
    }

    private static List<Hit> match(List<Entry> entries, Matcher words) {
        var hits = new ArrayList<Hit>();
        for (var entry : entries) {
            int score = words.score(Matcher.fold(entry.text()));
            if (score != Matcher.NONE) {
                hits.add(Hit.of(entry, score, words));
            }
        }
        return hits;
    }

    private void show(List<Hit> hits) {
        var next = new ArrayList<Line>();
        Optional<Section> before = Optional.empty();
        for (var hit : hits) {
            var section = hit.entry().section();
            if (within.isEmpty() && before.filter(section::equals).isEmpty()) {
                next.add(new Line.Heading(heading(section)));
                before = Optional.of(section);
            }
            next.add(new Line.Found(hit));
        }
        chosen.set(-1);
        lines.setAll(next);
        if (!hits.isEmpty() && hits.getFirst().isHarmless()) {
            move(1);
        }
    }

    private String heading(Section section) {
        return switch (section) {
            case CHOSEN -> chosenRows;
            case RESOURCES -> Words.of("palette.section.resources");
            case COMMANDS -> Words.of("palette.section.commands");
        };
    }

    /// Chooses the line so many found ones further down, or up for a negative number; at the ends it stays.
    void move(int by) {
        int step = by < 0 ? -1 : 1;
        int left = Math.abs(by);
        for (int at = chosen.get() + step; left > 0 && at >= 0 && at < lines.size(); at += step) {
            if (lines.get(at) instanceof Line.Found) {
                chosen.set(at);
                left--;
            }
        }
    }

    /// Does what stands in this line. What is off stays where it is, with its reason.
    void run(int line) {
        hit(line)
                .map(Hit::entry)
                .filter(e -> e.off().isEmpty())
                .ifPresent(
                        entry -> {
                            if (within.isEmpty()) {
                                recents.chosen(entry.id());
                            }
                            close.run();
                            entry.run().run();
                        });
    }

    void run() {
        run(chosen.get());
    }

    /// The hit in a line; empty for a heading.
    Optional<Hit> hit(int line) {
        return line >= 0 && line < lines.size() && lines.get(line) instanceof Line.Found found
                ? Optional.of(found.hit())
                : Optional.empty();
    }

    /// Shows the actions of the row that is chosen.
    ///
    /// @return false where no row is
    boolean into() {
        var thing = hit(chosen.get()).flatMap(h -> h.entry().thing());
        if (within.isPresent() || thing.isEmpty()) {
            return false;
        }
        within = thing;
        ofThing = actions.of(thing.get());
        queryBefore = query.get();
        ask("");
        return true;
    }

    /// Goes back from the actions of a row to what was found.
    ///
    /// @return false where it was not there
    boolean back() {
        if (within.isEmpty()) {
            return false;
        }
        within = Optional.empty();
        ask(queryBefore);
        return true;
    }

    private void ask(String text) {
        if (query.get().equals(text)) {
            search();
        } else {
            query.set(text);
        }
    }
}
