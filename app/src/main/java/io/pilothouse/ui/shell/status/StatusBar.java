package io.pilothouse.ui.shell.status;

import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The bottom line: each account's mark, meter, use and health; the queue gives way first when there is no room.
public final class StatusBar {
    private final HBox view = Nodes.styled(new HBox(), Css.STATUSBAR);
    private final StatusViewModel model;
    private final Consumer<String> signIn;

    public StatusBar(StatusViewModel model, Consumer<String> signIn) {
        this.model = model;
        this.signIn = signIn;
        model.lines().addListener((ListChangeListener<AccountLine>) _ -> draw());
        draw();
    }

    public Region view() {
        return view;
    }

    private void draw() {
        var parts = new ArrayList<Node>();
        for (var line : model.lines()) {
            if (!parts.isEmpty()) {
                parts.add(Nodes.styled(new Region(), Css.VLINE));
            }
            parts.add(account(line));
        }
        if (parts.isEmpty()) {
            parts.add(Nodes.label(Words.of("status.none"), Css.MUTED));
        }
        view.getChildren().setAll(parts);
    }

    private Node account(AccountLine line) {
        var mark = Accounts.mark(line.account());
        fixed(mark);
        var box = new HBox(8, mark, meter(line));
        box.setAlignment(Pos.CENTER_LEFT);
        if (!line.use().isEmpty()) {
            box.getChildren().add(fixed(Nodes.label(line.use(), Css.MUTED)));
        }
        if (!line.trouble().isEmpty()) {
            boolean bad = line.state() != Health.State.CONNECTING;
            box.getChildren().add(fixed(Nodes.label(line.trouble(), bad ? Css.BAD : Css.MUTED)));
            if (!line.remedy().isEmpty()) {
                var again =
                        Nodes.button(
                                line.remedy(),
                                "",
                                () -> signIn.accept(line.account().id()),
                                Css.LINK);
                again.setMinWidth(Region.USE_PREF_SIZE);
                box.getChildren().add(again);
            }
        }
        for (var words : List.of(line.quiet(), line.queue(), line.shared())) {
            if (!words.isEmpty()) {
                Label label = Nodes.label("· " + words, Css.MUTED);
                label.setMinWidth(0);
                box.getChildren().add(label);
            }
        }
        box.setMinWidth(0);
        Tooltip.install(box, new Tooltip(whole(line)));
        box.setAccessibleText(
                line.account().name()
                        + ", "
                        + line.use()
                        + ", "
                        + line.trouble()
                        + " "
                        + line.quiet()
                        + " "
                        + line.queue()
                        + " "
                        + line.shared());
        return box;
    }

    /// With all that the line may have had no room for.
    private static String whole(AccountLine line) {
        var said = Formats.oneLine(line.account().name());
        return Stream.of(
                        said, line.trouble(), line.quiet(), line.queue(), line.shared(), line.tip())
                .filter(words -> !words.isEmpty())
                .map(words -> words.equals(line.tip()) || words.equals(said) ? words : "· " + words)
                .collect(Collectors.joining("\n"));
    }

    private static Node meter(AccountLine line) {
        var meter = new HBox(2);
        for (int i = 0; i < 5; i++) {
            meter.getChildren()
                    .add(
                            Nodes.styled(
                                    new Region(),
                                    i < line.segments() ? Css.METER_ON : Css.METER_OFF));
        }
        meter.setAlignment(Pos.CENTER);
        return meter;
    }

    private static <T extends Region> T fixed(T node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
