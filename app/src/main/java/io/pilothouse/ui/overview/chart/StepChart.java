package io.pilothouse.ui.overview.chart;

import io.pilothouse.domain.Money;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.standing.cost.Spending.Span;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Draws a [Curve]: steps where all accounts were seen, broken steps where only some were, and a shaded band where none
/// was. It is drawn anew only when the curve or the size is another one.
public final class StepChart extends Region {
    private static final double LEFT = 48;
    private static final double BELOW = 20;
    private static final double TOP = 8;
    private static final double LABEL = 56;
    private static final double LINES = 4;

    private Curve curve = Curve.NONE;
    private final Tooltip tip = new Tooltip();

    public StepChart() {
        getStyleClass().add("ph-step-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        tip.setShowDelay(javafx.util.Duration.millis(150));
        Tooltip.install(this, tip);
        widthProperty().subscribe(this::draw);
        heightProperty().subscribe(this::draw);
        setOnMouseMoved(e -> tip.setText(at(e.getX())));
    }

    public void show(Curve next) {
        curve = next;
        setAccessibleText(next.words());
        draw();
    }

    private void draw() {
        var parts = new ArrayList<Node>();
        if (curve.until().isAfter(curve.from())
                && getWidth() > LEFT + LABEL
                && getHeight() > TOP + BELOW) {
            double top = Scale.top(curve.highest());
            bands(parts);
            grid(parts, top);
            times(parts);
            steps(parts, top, Seen.ALL);
            steps(parts, top, Seen.SOME);
        }
        getChildren().setAll(parts);
    }

    private double bottom() {
        return getHeight() - BELOW;
    }

    private double x(Instant time) {
        double all = Duration.between(curve.from(), curve.until()).toMillis();
        double part = Duration.between(curve.from(), time).toMillis();
        return LEFT + (getWidth() - LEFT) * part / all;
    }

    private double y(double cents, double top) {
        return Math.rint(bottom() - (bottom() - TOP) * cents / top) + 0.5;
    }

    private void grid(List<Node> parts, double top) {
        for (int i = 0; i <= LINES; i++) {
            double cents = top * i / LINES;
            double y = y(cents, top);
            parts.add(Nodes.styled(new Line(LEFT, y, getWidth(), y), Css.CHART_GRID));
            var label = label(Scale.words(cents, top), Pos.CENTER_RIGHT);
            label.resizeRelocate(0, y - 8, LEFT - 8, 16);
            parts.add(label);
        }
    }

    private void times(List<Node> parts) {
        double end = getWidth() - 30;
        for (var tick : curve.ticks()) {
            double x = x(tick.at());
            if (x - LABEL / 2 >= LEFT - LABEL / 2 && x + LABEL / 2 < end) {
                var label = label(tick.words(), Pos.CENTER);
                label.resizeRelocate(Math.rint(x - LABEL / 2), bottom() + 4, LABEL, 16);
                parts.add(label);
            }
        }
        var now = label(Words.of("chart.now"), Pos.CENTER_RIGHT);
        now.resizeRelocate(getWidth() - LABEL, bottom() + 4, LABEL, 16);
        parts.add(now);
    }

    private void bands(List<Node> parts) {
        for (var span : curve.spans()) {
            if (span.seen() == Seen.NONE) {
                double from = x(span.from());
                var band = new Rectangle(from, TOP, x(span.until()) - from, bottom() - TOP);
                parts.add(Nodes.styled(band, "ph-chart-gap"));
            }
        }
    }

    /// One path for each run of spans that were seen so.
    private void steps(List<Node> parts, double top, Seen how) {
        var run = new ArrayList<Span>();
        for (var span : curve.spans()) {
            if (span.seen() == how) {
                run.add(span);
            } else {
                draw(parts, run, top, how);
                run.clear();
            }
        }
        draw(parts, run, top, how);
    }

    private void draw(List<Node> parts, List<Span> run, double top, Seen how) {
        if (run.isEmpty()) {
            return;
        }
        var line = new Path();
        var area = new Path();
        area.setStroke(null);
        double base = y(0, top);
        double begin = x(run.getFirst().from());
        area.getElements().add(new MoveTo(begin, base));
        for (var span : run) {
            double y = y((double) span.rate().centsAnHour(), top);
            double from = x(span.from());
            line.getElements()
                    .add(line.getElements().isEmpty() ? new MoveTo(from, y) : new LineTo(from, y));
            line.getElements().add(new LineTo(x(span.until()), y));
            area.getElements().add(new LineTo(from, y));
            area.getElements().add(new LineTo(x(span.until()), y));
        }
        area.getElements().add(new LineTo(x(run.getLast().until()), base));
        parts.add(Nodes.styled(area, Css.CHART_AREA));
        parts.add(
                how == Seen.ALL
                        ? Nodes.styled(line, Css.CHART_LINE)
                        : Nodes.styled(line, Css.CHART_LINE, "ph-chart-part"));
    }

    private static Label label(String words, Pos where) {
        var label = Nodes.label(words, Css.MUTED, "ph-chart-label");
        label.setAlignment(where);
        label.setManaged(false); // it is placed here
        return label;
    }

    /// What it was at the time below the pointer.
    private String at(double x) {
        for (var span : curve.spans()) {
            if (x >= x(span.from()) && x < x(span.until())) {
                var words =
                        switch (span.seen()) {
                            case NONE -> Words.of("chart.not-seen");
                            case SOME -> Words.of("chart.part", rate(span.rate()));
                            case ALL -> rate(span.rate());
                        };
                return words
                        + "\n"
                        + Words.of(
                                "chart.span", Formats.day(span.from()), Formats.day(span.until()));
            }
        }
        return curve.words();
    }

    private static String rate(Money rate) {
        return Words.of("price.hourly", Formats.dollars(rate));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }
}
