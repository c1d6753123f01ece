package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// The line below a table: how old it is, what could not be read and what helps, how many rows are chosen. What already
/// stands in place of rows it does not say once more.
final class FootLine {
    private static final int MOST = 3;

    private final Label age = Nodes.label("", Css.MUTED, Css.SMALL);
    private final HBox troubles = new HBox(8);
    private final Label chosen = Nodes.label("", Css.MUTED, Css.SMALL);
    private final HBox view =
            Nodes.styled(new HBox(8, age, troubles, Nodes.spring(), chosen), Css.FOOT);
    private final Consumer<Trouble> help;

    /// @param help does what helps against a trouble
    FootLine(ResourcesViewModel model, Consumer<Trouble> help) {
        this.help = help;
        age.setMinWidth(Region.USE_PREF_SIZE);
        chosen.setMinWidth(Region.USE_PREF_SIZE);
        troubles.setMinWidth(0);
        troubles.setAlignment(Pos.CENTER_LEFT);
        view.setAlignment(Pos.CENTER_LEFT);
        model.ageProperty().subscribe(words -> say(age, words));
        model.troublesProperty().subscribe(_ -> draw(model));
        model.blankProperty().subscribe(_ -> draw(model));
    }

    Node view() {
        return view;
    }

    void chosen(int rows) {
        chosen.setText(rows == 0 ? "" : Words.of("table.selected", rows));
    }

    private static void say(Label label, String words) {
        label.setText(words);
        Nodes.present(label, !words.isEmpty());
    }

    private void draw(ResourcesViewModel model) {
        boolean above = !model.blankProperty().get().troubles().isEmpty();
        troubles.getChildren().clear();
        var all = above ? List.<Trouble>of() : model.troublesProperty().get();
        var helped = new HashSet<Trouble.Remedy>();
        for (var each : all.subList(0, Math.min(MOST, all.size()))) {
            var words = Nodes.label(each.words(), Css.WARN, Css.SMALL);
            words.setMinWidth(0);
            words.setTooltip(new Tooltip(each.words() + "\n" + each.reason()));
            troubles.getChildren().add(words);
            if (!each.remedy().shared() || helped.add(each.remedy())) {
                troubles.getChildren().add(button(each));
            }
        }
        if (all.size() > MOST) {
            troubles.getChildren()
                    .add(
                            Nodes.label(
                                    Words.of("table.trouble.more", all.size() - MOST),
                                    Css.WARN,
                                    Css.SMALL));
        }
    }

    private Node button(Trouble trouble) {
        var words = trouble.remedy().words();
        var button = Nodes.button(words, "", () -> help.accept(trouble), Css.LINK);
        button.setAccessibleText(Words.of("attention.verb", words, trouble.name()));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
