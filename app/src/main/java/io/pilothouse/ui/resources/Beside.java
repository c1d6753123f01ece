package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.resources.drawer.Drawer;
import io.pilothouse.ui.resources.drawer.SelectionSummary;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What stands beside the table: the one row that is chosen in full, or what several have in common. A row that goes
/// while it is shown stays there and says so, until a person closes it or chooses another; chosen it is no more.
final class Beside {
    private final ResourcesViewModel model;
    private final Drawer drawer;
    private final SelectionSummary summary;
    private final ReadOnlyObjectWrapper<@Nullable Region> side = new ReadOnlyObjectWrapper<>();

    Beside(ResourcesViewModel model, Drawer drawer, SelectionSummary summary) {
        this.model = model;
        this.drawer = drawer;
        this.summary = summary;
    }

    ReadOnlyObjectProperty<@Nullable Region> sideProperty() {
        return side.getReadOnlyProperty();
    }

    /// All that may stand there.
    List<Region> views() {
        return List.of(drawer.view(), summary.view());
    }

    /// What is chosen now; also when other rows are chosen for which the same can be done.
    void show(List<Offer> offers) {
        if (model.lost().isPresent()) {
            // the table chooses its neighbour for a moment
            model.undetailed();
            drawer.gone(model.bench().now());
            return;
        }
        switch (model.chosen().size()) {
            case 0 -> {
                if (!drawer.isGone()) {
                    close();
                }
            }
            case 1 -> showRow(offers);
            default -> {
                drawer.hide();
                model.undetailed();
                summary.show(List.copyOf(model.chosen()), offers);
                side.set(summary.view());
            }
        }
    }

    private void showRow(List<Offer> offers) {
        summary.hide();
        var row = model.chosen().getFirst();
        if (drawer.row().filter(r -> r == row).isPresent() && side.get() != null) {
            drawer.offers(offers);
        } else {
            drawer.show(row, offers);
            model.detailed(row);
        }
        side.set(drawer.view());
    }

    private void close() {
        summary.hide();
        drawer.hide();
        side.set(null);
        model.undetailed();
    }

    /// Puts a row away that is there no more.
    ///
    /// @return whether there was one
    boolean closeGone() {
        boolean gone = drawer.isGone();
        if (gone) {
            close();
        }
        return gone;
    }

    /// The screen is in front again: the row in full is read by itself.
    void readOn() {
        drawer.row().filter(_ -> !drawer.isGone()).ifPresent(model::detailed);
    }

    /// Where Enter leads; empty where nothing is shown.
    Optional<Node> first() {
        return side.get() == null
                ? Optional.empty()
                : model.chosen().size() > 1 ? summary.first() : drawer.first();
    }

    /// Some seconds have passed. A row that is listed again is gone no more; choosing it is a person's matter.
    void tick() {
        if (drawer.isGone() && drawer.row().flatMap(r -> model.row(r.key())).isPresent()) {
            close();
        }
        drawer.tick();
    }
}
