package io.pilothouse.ui.theme;

import io.pilothouse.domain.Status;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The shape that says how a thing is, readable without colour: a 10 px path in a 12 px box. The colour comes from the
/// sheet by a pseudo-class a phase, and `:stale`.
public final class StateShape extends StackPane {
    private static final String RING = "M1 6 a5 5 0 1 1 10 0 a5 5 0 1 1 -10 0 Z ";
    private static final String HOLE = "M2.5 6 a3.5 3.5 0 1 1 7 0 a3.5 3.5 0 1 1 -7 0 Z ";
    private static final String BROKEN = brokenRing();

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Map<Status.Phase, PseudoClass> PHASES = phases();

    private final SVGPath path = new SVGPath();

    public StateShape() {
        getStyleClass().add(Css.STATE);
        path.getStyleClass().add(Css.STATE_PATH);
        path.setFillRule(FillRule.EVEN_ODD);
        // all paths share one 12 x 12 box, so that a triangle does not move when it becomes a disc
        path.setManaged(false);
        getChildren().add(path);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
    }

    /// `stale`: the feed behind it failed, so it is drawn as not known. `spoken` is what a screen reader says. What has
    /// no state ([Status#NONE]) is drawn as nothing.
    public void show(Status status, boolean stale, String spoken) {
        PHASES.forEach((phase, name) -> pseudoClassStateChanged(name, phase == status.phase()));
        pseudoClassStateChanged(STALE, stale);
        path.setContent(stale ? BROKEN : path(status.phase()));
        setVisible(!status.equals(Status.NONE));
        setAccessibleText(spoken);
    }

    /// The style class of the provider's own word: coloured only when it needs a look, empty otherwise.
    public static String wordClass(Status status, boolean stale) {
        if (stale) {
            return Css.MUTED;
        }
        return switch (status.phase()) {
            case CHANGING, ENDING -> Css.WARN;
            case FAILED -> Css.BAD;
            case GONE, UNKNOWN -> Css.MUTED;
            case RUNNING, STOPPED -> "";
        };
    }

    private static String path(Status.Phase phase) {
        return switch (phase) {
            case RUNNING -> RING;
            case CHANGING -> RING + "M6 2.5 a3.5 3.5 0 0 0 0 7 Z";
            case ENDING -> RING + HOLE + "M3.6 5.3 h4.8 v1.4 h-4.8 Z";
            case STOPPED -> "M1.5 1.5 h9 v9 h-9 Z M3 3 h6 v6 h-6 Z";
            case FAILED -> "M6 1 L11.4 10.6 H0.6 Z";
            case GONE ->
                    "M2.4 1.3 L6 4.9 L9.6 1.3 L10.7 2.4 L7.1 6 L10.7 9.6 L9.6 10.7 L6 7.1 L2.4 10.7"
                            + " L1.3 9.6 L4.9 6 L1.3 2.4 Z";
            case UNKNOWN -> BROKEN;
        };
    }

    /// Six arcs of a ring with gaps between.
    private static String brokenRing() {
        var d = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            double from = Math.toRadians(i * 60 + 8);
            double to = Math.toRadians(i * 60 + 52);
            d.append(
                    String.format(
                            Locale.ROOT,
                            "M%.3f %.3f A5 5 0 0 1 %.3f %.3f L%.3f %.3f A3.5 3.5 0 0 0 %.3f %.3f Z"
                                    + " ",
                            6 + 5 * Math.cos(from),
                            6 + 5 * Math.sin(from),
                            6 + 5 * Math.cos(to),
                            6 + 5 * Math.sin(to),
                            6 + 3.5 * Math.cos(to),
                            6 + 3.5 * Math.sin(to),
                            6 + 3.5 * Math.cos(from),
                            6 + 3.5 * Math.sin(from)));
        }
        return d.toString();
    }

    private static Map<Status.Phase, PseudoClass> phases() {
        var all = new EnumMap<Status.Phase, PseudoClass>(Status.Phase.class);
        for (var phase : Status.Phase.values()) {
            all.put(phase, PseudoClass.getPseudoClass(phase.name().toLowerCase(Locale.ROOT)));
        }
        return all;
    }
}
