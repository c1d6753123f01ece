package io.pilothouse.ui.capacity;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.ui.capacity.CapacityViewModel.Card;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.export.Exports;
import io.pilothouse.ui.kit.rows.export.Save;
import io.pilothouse.ui.kit.rows.export.Sheet;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.Gutter;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.TextFields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Draws the screen of capacity: a card an account.
public final class CapacityView implements Screen.Drawn {
    private final CapacityViewModel model;
    private final ActionDesk desk;
    private final Label count = Nodes.label("", Css.MUTED);
    private final TextField filter = TextFields.createClearableTextField();
    private final VBox cards = Nodes.styled(new VBox(), "ph-capacity");
    private final Label none = Nodes.wrapped("", Css.MUTED);
    private final Button showAll;
    private final VBox nobody;

    /// Of the page beside its cards, px.
    private static final double MARGIN = 16;

    private double room = Double.MAX_VALUE;
    private final Map<String, CardView> views = new LinkedHashMap<>();
    private final Exports exports;
    private final VBox view;

    /// @param accounts whose capacity alone is shown
    /// @param save where its export goes
    public CapacityView(Workbench bench, AccountFilter accounts, ActionDesk desk, Save save) {
        this.model = new CapacityViewModel(bench, accounts);
        this.desk = desk;
        showAll = Nodes.button(Words.of("accounts.show-all"), "", accounts::all);
        nobody = new VBox(12, none, showAll);
        nobody.setAlignment(Pos.CENTER);
        exports =
                new Exports(
                        bench,
                        Kind.CAPACITY.id(),
                        () -> sheet(model.cardsProperty().get()),
                        save,
                        desk::say);
        var scroll = Gutter.in(Nodes.styled(new ScrollPane(cards), "ph-capacity-scroll"));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        // by itself only the Tab key brings a cell into sight
        scroll.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(
                        focus -> {
                            if (focus != null && Nodes.isIn(cards, focus)) {
                                Nodes.reveal(scroll, focus);
                            }
                        });
        scroll.viewportBoundsProperty()
                .map(Bounds::getWidth)
                .subscribe(
                        width -> {
                            room = width - 2 * MARGIN;
                            views.values().forEach(v -> v.fit(room));
                        });
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view = Nodes.styled(new VBox(head(), filterBar(), scroll), Css.PAGE);
        view.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        CapacityView.class.getResource("capacity.css"),
                                        "capacity.css")
                                .toExternalForm());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::press);
        model.cardsProperty().subscribe(this::show);
    }

    private Node head() {
        var title = Nodes.label(Words.of("kind." + Kind.CAPACITY.id() + ".many"), Css.TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = Nodes.styled(new HBox(8, title, count), Css.PAGE_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node filterBar() {
        filter.setPromptText(Words.of("capacity.prompt"));
        filter.setAccessibleText(Words.of("filter.accessible"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(this::pressInFilter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        var which =
                new Segments<>(
                        List.of(false, true),
                        only -> Words.of(only ? "capacity.available" : "capacity.all"),
                        model.onlyAvailableProperty().get(),
                        model.onlyAvailableProperty()::set);
        which.view().setMinWidth(Region.USE_PREF_SIZE);
        var refresh =
                Nodes.iconButton("arrow-clockwise", Words.of("button.refresh"), model::refresh);
        var bar =
                Nodes.styled(
                        new HBox(8, filter, which.view(), exports.button(), refresh),
                        Css.FILTER_BAR);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void press(KeyEvent e) {
        if (Shortcut.FILTER.matches(e)
                || (!filter.isFocused() && Shortcut.FILTER_HERE.matches(e))) {
            filter.requestFocus();
            filter.selectAll();
            e.consume();
        }
    }

    private void pressInFilter(KeyEvent e) {
        if (Shortcut.FILTER_CLEAR.matches(e) && !filter.getText().isEmpty()) {
            filter.clear();
            e.consume();
        } else if (Shortcut.FILTER_CLEAR.matches(e)
                || Shortcut.FILTER_DONE.matches(e)
                || Shortcut.HINT_DOWN.matches(e)) {
            firstCell().ifPresent(Node::requestFocus);
            e.consume();
        }
    }

    private void show(List<Card> all) {
        var ids = all.stream().map(c -> c.account().id()).toList();
        if (!List.copyOf(views.keySet()).equals(ids)) {
            var before = new LinkedHashMap<>(views);
            views.clear();
            all.forEach(
                    c ->
                            views.put(
                                    c.account().id(),
                                    Optional.ofNullable(before.get(c.account().id()))
                                            .orElseGet(() -> made(c))));
            cards.getChildren().setAll(views.values().stream().map(v -> (Node) v.view()).toList());
        }
        if (all.isEmpty()) {
            sayNobody();
        }
        for (var card : all) {
            Optional.ofNullable(views.get(card.account().id()))
                    .ifPresent(v -> v.show(card, model.bench().now()));
        }
        long cells = all.stream().mapToLong(c -> c.whole().cells()).sum();
        long some = all.stream().mapToLong(c -> c.whole().available()).sum();
        boolean old = all.stream().anyMatch(Card::isStale);
        count.setText(
                cells == 0 ? "" : Words.of(old ? "capacity.then" : "capacity.now", some, cells));
    }

    private void sayNobody() {
        var shown = model.accounts().shown();
        none.setText(
                shown.isAll()
                        ? Words.of("capacity.nobody")
                        : Words.of(
                                "empty.not-offered.shown",
                                Words.of("kind." + Kind.CAPACITY.id() + ".many"),
                                shown.names()));
        Nodes.present(showAll, !shown.isAll());
        cards.getChildren().setAll(nobody);
    }

    private CardView made(Card card) {
        var made =
                new CardView(
                        card,
                        (type, region) -> launch(card.account(), type, region),
                        () -> help(card.account().id()));
        made.fit(room);
        return made;
    }

    private void help(String account) {
        boolean signedOut =
                model.cardsProperty().get().stream()
                        .anyMatch(c -> c.account().id().equals(account) && c.signedOut());
        if (signedOut) {
            desk.signIn(account);
        } else {
            model.refresh();
        }
    }

    /// Opens the form; what it sends is confirmed there.
    private void launch(Account account, String type, String region) {
        model.launch(account, type, region, desk.lastScope())
                .ifPresentOrElse(
                        l -> desk.create(l.offers(), l.answers()),
                        () -> desk.say(Words.of("capacity.no-launch", type, region)));
    }

    /// A line for each type and place, as it is known.
    private static Sheet sheet(List<Card> all) {
        var columns =
                List.of(
                        new Sheet.Column("account", Words.of("column.account"), false),
                        new Sheet.Column("type", Words.of("capacity.type"), false),
                        new Sheet.Column("hardware", Words.of("capacity.hardware"), false),
                        new Sheet.Column("price-usd-per-hour", Words.of("capacity.price"), true),
                        new Sheet.Column("region", Words.of("capacity.region"), false),
                        new Sheet.Column("available", Words.of("capacity.available"), false),
                        new Sheet.Column("count", Words.of("capacity.count"), true));
        var rows = new java.util.ArrayList<List<Json>>();
        for (var card : all) {
            for (var line : card.grid().lines()) {
                for (int i = 0; i < line.cells().size(); i++) {
                    rows.add(
                            List.of(
                                    Json.of(card.account().name()),
                                    Json.of(line.type()),
                                    Json.of(line.hardware()),
                                    Json.of(
                                            line.price()
                                                    .map(
                                                            p ->
                                                                    java.math.BigDecimal.valueOf(
                                                                            p.centsAnHour(), 2))),
                                    Json.of(card.grid().regions().get(i)),
                                    Json.of(line.cells().get(i).available()),
                                    Json.of(line.cells().get(i).count())));
                }
            }
        }
        return new Sheet(columns, rows);
    }

    @Override
    public List<Command> commands() {
        return exports.commands();
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Region view() {
        return view;
    }

    private Optional<Node> firstCell() {
        return views.values().stream().flatMap(v -> v.first().stream()).findFirst();
    }

    @Override
    public Node first() {
        view.applyCss(); // what stands in a page that scrolls is in no scene before
        return firstCell().orElse(filter);
    }
}
