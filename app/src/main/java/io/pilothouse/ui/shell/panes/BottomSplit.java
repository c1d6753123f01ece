package io.pilothouse.ui.shell.panes;

import io.pilothouse.ui.kit.Preferences;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The screen above, the lower pane below it. That one keeps its height, also while the window is dragged larger, and
/// over a start.
public final class BottomSplit {
    private static final String ID = "bottom";
    private static final double USUAL = 220;

    private final SplitPane view;
    private final Preferences preferences;
    private boolean placed;

    public BottomSplit(Node above, Node lower, Preferences preferences) {
        this.preferences = preferences;
        view = new SplitPane(above, lower);
        view.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(lower, false);
        double kept = preferences.now().panes().getOrDefault(ID, USUAL);
        view.heightProperty().subscribe(height -> place(height.doubleValue(), kept));
        view.getDividers().getFirst().positionProperty().addListener(_ -> keep());
    }

    private void place(double height, double kept) {
        if (height > kept && !placed) {
            placed = true;
            view.setDividerPositions(1 - kept / height);
        }
    }

    private void keep() {
        double height = Math.rint((1 - view.getDividerPositions()[0]) * view.getHeight());
        if (height > 0 && placed) {
            preferences.change(p -> p.withPane(ID, height));
        }
    }

    public SplitPane view() {
        return view;
    }
}
