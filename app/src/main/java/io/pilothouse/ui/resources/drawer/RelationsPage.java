package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Status;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// What the chosen row is related to, each as a link that goes there. Follows the lists while it can be seen.
final class RelationsPage implements Page {
    private final Workbench bench;
    private final BiConsumer<Kind, Row.Key> go;
    private final VBox groups = new VBox();
    private final ScrollPane view = new ScrollPane(groups);
    private final AtomicBoolean asked = new AtomicBoolean();
    private List<Hyperlink> links = List.of();
    private Optional<List<Group>> drawn = Optional.empty();
    private Optional<Pin> lists = Optional.empty();
    private @Nullable Row row;

    RelationsPage(Workbench bench, BiConsumer<Kind, Row.Key> go) {
        this.bench = bench;
        this.go = go;
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
        if (lists.isEmpty()) {
            lists =
                    Optional.of(
                            bench.store()
                                    .observe(
                                            d -> {
                                                if (d.rowsChanged()
                                                        && asked.compareAndSet(false, true)) {
                                                    bench.fx().execute(this::draw);
                                                }
                                            }));
        }
        draw();
    }

    @Override
    public void hide() {
        lists.ifPresent(Pin::close);
        lists = Optional.empty();
        row = null;
    }

    private void draw() {
        asked.set(false);
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
        boolean focused = links.stream().anyMatch(Node::isFocused);
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
        if (focused) {
            first().ifPresent(Node::requestFocus);
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
