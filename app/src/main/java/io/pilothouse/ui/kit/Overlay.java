package io.pilothouse.ui.kit;

import io.pilothouse.ui.theme.Css;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Shows one dialog at a time above the frame, behind it a scrim; Esc closes it and the focus goes back to where it was.
public final class Overlay {
    private final StackPane root;
    private final Region scrim = Nodes.styled(new Region(), Css.SCRIM);
    private @Nullable Region dialog;
    private @Nullable Node focusBefore;
    private boolean backwards;
    private boolean light;
    private final ChangeListener<@Nullable Node> focusMoved = (_, _, to) -> focusMoved(to);
    private BooleanSupplier escapes = () -> true;
    private Runnable onClose = () -> {};

    /// @param root whose first child is the frame
    public Overlay(StackPane root) {
        this.root = root;
        // what no control of the dialog has a use for is for nothing behind it
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (dialog != null && isArrow(e)) {
                        e.consume();
                    }
                });
        scrim.setOnMouseClicked(
                _ -> {
                    if (light) {
                        close();
                    }
                });
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    backwards = e.getCode() == KeyCode.TAB && e.isShiftDown();
                    if (dialog != null && isArrow(e) && e.getTarget() instanceof Node from) {
                        alongButtons(from, e);
                    }
                    if (dialog != null && Shortcut.CLOSE.matches(e) && !e.isConsumed()) {
                        e.consume();
                        if (escapes.getAsBoolean()) {
                            close();
                        }
                    }
                });
    }

    private static boolean isArrow(KeyEvent e) {
        return e.getCode().isArrowKey()
                && !e.isAltDown()
                && !e.isControlDown()
                && !e.isMetaDown()
                && !e.isShortcutDown();
    }

    /// From a button the arrows go to those beside it and no further. JavaFX would look for the nearest thing in the whole
    /// window, and scroll to it behind the scrim.
    private void alongButtons(Node from, KeyEvent e) {
        boolean own =
                switch (from) {
                    case MenuButton _ -> e.getCode() == KeyCode.DOWN; // opens it
                    case ToggleButton one -> one.getToggleGroup() != null; // to the next choice
                    default -> !(from instanceof ButtonBase);
                };
        if (own || !isInside(from)) {
            return;
        }
        e.consume();
        var line =
                from.getParent().getChildrenUnmodifiable().stream()
                        .filter(n -> n instanceof ButtonBase && takesFocus(n))
                        .toList();
        boolean forwards = e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.DOWN;
        int to = line.indexOf(from) + (forwards ? 1 : -1);
        if (to >= 0 && to < line.size()) {
            line.get(to).requestFocus();
        }
    }

    private static boolean takesFocus(Node node) {
        return node.isVisible() && !node.isDisabled() && node.isFocusTraversable();
    }

    private void keepFocus(boolean on) {
        var scene = root.getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(focusMoved);
            if (on) {
                scene.focusOwnerProperty().addListener(focusMoved);
            }
        }
    }

    /// The frame behind the scrim can't be reached by Tab: it goes round in the dialog.
    private void focusMoved(@Nullable Node to) {
        if (dialog == null || to == null || isInside(to)) {
            return;
        }
        var inside = new ArrayList<Node>();
        collect(dialog, inside);
        if (!inside.isEmpty()) {
            (backwards ? inside.getLast() : inside.getFirst()).requestFocus();
        }
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    private boolean isInside(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(dialog)) {
                return true;
            }
        }
        return false;
    }

    /// May the window go? Not while a dialog holds what would be lost.
    public boolean mayClose() {
        return dialog == null || escapes.getAsBoolean();
    }

    public boolean isOpen() {
        return dialog != null;
    }

    /// As the other, for a dialog that Esc closes only when `mayClose` says so.
    public void show(Region what, Runnable focus, Runnable closed, BooleanSupplier mayClose) {
        show(what, focus, closed);
        escapes = mayClose;
    }

    /// @param focus puts the focus where it belongs
    /// @param closed told when the dialog has gone, however
    public void show(Region what, Runnable focus, Runnable closed) {
        close();
        focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        dialog = what;
        onClose = closed;
        escapes = () -> true;
        light = false;
        keepFocus(true);
        if (StackPane.getMargin(what) == null) {
            StackPane.setMargin(what, new Insets(24));
        }
        root.getChildren().addAll(scrim, what);
        // what stands in a scroll pane comes into the scene with its skin only, and can't take the
        // focus before
        what.applyCss();
        what.layout();
        focus.run();
    }

    /// Lets a click beside what is shown close it, where nothing can be lost by that.
    public void closeByClickBeside() {
        light = true;
    }

    public void close() {
        if (dialog == null) {
            return;
        }
        root.getChildren().removeAll(scrim, dialog);
        dialog = null;
        keepFocus(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        var then = onClose;
        onClose = () -> {};
        then.run();
    }
}
