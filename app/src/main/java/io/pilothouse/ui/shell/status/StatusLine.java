package io.pilothouse.ui.shell.status;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lays the accounts' parts out in the room there is. The words beside them go first, then what they use; when that is
/// not enough the accounts that are well stand behind a part that counts them. None is ever cut but the last one left.
final class StatusLine extends Pane {
    /// On each side of the line between two parts, px.
    private static final double GAP = 10;

    /// With less than this many px, words say nothing.
    private static final double LEAST_WORDS = 80;

    private final List<AccountPart> parts = new ArrayList<>();
    private final List<Node> lines = new ArrayList<>();
    private final MorePart more = new MorePart();
    private final Label none = Nodes.label(Words.of("status.none"), Css.MUTED);

    StatusLine() {
        getStyleClass().add(Css.STATUSBAR);
        setMinWidth(0);
        place(List.of());
    }

    /// @param all in the order of the accounts
    void place(List<AccountPart> all) {
        parts.clear();
        parts.addAll(all);
        lines.clear();
        var children = new ArrayList<Node>();
        for (var part : all) {
            var line = Nodes.styled(new Region(), Css.VLINE);
            lines.add(line);
            children.add(part.view());
            children.add(line);
        }
        children.add(all.isEmpty() ? none : more.view());
        getChildren().setAll(children);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + width(parts, true) + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        if (parts.isEmpty()) {
            put(none, snappedLeftInset(), none.prefWidth(-1));
            return;
        }
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean uses = width(parts, true) <= room;
        var shown = uses || width(parts, false) <= room ? Set.copyOf(parts) : thoseWithRoom(room);
        more.view().setVisible(shown.size() < parts.size());
        double left = room - widthWithMore(shown, uses);
        var rests = rests(shown, left);
        double x = snappedLeftInset();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            boolean there = shown.contains(part);
            part.view().setVisible(there);
            lines.get(i).setVisible(there && !isLast(i, shown));
            if (there) {
                part.showUse(uses);
                double words = rests.get(i);
                part.showRest(words > 0);
                double core = part.width(uses);
                boolean cut = left < 0 && shown.size() == 1;
                part.cut(cut);
                double width = cut ? core + left : core + words;
                put(part.view(), x, width);
                put(lines.get(i), x + width + GAP, 1);
                x += width + 2 * GAP + 1;
            }
        }
        if (more.view().isVisible()) {
            put(more.view(), x, more.view().prefWidth(-1));
        }
    }

    /// The failing ones before all others, or the one thing that this line is for would be out of sight.
    private Set<AccountPart> thoseWithRoom(double room) {
        var urgent = parts.stream().sorted(Comparator.comparingInt(p -> p.line().calm())).toList();
        for (int n = urgent.size() - 1; n > 1; n--) {
            more.show(urgent.subList(n, urgent.size()).stream().map(AccountPart::line).toList());
            var shown = new HashSet<>(urgent.subList(0, n));
            if (widthWithMore(shown, false) <= room) {
                return shown;
            }
        }
        more.show(urgent.stream().skip(1).map(AccountPart::line).toList());
        return new HashSet<>(urgent.subList(0, 1));
    }

    private double widthWithMore(Set<AccountPart> shown, boolean uses) {
        double width = width(shown, uses);
        return shown.size() == parts.size()
                ? width
                : width + 2 * GAP + 1 + more.view().prefWidth(-1);
    }

    private static double width(Iterable<AccountPart> shown, boolean uses) {
        double width = 0;
        for (var part : shown) {
            width += part.width(uses) + (width > 0 ? 2 * GAP + 1 : 0);
        }
        return width;
    }

    /// How much of what is left each part's words get: whole as far as that goes, and one the remainder.
    private List<Double> rests(Set<AccountPart> shown, double left) {
        var given = new ArrayList<Double>();
        for (var part : parts) {
            double wanted = shown.contains(part) ? part.restWidth() : 0;
            double gets = wanted <= left ? wanted : left >= LEAST_WORDS ? left : 0;
            given.add(gets);
            left -= gets;
        }
        return given;
    }

    private boolean isLast(int at, Set<AccountPart> shown) {
        return shown.size() == parts.size() && at == parts.size() - 1;
    }

    private void put(Node node, double x, double width) {
        layoutInArea(
                node,
                x,
                snappedTopInset(),
                width,
                getHeight() - snappedTopInset() - snappedBottomInset(),
                0,
                null,
                true,
                false,
                HPos.LEFT,
                VPos.CENTER);
    }
}
