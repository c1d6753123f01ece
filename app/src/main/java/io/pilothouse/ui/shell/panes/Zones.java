package io.pilothouse.ui.shell.panes;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The parts of the window as F6 goes through them, and where the focus goes when what had it is gone.
public final class Zones {
    /// @param view nothing while the part is not there
    /// @param first what gets the focus, where that is not its chosen tab or the first that takes it
    public record Zone(Supplier<Optional<Node>> view, Supplier<Optional<Node>> first) {
        public static Zone of(Node view) {
            return new Zone(() -> Optional.of(view), Optional::empty);
        }
    }

    private final List<Zone> zones;
    private final Executor fx;
    private List<Node> way = List.of();

    /// @param zones the first of them takes the focus when nothing else can
    /// @param fx runs what is to happen after the focus has moved
    public Zones(List<Zone> zones, Executor fx) {
        this.zones = List.copyOf(zones);
        this.fx = fx;
    }

    /// What had the focus may go, as a button in a line of the activity does: then what it stood in gets it, or the
    /// first part. JavaFX would go on to the first button of the window.
    public void follow(Scene scene) {
        scene.focusOwnerProperty()
                .subscribe(
                        owner -> {
                            if (owner == null) {
                                var left = way;
                                fx.execute(() -> restore(scene, left));
                            } else {
                                way =
                                        Stream.iterate(owner, n -> n != null, Node::getParent)
                                                .toList();
                            }
                        });
    }

    private void restore(Scene scene, List<Node> left) {
        left.stream()
                .filter(n -> scene.equals(n.getScene()) && takes(n))
                .findFirst()
                .or(() -> enter(zones.getFirst()))
                .ifPresent(Node::requestFocus);
    }

    /// Goes to the next part that is there (1), or to the one before (-1).
    public void go(Scene scene, int by) {
        int from = 0;
        for (int i = 0; i < zones.size(); i++) {
            if (isWithin(scene.getFocusOwner(), zones.get(i))) {
                from = i;
            }
        }
        for (int i = 1; i < zones.size(); i++) {
            var next = enter(zones.get(Math.floorMod(from + by * i, zones.size())));
            if (next.isPresent()) {
                next.get().requestFocus();
                return;
            }
        }
    }

    /// Goes from beside the screen to it.
    ///
    /// @return whether there was anywhere to go
    public boolean out(Scene scene) {
        var beside = zones.subList(1, zones.size());
        var screen =
                beside.stream().anyMatch(z -> isWithin(scene.getFocusOwner(), z))
                        ? enter(zones.getFirst())
                        : Optional.<Node>empty();
        screen.ifPresent(Node::requestFocus);
        return screen.isPresent();
    }

    private static boolean isWithin(@Nullable Node node, Zone zone) {
        var view = zone.view().get();
        return Stream.iterate(node, n -> n != null, Node::getParent)
                .anyMatch(n -> view.filter(n::equals).isPresent());
    }

    private static Optional<Node> enter(Zone zone) {
        return zone.first()
                .get()
                .or(
                        () -> {
                            var stops = zone.view().get().stream().flatMap(Zones::stops).toList();
                            return stops.stream()
                                    .filter(n -> n instanceof ToggleButton t && t.isSelected())
                                    .findFirst()
                                    .or(() -> stops.stream().findFirst());
                        });
    }

    private static Stream<Node> stops(Node node) {
        var own = takes(node) ? Stream.of(node) : Stream.<Node>empty();
        return node instanceof Parent parent
                ? Stream.concat(
                        own, parent.getChildrenUnmodifiable().stream().flatMap(Zones::stops))
                : own;
    }

    private static boolean takes(Node node) {
        return node.isFocusTraversable()
                && !node.isDisabled()
                && Stream.iterate(node, n -> n != null, Node::getParent).allMatch(Node::isVisible);
    }
}
