package io.pilothouse.ui.shell;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.screens.Place;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.Gutter;

import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The kinds in their sections, with counts; choosing one shows its screen. Sections fold away, and what has no room is
/// scrolled to; the places at the foot always stand there.
final class Sidebar {
    private final VBox head = new VBox(2);
    private final VBox kinds = new VBox(2);
    private final VBox foot = new VBox(2);
    private final VBox view;
    private final Preferences preferences;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Kind, ToggleButton> buttons = new EnumMap<>(Kind.class);
    private final Map<Kind, Label> counts = new EnumMap<>(Kind.class);
    private final Map<Place, ToggleButton> places = new LinkedHashMap<>();
    private Optional<Kind> chosen = Optional.empty();
    private final SidebarViewModel model;
    private final ScrollPane scroll;

    /// The sidebar's own; the scroll bar stands in it.
    private static final double MARGIN = 8;

    private final Consumer<Kind> go;

    /// @param preferences which sections are folded is kept in them
    Sidebar(SidebarViewModel model, Preferences preferences, Consumer<Kind> go) {
        this.preferences = preferences;
        this.model = model;
        scroll = Gutter.in(new ScrollPane(kinds));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.viewportBoundsProperty().map(Bounds::getHeight).subscribe(_ -> reveal());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(0, -MARGIN, 0, 0));
        kinds.getStyleClass().add(Css.NAV_KINDS);
        var rule = Nodes.styled(new Region(), Css.HLINE); // what scrolls ends here
        view = Nodes.styled(new VBox(8, head, scroll, rule, foot), Css.SIDEBAR);
        view.setMinHeight(0);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        this.go = go;
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null && before != null) {
                                group.selectToggle(before);
                            }
                        });
        model.items().addListener((ListChangeListener<SidebarViewModel.Item>) _ -> draw());
        draw();
    }

    Region view() {
        return view;
    }

    /// Up and down go from line to line as they stand there, and show nothing: Enter does. Of itself a group of toggles
    /// would choose the next one in the order they were made.
    private void pressed(KeyEvent e) {
        var lines = lines();
        int at = lines.indexOf(e.getTarget());
        var key = Shortcut.in(Scope.BESIDE, e);
        if (at < 0 || key.isEmpty()) {
            return;
        }
        int to =
                switch (key.get()) {
                    case LINE_UP -> at - 1;
                    case LINE_DOWN -> at + 1;
                    case LINE_FIRST -> 0;
                    case LINE_LAST -> lines.size() - 1;
                    case FOLD, UNFOLD -> at;
                    default -> -2;
                };
        if (to < -1) {
            return;
        }
        e.consume();
        boolean unfolds = key.get() == Shortcut.UNFOLD;
        if ((unfolds || key.get() == Shortcut.FOLD) && lines.get(at) instanceof Button section) {
            if (isFolded(String.valueOf(section.getUserData())) == unfolds) {
                section.fire();
            }
        } else {
            var next = lines.get(Math.clamp(to, 0, lines.size() - 1));
            next.requestFocus();
            reveal(next);
        }
    }

    private List<Node> lines() {
        return Stream.of(head, kinds, foot)
                .flatMap(box -> box.getChildren().stream())
                .filter(Node::isVisible)
                .toList();
    }

    /// Puts a line at the foot.
    ///
    /// @param open run when it is chosen
    void add(Place place, Runnable open) {
        var label = Nodes.label("", Css.COUNT);
        var line = line(place.icon(), place.words(), label, open);
        places.put(place, line);
        foot.getChildren().add(line);
    }

    /// Puts a line above the kinds.
    ///
    /// @param open run when it is chosen
    void lead(Place place, Runnable open) {
        var line = line(place.icon(), place.words(), Nodes.label("", Css.COUNT), open);
        places.put(place, line);
        head.getChildren().add(line);
    }

    void present(Place place, boolean on) {
        var line = places.get(place);
        if (line != null) {
            Nodes.present(line, on);
        }
    }

    /// Those that are there, in their order.
    List<Place> places() {
        return places.entrySet().stream()
                .filter(e -> e.getValue().isVisible())
                .map(Map.Entry::getKey)
                .toList();
    }

    void choose(Place place) {
        chosen = Optional.empty();
        choose(places.get(place));
    }

    void choose(Kind kind) {
        chosen = Optional.of(kind);
        choose(buttons.get(kind));
        reveal();
    }

    /// Brings the chosen line into sight, where it is scrolled out of it.
    private void reveal() {
        chosen.map(buttons::get)
                .filter(b -> kinds.equals(b.getParent()))
                .ifPresent(b -> Nodes.reveal(scroll, b));
    }

    private void reveal(Node line) {
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = kinds.getHeight() - seen;
        if (!kinds.equals(line.getParent()) || seen <= 0 || hidden <= 0) {
            return;
        }
        var place = line.getBoundsInParent();
        double top = scroll.getVvalue() * hidden;
        if (place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / hidden);
        } else if (place.getMaxY() > top + seen) {
            scroll.setVvalue((place.getMaxY() - seen) / hidden);
        }
    }

    private void choose(@Nullable ToggleButton button) {
        if (button != null) {
            group.selectToggle(button);
        }
    }

    private void draw() {
        var section = "";
        kinds.getChildren().clear();
        for (var item : model.items()) {
            var its = "section." + item.kind().section().id();
            if (!its.equals(section)) {
                kinds.getChildren().add(section(its));
                section = its;
            }
            var button = button(item);
            // the one that is shown stands there whatever is folded
            if (!isFolded(its) || chosen.filter(item.kind()::equals).isPresent()) {
                kinds.getChildren().add(button);
            }
        }
        // it may have been chosen before there was a button for it
        chosen.map(buttons::get).ifPresent(group::selectToggle);
    }

    private Node section(String key) {
        boolean folded = isFolded(key);
        var words = Nodes.label(Words.of(key));
        var line =
                new HBox(
                        4,
                        words,
                        Nodes.styled(
                                Nodes.icon(folded ? "chevron-right" : "chevron-down"),
                                Css.ICON_12));
        line.setAlignment(Pos.CENTER_LEFT);
        var button = Nodes.styled(new Button(), Css.NAV_SECTION);
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(
                Words.of(folded ? "sidebar.folded" : "sidebar.open", words.getText()));
        button.setOnAction(
                _ -> {
                    preferences.change(p -> p.withPane(key, folded ? 1 : 0));
                    draw();
                    kinds.getChildren().stream()
                            .filter(n -> key.equals(n.getUserData()))
                            .findFirst()
                            .ifPresent(Node::requestFocus);
                });
        button.setUserData(key);
        return button;
    }

    private boolean isFolded(String section) {
        return preferences.now().panes().getOrDefault(section, 1.0) == 0;
    }

    private ToggleButton button(SidebarViewModel.Item item) {
        var button = buttons.computeIfAbsent(item.kind(), this::make);
        var count = counts.get(item.kind());
        if (count != null) {
            count.setText(item.count() < 0 ? "" : String.valueOf(item.count()));
        }
        button.setAccessibleText(
                Words.of("kind." + item.kind().id() + ".many")
                        + (item.count() < 0 ? "" : ", " + item.count()));
        return button;
    }

    private ToggleButton make(Kind kind) {
        var count = Nodes.label("", Css.COUNT);
        counts.put(kind, count);
        return line(
                icon(kind), Words.of("kind." + kind.id() + ".many"), count, () -> go.accept(kind));
    }

    private ToggleButton line(String icon, String words, Label count, Runnable open) {
        var button = Nodes.styled(new ToggleButton(), Css.NAV);
        button.setAccessibleText(words);
        var line = new HBox(10, Nodes.icon(icon), Nodes.label(words), Nodes.spring(), count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setOnAction(_ -> open.run());
        return button;
    }

    static String icon(Kind kind) {
        return switch (kind) {
            case INSTANCE -> "hdd-stack";
            case INSTANCE_TYPE -> "cpu";
            case IMAGE -> "disc";
            case VOLUME -> "hdd";
            case FIREWALL -> "shield-lock";
            case SSH_KEY -> "key";
            case CAPACITY -> "grid-3x3-gap";
            case TEMPLATE -> "file-earmark-code";
            case GROUP -> "collection";
            case RESERVATION -> "calendar-check";
            case SNAPSHOT -> "camera";
            case NETWORK -> "diagram-3";
            case SUBNET -> "diagram-2";
            case LOAD_BALANCER -> "shuffle";
            case FABRIC -> "hdd-network";
            case PARTITION -> "layout-split";
            case TOKEN -> "key-fill";
            case IDENTITY -> "person";
            case ORGANISATION -> "building";
            case PROJECT -> "folder";
            case LOCATION -> "geo-alt";
            case FEATURE -> "toggles";
            case OPERATION -> "clock-history";
        };
    }
}
