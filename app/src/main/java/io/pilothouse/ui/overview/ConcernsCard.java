package io.pilothouse.ui.overview;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.attention.Concern;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What needs a person: a row each, with its one verb.
final class ConcernsCard {
    private static final int MOST = 12;

    /// What stays the same while its words change.
    private record Key(Concern.Deed deed, String account, String icon) {
        static Key of(Concern concern) {
            return new Key(
                    concern.deed(), concern.account().map(a -> a.id()).orElse(""), concern.icon());
        }
    }

    private final Card card;
    private final Label count = Nodes.label("", Css.MUTED, Css.SMALL);
    private final Consumer<Concern.Deed> run;
    private Map<Key, Line> lines = new HashMap<>();

    ConcernsCard(Consumer<Concern.Deed> run) {
        this.run = run;
        card = new Card(Words.of("overview.attention"), count);
    }

    Region view() {
        return card.view();
    }

    /// @param none said in place of them where there are none
    void show(List<Concern> concerns, String none) {
        count.setText(
                concerns.size() > MOST ? Words.of("overview.first", MOST, concerns.size()) : "");
        if (concerns.isEmpty()) {
            lines.clear();
            card.words(none);
            return;
        }
        var next = new HashMap<Key, Line>();
        var rows = new ArrayList<HBox>();
        for (var concern : concerns.subList(0, Math.min(MOST, concerns.size()))) {
            var key = Key.of(concern);
            var known = next.containsKey(key) ? null : lines.get(key);
            var line = known == null ? new Line(concern) : known;
            line.show(concern);
            next.put(key, line);
            rows.add(line.row);
        }
        lines = next;
        card.rows(rows);
    }

    private final class Line {
        private final Label title = Card.yielding("", Css.MEDIUM);
        private final Label detail = Card.yielding("", Css.MUTED, Css.SMALL);
        private final Button verb;
        private final HBox row;

        Line(Concern concern) {
            var icon =
                    Nodes.styled(
                            Nodes.icon(concern.icon()),
                            Css.ICON_16,
                            concern.isNow() ? Css.BAD : Css.WARN);
            var below = new HBox(6, detail);
            below.setAlignment(Pos.CENTER_LEFT);
            concern.account()
                    .ifPresent(
                            a -> {
                                var mark = Accounts.mark(a);
                                mark.setMinWidth(Region.USE_PREF_SIZE);
                                mark.getStyleClass().add("ph-small-mark");
                                below.getChildren().addFirst(mark);
                            });
            var words = new VBox(2, title, below);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            verb = Nodes.button("", "", () -> run.accept(concern.deed()), Css.MINI);
            verb.setMinWidth(Region.USE_PREF_SIZE);
            row = Nodes.styled(new HBox(icon, words, verb), Css.ROW, Css.TWO_LINE);
        }

        void show(Concern concern) {
            title.setText(concern.title());
            detail.setText(concern.detail());
            verb.setText(concern.verb());
            var all = concern.title() + "\n" + concern.detail();
            title.setTooltip(new Tooltip(all));
            detail.setTooltip(new Tooltip(all));
            verb.setAccessibleText(Words.of("attention.verb", concern.verb(), concern.title()));
        }
    }
}
