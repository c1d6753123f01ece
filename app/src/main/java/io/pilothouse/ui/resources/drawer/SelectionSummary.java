package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.resources.drawer.FactsPage.Line;
import io.pilothouse.ui.theme.Css;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Several chosen rows in the drawer's place: what they are together, and what can be done with all of them.
public final class SelectionSummary {
    private static final int MOST_NAMES = 12;

    private final Label title = Nodes.label("", Css.TITLE);
    private final VBox none =
            Nodes.styled(new VBox(Nodes.wrapped(Words.of("summary.none"), Css.MUTED)), Css.SECTION);
    private final ActionsBox actions;
    private final FactsPage facts;
    private final VBox view = Nodes.styled(new VBox(), Css.DRAWER);
    private final ChangeListener<Object> changed = (_, _, _) -> drawFacts();
    private List<Row> rows = List.of();

    public SelectionSummary(Consumer<Offer> begin, Runnable close) {
        actions = new ActionsBox(begin);
        var head =
                new HBox(
                        8,
                        title,
                        Nodes.spring(),
                        Nodes.iconButton("x", Words.of("drawer.close"), close, Css.GHOST));
        Nodes.styled(head, Css.DRAWER_HEAD).setAlignment(Pos.CENTER_LEFT);
        facts = new FactsPage(actions);
        view.getChildren().addAll(head, none, facts.view());
    }

    public Region view() {
        return view;
    }

    public Optional<Node> first() {
        return actions.first();
    }

    /// Shows rows and follows their changes.
    public void show(List<Row> newest, List<Offer> offers) {
        hide();
        rows = newest;
        rows.forEach(r -> r.resourceProperty().addListener(changed));
        Nodes.present(none, offers.isEmpty());
        title.setText(Words.of("summary.title", rows.size()));
        actions.show(offers);
        drawFacts();
    }

    /// Follows no row any more.
    public void hide() {
        rows.forEach(r -> r.resourceProperty().removeListener(changed));
        rows = List.of();
    }

    private void drawFacts() {
        var lines = new LinkedHashMap<String, String>();
        var names =
                rows.stream()
                        .limit(MOST_NAMES)
                        .map(r -> Formats.oneLine(r.resource().name()))
                        .collect(Collectors.joining(", "));
        int more = rows.size() - MOST_NAMES;
        lines.put(
                Words.of("summary.names"),
                names + (more > 0 ? Words.of("confirm.more", more) : ""));
        lines.put(Words.of("summary.accounts"), counted(rows, r -> r.account().name()));
        var states = counted(rows, SelectionSummary::state);
        if (!states.isEmpty()) {
            lines.put(Words.of("summary.states"), states);
        }
        var cost =
                rows.stream()
                        .filter(r -> r.resource().status().phase() != Phase.GONE)
                        .flatMap(r -> r.resource().get(Facts.PRICE).stream())
                        .reduce(Money.ZERO, Money::plus);
        if (!cost.equals(Money.ZERO)) {
            lines.put(Words.of("summary.cost"), Words.of("price.hourly", Formats.dollars(cost)));
        }
        facts.show(
                lines.entrySet().stream()
                        .map(
                                l ->
                                        new Line(
                                                l.getKey(),
                                                l.getValue(),
                                                () -> Nodes.wrapped(l.getValue())))
                        .toList());
    }

    /// As it stands in the table.
    private static String state(Row row) {
        return row.resource().status().word().toLowerCase(Locale.ROOT);
    }

    /// `3 × active, 1 × booting`; one word alone without its number.
    private static String counted(List<Row> rows, Function<Row, String> word) {
        var counts =
                rows.stream()
                        .map(word)
                        .filter(w -> !w.isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Formats::oneLine, TreeMap::new, Collectors.counting()));
        return counts.size() == 1
                ? counts.firstKey()
                : counts.entrySet().stream()
                        .map(e -> e.getValue() + " × " + e.getKey())
                        .collect(Collectors.joining(", "));
    }
}
