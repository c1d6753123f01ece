package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.store.Delta;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.resources.drawer.Relations.Group;
import io.pilothouse.ui.resources.drawer.Relations.Relation;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What the chosen row is related to, each as a link that goes there. Follows the lists while it can be seen.
final class RelationsPage implements Page {
    private final Workbench bench;
    private final BiConsumer<Kind, Row.Key> go;
    private final VBox groups = new VBox();
    private final ScrollPane view = new ScrollPane(groups);
    private final Redraw redraw;
    private List<Hyperlink> links = List.of();
    private Optional<List<Group>> drawn = Optional.empty();
    private volatile @Nullable Row row;
    private volatile @Nullable Resource of;

    RelationsPage(Workbench bench, BiConsumer<Kind, Row.Key> go) {
        this.bench = bench;
        this.go = go;
        redraw = new Redraw(bench.fx(), this::draw);
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(Row newest) {
        if (newest != row) {
            view.setVvalue(0);
        }
        row = newest;
        of = newest.resource();
        redraw.begin(
                tell ->
                        bench.store()
                                .observe(
                                        d -> {
                                            if (concerns(d)) {
                                                tell.run();
                                            }
                                        }));
        draw();
    }

    /// Asked on any thread.
    private boolean concerns(Delta delta) {
        var current = row;
        var mine = of;
        return current != null
                && mine != null
                && delta.now().key().account().equals(current.account().id())
                && delta.rows().anyMatch(r -> Relations.relate(mine, r));
    }

    @Override
    public void hide() {
        redraw.end();
    }

    private void draw() {
        var current = row;
        var connection =
                current == null
                        ? Optional.<io.pilothouse.sync.Connection>empty()
                        : bench.connections().of(current.account().id());
        if (current == null || connection.isEmpty()) {
            return;
        }
        var now =
                Relations.of(
                        current.resource(),
                        connection.get().cloud(),
                        bench.store().inventory(current.account().id()));
        if (!drawn.equals(Optional.of(now))) {
            drawn = Optional.of(now);
            draw(current.account().id(), now);
        }
    }

    private void draw(String account, List<Group> all) {
        var focused = links.stream().filter(Node::isFocused).findFirst();
        double above = above();
        var made = new ArrayList<Hyperlink>();
        groups.getChildren().clear();
        for (var group : all) {
            groups.getChildren().add(section(account, group, made));
        }
        if (all.isEmpty()) {
            groups.getChildren()
                    .add(
                            Nodes.styled(
                                    new VBox(Nodes.wrapped(Words.of("relations.none"), Css.MUTED)),
                                    Css.SECTION,
                                    Css.LAST));
        } else {
            groups.getChildren().getLast().getStyleClass().add(Css.LAST);
        }
        links = List.copyOf(made);
        focused.flatMap(this::sameOrFirst).ifPresent(Node::requestFocus);
        scrollTo(above);
    }

    /// The one that leads where this one led; where that is gone, the first.
    private Optional<Node> sameOrFirst(Hyperlink before) {
        return links.stream()
                .filter(l -> Objects.equals(l.getUserData(), before.getUserData()))
                .findFirst()
                .map(l -> (Node) l)
                .or(this::first);
    }

    /// What is scrolled out of sight above, in pixels.
    private double above() {
        return view.getVvalue() * room();
    }

    private double room() {
        return Math.max(0, groups.getHeight() - view.getViewportBounds().getHeight());
    }

    private void scrollTo(double above) {
        if (above > 0) {
            view.applyCss();
            view.layout();
            view.setVvalue(room() > 0 ? Math.min(1, above / room()) : 0);
        }
    }

    private Node section(String account, Group group, List<Hyperlink> made) {
        var box = Nodes.styled(new VBox(Nodes.label(group.title(), Css.SEMI)), Css.SECTION);
        for (var relation : group.relations()) {
            box.getChildren().add(line(account, relation, made));
        }
        if (group.more() > 0) {
            box.getChildren().add(Nodes.label(Words.of("relations.more", group.more()), Css.MUTED));
        }
        return box;
    }

    private Node line(String account, Relation relation, List<Hyperlink> made) {
        var name = Formats.oneLine(relation.name());
        var type = Words.of("type." + relation.type());
        var line = Nodes.styled(new HBox(8), Css.RELATION);
        line.setAlignment(Pos.CENTER_LEFT);
        if (relation.target().isPresent() && relation.kind().isPresent()) {
            var key = new Row.Key(account, relation.target().get());
            var link = new Hyperlink(name);
            link.setOnAction(_ -> go.accept(relation.kind().get(), key));
            link.setAccessibleText(
                    Words.of("relations.link", name, type, relation.status().word()).strip());
            link.setTooltip(new Tooltip(link.getAccessibleText()));
            link.setUserData(key);
            link.setMinWidth(0);
            made.add(link);
            line.getChildren().add(link);
        } else {
            var label = Nodes.label(name);
            label.setMinWidth(0);
            label.setTooltip(new Tooltip(Words.of("relations.unknown")));
            line.getChildren().add(label);
        }
        var what = Nodes.label(type, Css.MUTED, Css.SMALL);
        what.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().addAll(what, Nodes.spring());
        if (!relation.status().equals(Status.NONE)) {
            var state = new StateLabel();
            state.show(relation.status(), false);
            state.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(state);
        }
        return line;
    }

    @Override
    public Optional<Node> first() {
        return links.stream().findFirst().map(l -> l);
    }
}
