package io.pilothouse.ui.resources;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.List;

/// Buttons in one line, as many as can be read; where there is no room for all, the last one opens a menu of them.
final class ButtonLine extends Pane {
    private static final double GAP = 8;

    private final Region more;
    private List<Region> buttons = List.of();

    /// @param more stands behind those that fit, while there are others
    ButtonLine(Region more) {
        this.more = more;
        more.setVisible(false);
        getChildren().add(more);
    }

    void show(List<Region> all) {
        buttons = List.copyOf(all);
        getChildren().setAll(buttons);
        getChildren().add(more);
    }

    boolean isEmpty() {
        return buttons.isEmpty();
    }

    @Override
    protected double computeMinWidth(double height) {
        return isEmpty() ? 0 : Math.min(more.prefWidth(-1), computePrefWidth(height));
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthOf(buttons);
    }

    @Override
    protected double computePrefHeight(double width) {
        return buttons.stream().mapToDouble(b -> b.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int fit = howManyFit(getWidth());
        double x = 0;
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setVisible(i < fit);
            x += i < fit ? place(buttons.get(i), x) : 0;
        }
        more.setVisible(fit < buttons.size());
        place(more, x);
    }

    private int howManyFit(double room) {
        if (widthOf(buttons) <= room + 0.5) {
            return buttons.size();
        }
        double left = room - more.prefWidth(-1);
        int n = 0;
        while (n < buttons.size() && widthOf(buttons.subList(0, n + 1)) + GAP <= left) {
            n++;
        }
        return n;
    }

    private double place(Region button, double x) {
        layoutInArea(
                button,
                x,
                0,
                button.prefWidth(-1),
                getHeight(),
                0,
                Insets.EMPTY,
                HPos.LEFT,
                VPos.CENTER);
        return button.prefWidth(-1) + GAP;
    }

    private static double widthOf(List<Region> all) {
        return all.stream().mapToDouble(b -> b.prefWidth(-1)).sum()
                + GAP * Math.max(0, all.size() - 1);
    }
}
