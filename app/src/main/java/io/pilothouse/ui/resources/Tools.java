package io.pilothouse.ui.resources;

import io.pilothouse.cloud.Action;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionIcons;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/// What can be made anew and what can be done with the chosen rows: as buttons above the table, and as the rows' menu.
final class Tools {
    /// Pixels that title and buttons take together.
    private static final double ROOM = 640;

    /// Below it only the first thing to make has words beside its icon, as many as fit, px.
    private static final double CREATING = 520;

    /// As wide as a button without words, px.
    private static final double ICON = 36;

    private final Consumer<Offer> begin;
    private final Consumer<String> create;
    private final HBox bar = new HBox(8);
    private final ContextMenu menu = new ContextMenu();
    private final ButtonLine forRows = new ButtonLine(more());
    private List<Node> creates = List.of();
    private Set<String> drawn = Set.of();
    private double width;

    /// @param create takes the id of the action with which something new is made
    Tools(Consumer<Offer> begin, Consumer<String> create) {
        this.begin = begin;
        this.create = create;
        bar.setAlignment(Pos.CENTER_RIGHT);
    }

    HBox bar() {
        return bar;
    }

    ContextMenu menu() {
        return menu;
    }

    /// @param creating the same action once for each account and scope
    void show(List<Offer> creating, List<Offer> offers) {
        draw(creating);
        forRows.show(offers.stream().map(this::button).toList());
        menu.getItems().setAll(items(offers));
        fit(width);
    }

    /// Other things can be made from now on; does nothing where they are the same.
    void creating(List<Offer> creating) {
        if (!drawn.equals(actions(creating).keySet())) {
            draw(creating);
            fit(width);
        }
    }

    private static SequencedMap<String, Offer> actions(List<Offer> creating) {
        var actions = new LinkedHashMap<String, Offer>();
        creating.forEach(o -> actions.putIfAbsent(o.action().id(), o));
        return actions;
    }

    private void draw(List<Offer> creating) {
        var actions = actions(creating);
        drawn = Set.copyOf(actions.keySet());
        bar.getChildren().clear();
        for (var offer : actions.values()) {
            var words = words(offer);
            boolean alone =
                    actions.values().stream().filter(o -> words(o).equals(words)).count() == 1;
            var text = alone ? words : Words.of("button.at-provider", words, provider(offer));
            bar.getChildren().add(createButton(offer, text, bar.getChildren().isEmpty()));
        }
        creates = List.copyOf(bar.getChildren());
        bar.getChildren().add(forRows);
    }

    /// Where there is no room for all words, what can be done with rows stands in the drawer and the menu alone.
    void fit(double room) {
        width = room;
        Nodes.present(forRows, room > ROOM && !forRows.isEmpty());
        boolean words = room > CREATING;
        for (var node : creates) {
            if (node instanceof Button button) {
                boolean first = creates.getFirst().equals(button);
                // two fit whole; of more the others give way
                boolean whole = words && (first || creates.size() <= 2);
                button.setMinWidth(whole ? Region.USE_PREF_SIZE : ICON);
                button.setContentDisplay(
                        words || first ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
                button.setTooltip(words ? null : new Tooltip(button.getText()));
            }
        }
    }

    private static String words(Offer offer) {
        return Words.of("action." + offer.action().id());
    }

    private static String provider(Offer offer) {
        return Words.of("provider." + offer.connection().provider().id());
    }

    Button createButton(Offer offer, boolean first) {
        return createButton(offer, words(offer), first);
    }

    private Button createButton(Offer offer, String words, boolean first) {
        var id = offer.action().id();
        var button = Nodes.button(words, ActionIcons.of(offer.action()), () -> create.accept(id));
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (first) {
            button.getStyleClass().add(Css.ACCENT);
        }
        return button;
    }

    /// Opens the rows' menu: what has no room beside it stands there.
    private Button more() {
        var button = Nodes.iconButton("three-dots", Words.of("button.more-actions"), () -> {});
        button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private Region button(Offer offer) {
        var button =
                Nodes.button(
                        offer.text(), ActionIcons.of(offer.action()), () -> begin.accept(offer));
        button.setDisable(offer.off().isPresent());
        if (offer.off().isEmpty()) {
            return button;
        }
        // a disabled control shows no tool tip: what is around it does
        var around = new HBox(button);
        around.setAlignment(Pos.CENTER);
        Tooltip.install(
                around, new Tooltip(Words.of("notice.off", offer.text(), offer.off().get())));
        return around;
    }

    /// What destroys stands last and apart.
    private List<MenuItem> items(List<Offer> offers) {
        var items = new ArrayList<MenuItem>();
        offers.stream().filter(o -> !destroys(o)).map(this::item).forEach(items::add);
        var destroying = offers.stream().filter(Tools::destroys).map(this::item).toList();
        if (!items.isEmpty() && !destroying.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        destroying.forEach(i -> i.getStyleClass().add(Css.DANGER));
        items.addAll(destroying);
        return items;
    }

    private static boolean destroys(Offer offer) {
        return offer.action().effect() == Action.Effect.DESTROY;
    }

    private MenuItem item(Offer offer) {
        var item =
                new MenuItem(
                        offer.off()
                                .map(why -> offer.text() + " (" + why + ")")
                                .orElse(offer.text()));
        item.setMnemonicParsing(false);
        item.setDisable(offer.off().isPresent());
        item.setOnAction(_ -> begin.accept(offer));
        return item;
    }
}
