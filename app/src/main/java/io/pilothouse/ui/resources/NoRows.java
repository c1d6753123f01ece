package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.resources.Blank.Way;
import io.pilothouse.ui.resources.Trouble.Remedy;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Draws what stands in place of rows: why there are none, what could not be read, and the way on.
final class NoRows {
    private static final double WIDTH = 640;

    private record Cause(String reason, Remedy remedy) {}

    private NoRows() {}

    /// @param way the button of a way; empty where it leads nowhere just now
    /// @param help does what helps against a trouble
    static Node because(Blank blank, Function<Way, Optional<Button>> way, Consumer<Trouble> help) {
        var box = new VBox(12, Nodes.label(blank.words(), Css.MUTED));
        box.setAlignment(Pos.CENTER);
        box.setPickOnBounds(false);
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        box.getChildren().addAll(lines(blank.troubles(), help));
        var ways = new HBox(8);
        ways.setAlignment(Pos.CENTER);
        blank.ways().forEach(w -> way.apply(w).ifPresent(ways.getChildren()::add));
        if (!ways.getChildren().isEmpty()) {
            box.getChildren().add(ways);
        }
        return box;
    }

    /// Accounts that fail alike, and for which one press does, share a line.
    private static List<Node> lines(List<Trouble> troubles, Consumer<Trouble> help) {
        var causes = new LinkedHashMap<Cause, List<Trouble>>();
        var lines = new ArrayList<Node>();
        for (var trouble : troubles) {
            if (trouble.remedy().shared()) {
                causes.computeIfAbsent(
                                new Cause(trouble.reason(), trouble.remedy()),
                                _ -> new ArrayList<>())
                        .add(trouble);
            } else {
                lines.add(line(List.of(trouble), help));
            }
        }
        causes.values().forEach(all -> lines.add(line(all, help)));
        return lines;
    }

    private static Node line(List<Trouble> alike, Consumer<Trouble> help) {
        var first = alike.getFirst();
        var names = alike.stream().map(Trouble::name).collect(Collectors.joining(", "));
        var name = Nodes.wrapped(names, Css.SEMI);
        var who = new HBox(8);
        if (alike.size() == 1) {
            who.getChildren().add(Accounts.bar(first.account()));
        }
        who.getChildren().add(name);
        who.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(2, who, Nodes.wrapped(Formats.oneLine(first.reason()), Css.MUTED));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = Nodes.styled(new HBox(12, words, button(first, names, help)), Css.BOX);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(Trouble trouble, String names, Consumer<Trouble> help) {
        var words = trouble.remedy().words();
        var button = Nodes.button(words, "", () -> help.accept(trouble));
        button.setAccessibleText(Words.of("attention.verb", words, names));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
