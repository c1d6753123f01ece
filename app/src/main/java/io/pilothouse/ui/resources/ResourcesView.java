package io.pilothouse.ui.resources;

import io.pilothouse.cloud.Action;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.act.RowsScreen;
import io.pilothouse.ui.kit.rows.ResourceTable;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.RowsText;
import io.pilothouse.ui.kit.rows.Scopes;
import io.pilothouse.ui.kit.rows.Scopes.Scope;
import io.pilothouse.ui.kit.rows.export.ChosenFile;
import io.pilothouse.ui.kit.rows.export.Exports;
import io.pilothouse.ui.kit.rows.export.Save;
import io.pilothouse.ui.kit.rows.export.TableSheet;
import io.pilothouse.ui.resources.Blank.Way;
import io.pilothouse.ui.resources.columns.ColumnsMenu;
import io.pilothouse.ui.resources.drawer.Drawer;
import io.pilothouse.ui.resources.drawer.SelectionSummary;
import io.pilothouse.ui.theme.Css;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws the screen of a kind.
public final class ResourcesView implements RowsScreen {
    private final ResourcesViewModel model;
    private final ActionDesk desk;
    private final ResourceTable rows;
    private final TableView<Row> table;
    private final FilterLine line;
    private final TextField filter;

    /// Kinds whose rows are of interest for their state first of all.
    static final Set<Kind> STATEFUL = EnumSet.of(Kind.INSTANCE, Kind.OPERATION);

    private final Drawer drawer;
    private final Beside beside;
    private final BorderPane view = Nodes.styled(new BorderPane(), Css.PAGE);
    private final Tools tools;
    private final ScopeBox scopes;
    private final StackPane middle = new StackPane();
    private final Exports exports;

    /// @param preferences the table's layout is kept in them, under the kind's id
    public ResourcesView(ResourcesViewModel model, ActionDesk desk, Preferences preferences) {
        this(model, desk, preferences, new ChosenFile(model.bench()));
    }

    /// @param preferences the table's layout is kept in them, under the kind's id
    /// @param save where its export goes
    public ResourcesView(
            ResourcesViewModel model, ActionDesk desk, Preferences preferences, Save save) {
        this.model = model;
        this.desk = desk;
        line = new FilterLine(model, preferences, this::toTable);
        filter = line.field();
        tools = new Tools(desk::begin, this::create);
        boolean hasState = STATEFUL.contains(model.kind());
        rows =
                new ResourceTable(
                        model.rows(),
                        model.firstColumns(),
                        model.hiddenColumns(),
                        hasState,
                        model.bench()::now);
        table = rows.node();
        table.setAccessibleText(Words.of("kind." + model.kind().id() + ".many"));
        rows.names((row, link) -> model.bench().store().inventory(row.account().id()).name(link));
        scopes = new ScopeBox(model, preferences);
        var id = model.kind().id();
        rows.keep(
                Optional.ofNullable(preferences.now().tables().get(id)),
                layout -> preferences.change(p -> p.withTable(id, layout)));
        Runnable none = this::chooseNone;
        var summary = new SelectionSummary(desk::begin, none);
        drawer =
                new Drawer(
                        model.bench(),
                        model.kind(),
                        preferences,
                        this::help,
                        desk::begin,
                        desk::reveal,
                        none);
        beside = new Beside(model, drawer, summary);
        exports =
                new Exports(
                        model.bench(),
                        id,
                        () -> TableSheet.of(table, ZoneId.systemDefault(), rows.names()),
                        save,
                        desk::say);
        model.scopesProperty().subscribe(all -> scopeColumn(all));
        var hinted = line.over(middle);
        var body = new VBox(head(), filterBar(), hinted, foot());
        VBox.setVgrow(hinted, Priority.ALWAYS);
        middle.getChildren().add(table);
        view.setCenter(body);
        follow();
        keys();
    }

    /// Which scope a row is in is said where there is more than one.
    private void scopeColumn(List<Scope> all) {
        rows.scopes(
                Optional.of(all)
                        .filter(s -> s.size() > 1)
                        .map(s -> Words.of("type." + s.getFirst().resource().type())),
                row -> Scopes.name(row, model.bench()));
    }

    private List<Offer> creating() {
        return model.creating(desk.lastScope());
    }

    private Node head() {
        var title = Nodes.label(Words.of("kind." + model.kind().id() + ".many"), Css.TITLE);
        var count = Nodes.label("", Css.MUTED);
        count.textProperty().bind(model.countProperty());
        var head =
                Nodes.styled(new HBox(8, title, count, Nodes.spring(), tools.bar()), Css.PAGE_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        head.widthProperty().subscribe(width -> tools.fit(width.doubleValue()));
        return head;
    }

    private Node filterBar() {
        HBox.setHgrow(filter, Priority.ALWAYS);
        var refresh =
                Nodes.iconButton("arrow-clockwise", Words.of("button.refresh"), model::refresh);
        var bar =
                Nodes.styled(
                        new HBox(
                                8,
                                scopes.node(),
                                filter,
                                new ColumnsMenu<>(table, rows::releaseWidths).node(),
                                exports.button(),
                                refresh),
                        Css.FILTER_BAR);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node foot() {
        var foot = new FootLine(model, this::help);
        model.chosen()
                .addListener((ListChangeListener<Row>) _ -> foot.chosen(model.chosen().size()));
        return foot.view();
    }

    /// Of the row that is shown in full.
    private void help(Row row) {
        if (model.isSignedOut(row.account())) {
            desk.signIn(row.account().id());
        } else {
            model.refresh();
        }
    }

    private void help(Trouble trouble) {
        if (trouble.remedy().signIn()) {
            desk.signIn(trouble.account().id());
        } else {
            model.refresh();
        }
    }

    private void follow() {
        rows.chosen()
                .addListener((ListChangeListener<Row>) _ -> model.chosen().setAll(rows.chosen()));
        model.offersProperty().subscribe(this::offersChanged);
        model.chosen()
                .addListener(
                        (ListChangeListener<Row>) _ -> beside.show(model.offersProperty().get()));
        model.blankProperty().subscribe(this::showBlank);
        model.accounts().shownProperty().subscribe(this::offerCreating);
        table.setContextMenu(tools.menu());
    }

    private void offersChanged(List<Offer> offers) {
        tools.show(creating(), offers.stream().filter(o -> !o.isHidden()).toList());
        beside.show(offers);
    }

    private void showBlank(Blank blank) {
        middle.getChildren().setAll(table);
        if (!blank.isNot()) {
            offerCreating();
            middle.getChildren().add(NoRows.because(blank, this::way, this::help));
        }
    }

    private Optional<Button> way(Way way) {
        return switch (way) {
            case CREATE -> creating().stream().findFirst().map(o -> tools.createButton(o, false));
            case CLEAR_FILTER -> button(Words.of("button.clear-filter"), filter::clear);
            case ALL_SCOPES -> button(scopes.allWords(), scopes::showAll);
            case ALL_ACCOUNTS -> button(Words.of("accounts.show-all"), model.accounts()::all);
        };
    }

    private static Optional<Button> button(String words, Runnable run) {
        return Optional.of(Nodes.button(words, "", run));
    }

    /// Also when what can be made has become another: accounts come and go, and so do their scopes.
    private void offerCreating() {
        tools.creating(creating());
    }

    private void keys() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // before the table's own keys: it takes Enter and Esc for editing
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInTable);
        table.addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (Shortcut.FILTER_HERE.matches(e)) {
                        toFilter();
                        e.consume();
                    }
                });
        for (var one : beside.views()) {
            one.addEventHandler(
                    KeyEvent.KEY_PRESSED,
                    e -> {
                        if (Shortcut.BACK.matches(e)) {
                            table.requestFocus();
                            e.consume();
                        } else {
                            pressed(e);
                        }
                    });
        }
    }

    /// Something is chosen there, so that the arrow keys begin somewhere.
    private void toTable() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    private void pressed(KeyEvent e) {
        if (Shortcut.FILTER.matches(e)) {
            toFilter();
            e.consume();
        } else if (Shortcut.CREATE.matches(e)) {
            create();
            e.consume();
        }
    }

    /// A single key acts only while the table has the focus.
    private void pressedInTable(KeyEvent e) {
        boolean done = true;
        if (Shortcut.DETAILS.matches(e)) {
            toDetails();
        } else if (Shortcut.NONE.matches(e)) {
            done = toNone();
        } else if (Shortcut.DESTROY.matches(e)) {
            destroy();
        } else if (Shortcut.MENU.matches(e) || Shortcut.MENU_KEY.matches(e)) {
            openMenu();
        } else if (Shortcut.COPY_WITH_HEADERS.matches(e)) {
            copyRows(true);
        } else if (Shortcut.COPY.matches(e)) {
            copyRows(false);
        } else if ((e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) && !isAnyChosen()) {
            table.getSelectionModel().select(Math.max(0, table.getFocusModel().getFocusedIndex()));
        } else {
            done = false;
        }
        if (done) {
            e.consume();
        }
    }

    /// Where there is nothing that could be begun, that is said.
    private void destroy() {
        var first =
                model.offersProperty().get().stream()
                        .filter(o -> o.action().effect() == Action.Effect.DESTROY && !o.isHidden())
                        .findFirst();
        if (first.isPresent()) {
            desk.begin(first.get());
        } else if (!model.chosen().isEmpty()) {
            desk.say(Words.of(Offer.alike(model.chosen()) ? "notice.kept" : "notice.kept.mixed"));
        }
    }

    private void chooseNone() {
        table.getSelectionModel().clearSelection();
        beside.closeGone();
    }

    /// One step outward: nothing is chosen, then nothing is filtered.
    private boolean toNone() {
        if (!table.getSelectionModel().isEmpty()) {
            rows.chooseNone();
            return true;
        }
        if (beside.closeGone()) {
            return true;
        }
        boolean filtered = !filter.getText().isEmpty();
        filter.clear();
        return filtered;
    }

    /// Where nothing is chosen an arrow begins at the row where the keys stand: of itself the table would go on to the
    /// next, and could not come to the last.
    private boolean isAnyChosen() {
        return !table.getSelectionModel().isEmpty() || table.getItems().isEmpty();
    }

    private void toFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Chooses the row that has the focus where none is chosen.
    private void toDetails() {
        int focused = table.getFocusModel().getFocusedIndex();
        if (table.getSelectionModel().isEmpty() && focused >= 0) {
            table.getSelectionModel().select(focused);
        }
        beside.first().ifPresent(Node::requestFocus);
    }

    /// Below the row that has the focus, as with the mouse; on its first line each time, where JavaFX is but the first.
    private void openMenu() {
        int at = table.getFocusModel().getFocusedIndex();
        table.lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof TableRow<?> r && r.getIndex() == at && !r.isEmpty())
                .findFirst()
                .ifPresent(row -> tools.menu().show(row, Side.BOTTOM, 16, 0));
        Optional.ofNullable(tools.menu().getSkin())
                .map(skin -> skin.getNode().lookup(".menu-item"))
                .ifPresent(Node::requestFocus);
    }

    private void create() {
        creating().stream().findFirst().ifPresent(o -> create(o.action().id()));
    }

    private void create(String action) {
        desk.create(creating().stream().filter(o -> o.action().id().equals(action)).toList());
    }

    private void copyRows(boolean headers) {
        if (!table.getSelectionModel().isEmpty()) {
            var bench = model.bench();
            bench.clipboard().copy(RowsText.of(table, headers, bench.now()));
        }
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Region> sideProperty() {
        return beside.sideProperty();
    }

    @Override
    public Pin shown() {
        scopes.show();
        var shown = Pin.all(model.shown(), drawer.shown());
        beside.readOn();
        return Pin.all(model::undetailed, shown);
    }

    @Override
    public List<Offer> offers() {
        return model.offersProperty().get();
    }

    @Override
    public Optional<Row.Key> chosen() {
        return Optional.of(model.chosen()).filter(c -> c.size() == 1).map(c -> c.getFirst().key());
    }

    @Override
    public void reveal(Row.Key key) {
        model.row(key)
                .ifPresent(
                        row -> {
                            model.accounts().show(row.account().id());
                            if (!table.getItems().contains(row)) {
                                filter.clear();
                            }
                            if (!table.getItems().contains(row)) {
                                scopes.showThatOf(row);
                            }
                            table.getSelectionModel().clearSelection();
                            table.getSelectionModel().select(row);
                            table.getFocusModel().focus(table.getItems().indexOf(row));
                            table.scrollTo(row);
                        });
    }

    @Override
    public void tick() {
        model.tick();
        offerCreating();
        rows.tick();
        beside.tick();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public List<Command> commands() {
        return exports.commands();
    }

    @Override
    public Node first() {
        return table;
    }

    @Override
    public void close() {
        drawer.hide();
        model.close();
    }
}
