package io.pilothouse.ui.overview;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.Ways;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.StateShape;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The rows of the cards that only tell.
final class Rows {
    private static final double BAR = 128;

    private Rows() {}

    /// Account, its part of the sum, how many run, what they cost.
    static Region of(Share share) {
        var mark = Accounts.mark(share.account());
        mark.setMinWidth(0);
        mark.setPrefWidth(160);
        mark.setMaxWidth(160);
        var row =
                Nodes.styled(
                        new HBox(
                                mark,
                                bar(share.part()),
                                Nodes.spring(),
                                howMany(share),
                                Nodes.styled(
                                        Card.fixed(share.price(), Css.RIGHT), "ph-share-price")),
                        Css.ROW);
        row.setAccessibleText(
                share.account().name()
                        + ", "
                        + share.words()
                        + ", "
                        + share.price()
                        + " "
                        + share.old());
        return row;
    }

    /// How many run, or that it is not known just now.
    private static Node howMany(Share share) {
        boolean old = !share.old().isEmpty();
        var label =
                Card.fixed(
                        old ? share.old() : share.words(), old ? Css.WARN : Css.MUTED, Css.SMALL);
        label.setTooltip(new Tooltip(old ? share.words() + ", " + share.old() : share.words()));
        return label;
    }

    private static Node bar(double part) {
        var on = Nodes.styled(new Region(), Css.BAR_ON);
        var bar = new StackPane(Nodes.styled(new Region(), Css.BAR), on);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinWidth(40);
        bar.setPrefWidth(BAR);
        bar.setMaxWidth(BAR);
        on.maxWidthProperty().bind(bar.widthProperty().multiply(part));
        on.setVisible(part > 0);
        return bar;
    }

    /// Opens the screen of a kind; the same for as long as the kind is listed, so that it keeps the focus.
    static Button of(Kind kind, Ways ways) {
        var row = Nodes.styled(new Button(), Css.ROW, "ph-row-button");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        row.setOnAction(_ -> ways.go(kind));
        return row;
    }

    /// A kind, how its rows are, how many.
    static void show(Button row, KindCount count, Ways ways) {
        var name = Words.of("kind." + count.kind().id() + ".many");
        var states = new HBox(12);
        states.setAlignment(Pos.CENTER_LEFT);
        states.setMinWidth(0);
        var said = new StringBuilder(name).append(", ").append(count.count());
        count.states()
                .forEach(
                        (status, n) -> {
                            var words = Words.of("overview.count", n, KindCount.word(status));
                            var shape = new StateShape();
                            shape.show(status, false, "");
                            var label = Card.yielding(words, Css.SMALL);
                            var colour = StateShape.wordClass(status, false);
                            if (!colour.isEmpty()) {
                                label.getStyleClass().add(colour);
                            }
                            var box = new HBox(4, shape, label);
                            box.setAlignment(Pos.CENTER_LEFT);
                            box.setMinWidth(0);
                            states.getChildren().add(box);
                            said.append(", ").append(words);
                        });
        HBox.setHgrow(states, Priority.ALWAYS);
        var line =
                new HBox(
                        8,
                        Nodes.icon(ways.icon(count.kind())),
                        Nodes.styled(Card.fixed(name), "ph-kind-name"),
                        states,
                        Card.fixed(String.valueOf(count.count()), Css.MUTED));
        line.setAlignment(Pos.CENTER_LEFT);
        row.setGraphic(line);
        line.prefWidthProperty().bind(row.widthProperty().subtract(26));
        row.setAccessibleText(said.toString());
    }

    /// When, what, whose, how it ended.
    static Region of(Event event) {
        var title = Card.yielding(event.title());
        title.setTooltip(new Tooltip(event.title()));
        var mark = Accounts.mark(event.account());
        mark.setMinWidth(0);
        mark.getStyleClass().add("ph-event-account");
        var end = new HBox(6);
        end.setAlignment(Pos.CENTER_LEFT);
        end.getStyleClass().add("ph-event-end");
        event.state()
                .ifPresent(
                        state -> {
                            var shape = new StateShape();
                            shape.show(state, false, event.word());
                            shape.setVisible(true);
                            end.getChildren().add(shape);
                        });
        var word = event.note().isEmpty() ? event.word() : event.note();
        var label = Card.yielding(word, Css.SMALL);
        if (!event.style().isEmpty()) {
            label.getStyleClass().add(event.note().isEmpty() ? event.style() : Css.MUTED);
        }
        end.getChildren().add(label);
        var time = Nodes.styled(Card.fixed(event.when(), Css.MUTED, Css.SMALL), "ph-event-time");
        var row = Nodes.styled(new HBox(time, title, Nodes.spring(), mark, end), Css.ROW);
        row.setAccessibleText(
                event.when() + ", " + event.title() + ", " + event.account().name() + ", " + word);
        return row;
    }
}
