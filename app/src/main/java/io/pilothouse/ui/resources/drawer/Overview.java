package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Rule;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.SecretLine;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Age;
import io.pilothouse.ui.kit.rows.Expiry;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.resources.drawer.FactsPage.Line;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the chosen row is: its actions first, then its facts.
final class Overview implements Page {
    private final Workbench bench;
    private final Kind kind;
    private final ActionsBox actions;
    private final FactsPage facts;
    private @Nullable Row row;
    private Optional<Stay> stay = Optional.empty();
    private String stayOf = "";
    private boolean gone;

    Overview(Workbench bench, Kind kind, Consumer<Offer> begin) {
        this.bench = bench;
        this.kind = kind;
        actions = new ActionsBox(begin);
        facts = new FactsPage(actions);
    }

    @Override
    public Region view() {
        return facts.view();
    }

    void offers(List<Offer> offers) {
        actions.show(offers);
    }

    /// Whether the row is not listed any more: its state is the last that was seen.
    void gone(boolean is) {
        gone = is;
    }

    @Override
    public void show(Row newest) {
        if (newest != row) {
            facts.clear();
        }
        row = newest;
        drawFacts();
    }

    @Override
    public void tick() {
        if (row != null) {
            if (stay.isEmpty()) {
                stayOf = ""; // the change is written down a moment after it is shown
            }
            drawFacts();
        }
    }

    @Override
    public Optional<Node> first() {
        return Optional.empty();
    }

    /// Once for each state that a row is seen in, and at each tick until it is known.
    private void readStay(Row of) {
        var state = of.resource().ref() + of.resource().status().word();
        if (!of.resource().status().phase().inTransition()) {
            stay = Optional.empty();
            stayOf = state;
        } else if (!state.equals(stayOf)) {
            stayOf = state;
            stay = Optional.empty();
            bench.timeline()
                    .start(
                            "row-stay",
                            () -> {
                                var read = Stay.read(bench, of);
                                bench.fx().execute(() -> take(state, read));
                            });
        }
    }

    private void take(String state, Optional<Stay> read) {
        if (state.equals(stayOf)) {
            stay = read;
            drawFacts();
        }
    }

    private void drawFacts() {
        var resource = row == null ? null : row.resource();
        if (row == null || resource == null) {
            return;
        }
        var current = row;
        readStay(current);
        var lines = new ArrayList<Line>();
        resource.problem().ifPresent(p -> lines.add(text(Words.of("drawer.problem"), p)));
        if (!resource.status().word().isEmpty()) {
            lines.add(
                    new Line(
                            Words.of("column.state"),
                            List.of(resource.status(), row.stale() || gone),
                            () -> state(resource.status(), current.stale() || gone)));
        }
        stay.filter(s -> s.state().equals(resource.status().word()))
                .ifPresent(s -> lines.add(text(Words.of("drawer.stay"), s.words(bench.now()))));
        lines.add(
                new Line(
                        Words.of("column.account"),
                        row.account(),
                        () -> account(current.account())));
        resource.parent()
                .map(p -> new Link(p.type(), p.id()))
                .ifPresent(
                        scope ->
                                lines.add(
                                        text(
                                                Words.of("type." + scope.type()),
                                                names(List.of(scope)))));
        ordered(resource).forEach((fact, value) -> lines.add(line(fact, value)));
        if (resource.get(Facts.CREATED).isEmpty()) {
            Age.of(row)
                    .ifPresent(
                            known -> {
                                var words = known.words(bench.now());
                                lines.add(
                                        new Line(
                                                Words.of("column.age"),
                                                words,
                                                () -> tipped(words, known.tip())));
                            });
        }
        lines.add(
                new Line(
                        Words.of("drawer.id"), resource.id(), () -> copyable(resource.id(), true)));
        facts.show(lines);
    }

    private static Node state(Status status, boolean stale) {
        var state = new StateLabel();
        state.show(status, stale);
        return state;
    }

    private static Node account(Account of) {
        var account = Accounts.mark(of);
        var provider = Nodes.label(Words.of("provider." + of.provider()), Css.MUTED, Css.SMALL);
        provider.setMinWidth(Region.USE_PREF_SIZE); // a long name gives way
        account.getChildren().add(provider);
        return account;
    }

    private static Label tipped(String words, String tip) {
        var label = Nodes.label(words);
        label.setTooltip(new Tooltip(tip));
        return label;
    }

    /// What the table shows of its kind first, then all else as the provider states it.
    private Map<Fact<?>, Object> ordered(Resource resource) {
        var all = new LinkedHashMap<Fact<?>, Object>();
        kind.columns().stream()
                .filter(resource.facts()::containsKey)
                .forEach(f -> all.put(f, resource.facts().get(f)));
        resource.facts().forEach(all::putIfAbsent);
        return all;
    }

    /// The names of what it is related to, where they are known.
    private String names(List<?> links) {
        var known = row == null ? Inventory.NONE : bench.store().inventory(row.account().id());
        return links.stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .map(known::name)
                .map(Formats::oneLine)
                .collect(Collectors.joining(", "));
    }

    private Line line(Fact<?> fact, Object value) {
        var name = Words.of("fact." + fact.id());
        return switch (value) {
            case Secret secret ->
                    new Line(name, secret, () -> new SecretLine(secret, bench.clipboard()));
            case Money money -> text(name, Words.of("price.hourly", Formats.dollars(money)));
            case List<?> all when !all.isEmpty() && all.getFirst() instanceof Rule ->
                    new Line(name, all, () -> rules(all));
            case List<?> all when !all.isEmpty() && all.getFirst() instanceof Link ->
                    text(name, names(all));
            case Link link -> text(name, names(List.of(link)));
            case Instant end when fact.equals(Facts.EXPIRES) -> {
                var expiry = Expiry.of(end, bench.now());
                yield new Line(name, expiry, () -> styled(Nodes.wrapped(expiry.words()), expiry));
            }
            case String text ->
                    new Line(
                            name,
                            text,
                            () ->
                                    copyable(
                                            text,
                                            fact.equals(Facts.IP)
                                                    || fact.equals(Facts.PRIVATE_IP)));
            default -> text(name, Formats.fact(value, bench.now()));
        };
    }

    private static Node styled(Node words, Expiry expiry) {
        expiry.style().ifPresent(words.getStyleClass()::add);
        return words;
    }

    private static Line text(String name, String text) {
        return new Line(name, text, () -> Nodes.wrapped(text));
    }

    private static Node rules(List<?> rules) {
        var lines = new VBox(2);
        for (var each : rules) {
            if (each instanceof Rule rule) {
                var label = Nodes.label(Formats.rule(rule), Css.MONO);
                label.setTooltip(new Tooltip(Formats.oneLine(rule.text())));
                lines.getChildren().add(label);
            }
        }
        return lines;
    }

    private Node copyable(String text, boolean mono) {
        var label = Nodes.label(Formats.oneLine(text));
        if (mono) {
            label.getStyleClass().add(Css.MONO);
        }
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setWrapText(true);
        var copy =
                Nodes.iconButton(
                        "clipboard",
                        Words.of("button.copy.value", Formats.oneLine(text)),
                        () -> bench.clipboard().copy(text),
                        Css.GHOST,
                        Css.MINI);
        var box = new HBox(4, label, Nodes.copying(copy));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
