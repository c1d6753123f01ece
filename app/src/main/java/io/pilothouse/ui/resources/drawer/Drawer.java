package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.StateShape;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The chosen row in full, in tabs: what it is and what can be done with it, what it is related to, what became of it, and
/// the JSON it came from. The tab stays when another row is chosen, on every screen, and over a start.
public final class Drawer {
    private final Preferences preferences;
    private final StateShape shape = new StateShape();
    private final Label title = Nodes.label("", Css.TITLE);
    private final Overview overview;
    private final Map<Tab, Page> pages = new EnumMap<>(Tab.class);
    private final Map<Tab, ToggleButton> tabs = new EnumMap<>(Tab.class);
    private final StaleLine stale;
    private final VBox body = new VBox();
    private final VBox view = Nodes.styled(new VBox(), Css.DRAWER);
    private final ChangeListener<Object> changed = (_, _, _) -> redraw();
    private Tab tab = Tab.OVERVIEW;
    private @Nullable Row row;
    private @Nullable Object front;
    private List<Offer> offers = List.of();
    private Optional<Instant> gone = Optional.empty();

    /// @param help does what helps where a row is old: reads again, or signs in
    /// @param begin begins with what a person chose to do
    /// @param go shows a related row
    /// @param preferences which tab is chosen is kept in them
    public Drawer(
            Workbench bench,
            Kind kind,
            Preferences preferences,
            Consumer<Row> help,
            Consumer<Offer> begin,
            BiConsumer<Kind, Row.Key> go,
            Runnable close) {
        this.preferences = preferences;
        stale = new StaleLine(bench, help);
        overview = new Overview(bench, kind, begin);
        pages.put(Tab.OVERVIEW, overview);
        pages.put(Tab.RELATIONS, new RelationsPage(bench, go));
        pages.put(Tab.ACTIVITY, new ActivityPage(bench));
        pages.put(Tab.RAW, new RawPage(bench.clipboard()));
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head =
                new HBox(
                        8,
                        shape,
                        title,
                        Nodes.iconButton("x", Words.of("drawer.close"), close, Css.GHOST));
        Nodes.styled(head, Css.DRAWER_HEAD).setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        pages.values().forEach(p -> VBox.setVgrow(p.view(), Priority.ALWAYS));
        view.getChildren().addAll(head, tabBar(), stale.view(), body);
        body.getChildren().setAll(page().view());
    }

    private Node tabBar() {
        var group = new ToggleGroup();
        var bar = Nodes.styled(new HBox(), Css.TABS);
        for (var each : Tab.values()) {
            var toggle = new ToggleButton(Words.of("drawer." + each.id()));
            toggle.setToggleGroup(group);
            toggle.setAccessibleRole(AccessibleRole.TAB_ITEM);
            tabs.put(each, toggle);
            bar.getChildren().add(toggle);
        }
        group.selectToggle(tabs.get(tab));
        // also by the arrow keys, which choose without pressing
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before); // one always is
                            } else {
                                tabs.entrySet().stream()
                                        .filter(e -> e.getValue().equals(now))
                                        .forEach(e -> choose(e.getKey()));
                            }
                        });
        return bar;
    }

    private void choose(Tab other) {
        if (other != tab) {
            preferences.change(p -> p.withChoice(Tab.CHOICE, other.id()));
            open(other);
        }
    }

    private void open(Tab other) {
        if (other != tab) {
            page().hide();
            tab = other;
            tabs.getOrDefault(tab, new ToggleButton()).setSelected(true);
            body.getChildren().setAll(page().view());
            redraw();
        }
    }

    private Page page() {
        return pages.getOrDefault(tab, overview);
    }

    public Region view() {
        return view;
    }

    /// Shows a row and follows its changes; nothing is kept open that was shown of the one before.
    public void show(Row newest, List<Offer> newestOffers) {
        unfollow();
        row = newest;
        offers = newestOffers;
        since(Optional.empty());
        newest.resourceProperty().addListener(changed);
        newest.staleProperty().addListener(changed);
        open(Tab.of(preferences.now().choices().getOrDefault(Tab.CHOICE, "")));
        redraw();
    }

    /// The row that is shown is not listed any more: it stays as it was, muted, and nothing can be done with it.
    public void gone(Instant at) {
        if (gone.isEmpty() && row != null) {
            unfollow();
            offers = List.of();
            since(Optional.of(at));
            redraw();
        }
    }

    public boolean isGone() {
        return gone.isPresent();
    }

    private void since(Optional<Instant> at) {
        gone = at;
        overview.gone(at.isPresent());
        view.getStyleClass().remove(Css.GONE);
        if (at.isPresent()) {
            view.getStyleClass().add(Css.GONE);
        }
    }

    /// Its screen is in front while the pin lives: only then the row's changes are followed. What it shows stays as it is
    /// drawn.
    public Pin shown() {
        var mine = new Object();
        front = mine;
        redraw();
        return () -> {
            if (mine.equals(front)) {
                front = null;
                page().hide();
            }
        };
    }

    /// Shows no row any more.
    public void hide() {
        unfollow();
        page().hide();
        row = null;
        since(Optional.empty());
    }

    private void unfollow() {
        if (row != null) {
            row.resourceProperty().removeListener(changed);
            row.staleProperty().removeListener(changed);
        }
    }

    public void offers(List<Offer> newestOffers) {
        offers = newestOffers;
        overview.offers(offers);
    }

    private void redraw() {
        if (row == null || front == null) {
            return;
        }
        var resource = row.resource();
        shape.show(resource.status(), row.stale() || isGone(), resource.status().word());
        Nodes.present(shape, !resource.status().equals(Status.NONE));
        title.setText(Formats.oneLine(resource.name()));
        title.setTooltip(new Tooltip(Formats.oneLine(resource.name())));
        overview.offers(offers);
        sayOld(row);
        page().show(row);
    }

    private void sayOld(Row current) {
        gone.ifPresentOrElse(at -> stale.gone(current, at), () -> stale.show(current));
    }

    /// Where Enter leads: the first that can be followed on the open tab, else its tab. Not what can be done: Enter once
    /// more would do it, and some of it is not asked about.
    public Optional<Node> first() {
        return page().first().or(() -> Optional.ofNullable(tabs.get(tab)));
    }

    /// Some seconds have passed: ages move on.
    public void tick() {
        if (row != null && !isGone()) {
            stale.show(row);
            page().tick();
        }
    }

    /// The row, while one is shown.
    public Optional<Row> row() {
        return Optional.ofNullable(row);
    }
}
