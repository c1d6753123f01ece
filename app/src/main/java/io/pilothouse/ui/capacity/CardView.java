package io.pilothouse.ui.capacity;

import io.pilothouse.ui.capacity.CapacityViewModel.Card;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/// One account's grid in its frame: whose it is, what its cells say, how old it is, and what stands in its place.
final class CardView {
    /// Of the card and its frame, as capacity.css gives it.
    private static final double PADDING = 13;

    private final Cells cells;
    private final Label truth = Nodes.whole(Nodes.label("", Css.MUTED, Css.SMALL));
    private final Label age = Nodes.label("", Css.MUTED, Css.SMALL);
    private final Label note = Nodes.wrapped("", Css.MUTED);
    private final Button remedy;
    private final VBox view;

    /// @param launch takes type and region
    /// @param help reads again, or does what helps an account that is signed out
    CardView(Card first, BiConsumer<String, String> launch, Runnable help) {
        cells = new Cells(launch);
        remedy = Nodes.button("", "", help, Css.LINK);
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        truth.setMinWidth(0);
        age.setMinWidth(Region.USE_PREF_SIZE);
        var name = Accounts.mark(first.account());
        name.getChildren().getLast().getStyleClass().add(Css.SEMI);
        name.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(8, name, truth, Nodes.spring(), age, remedy);
        head.setAlignment(Pos.CENTER_LEFT);
        view = Nodes.styled(new VBox(8, head, note, cells.view()), "ph-capacity-card");
    }

    Region view() {
        return view;
    }

    /// @param width that can be seen of the card at a time, px
    void fit(double width) {
        cells.fit(width - 2 * PADDING);
    }

    Optional<Node> first() {
        return cells.first();
    }

    void show(Card card, Instant now) {
        truth.setText(
                Words.of("provider." + card.account().provider())
                        + ": "
                        + Words.of(card.counts() ? "capacity.counts" : "capacity.yes-no"));
        var old = card.readAt().map(at -> Formats.age(Duration.between(at, now)));
        age.setText(
                card.why()
                        .map(
                                why ->
                                        old.map(
                                                        o ->
                                                                Words.of(
                                                                        "capacity.old",
                                                                        Problems.brief(why),
                                                                        o))
                                                .orElseGet(() -> Problems.brief(why)))
                        .orElseGet(
                                () ->
                                        old.map(
                                                        o ->
                                                                Words.of(
                                                                        card.remembered()
                                                                                ? "table.old"
                                                                                : "table.updated",
                                                                        o))
                                                .orElse("")));
        age.getStyleClass().removeAll(Css.WARN, Css.MUTED);
        age.getStyleClass().add(card.why().isPresent() ? Css.WARN : Css.MUTED);
        Nodes.present(remedy, card.why().isPresent());
        card.why()
                .ifPresent(
                        why ->
                                remedy.setText(
                                        card.signedOut()
                                                ? Problems.remedy(why)
                                                : Words.of("button.retry")));
        var words = note(card);
        note.setText(words);
        Nodes.present(note, !words.isEmpty());
        Nodes.present(cells.view(), words.isEmpty());
        cells.show(card.grid());
        view.getStyleClass().remove(Css.STALE);
        if (card.isStale()) {
            view.getStyleClass().add(Css.STALE);
        }
    }

    /// What stands in place of the grid; empty while there is one.
    private static String note(Card card) {
        if (card.whole().lines().isEmpty()) {
            return card.why()
                    .map(Problems::whole)
                    .orElseGet(
                            () ->
                                    Words.of(
                                            card.readAt().isEmpty()
                                                    ? "table.loading"
                                                    : "capacity.no-types"));
        }
        if (card.grid().lines().isEmpty() || card.grid().regions().isEmpty()) {
            return card.whole().regions().isEmpty()
                    ? Words.of("capacity.none-anywhere", card.whole().lines().size())
                    : Words.of("capacity.filtered", card.whole().lines().size());
        }
        return "";
    }
}
