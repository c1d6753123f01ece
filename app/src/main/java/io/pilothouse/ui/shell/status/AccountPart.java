package io.pilothouse.ui.shell.status;

import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account's part of the bottom line: its mark, meter and use, and what is wrong. It takes the focus, and says its
/// budgets when it is pressed, as its tool tip does to the mouse. The same control stays while its words change, or the
/// focus would be lost with each.
final class AccountPart {
    private final Button button = Nodes.styled(new Button(), Css.STATUS_PART);
    private final HBox view = new HBox(8);
    private final Button remedy;
    private final HBox rest = new HBox(8);
    private final Tooltip tip = new Tooltip();
    private Optional<AccountLine> shown = Optional.empty();

    /// @param signIn does what helps
    AccountPart(Runnable signIn) {
        remedy = Nodes.button("", "", signIn, Css.LINK);
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        rest.setAlignment(Pos.CENTER_LEFT);
        rest.setMinWidth(0);
        view.getChildren().setAll(button, remedy, rest);
        view.setAlignment(Pos.CENTER_LEFT);
        view.setMinWidth(0);
        tip.setAutoHide(true);
        tip.setHideOnEscape(true);
        button.setTooltip(tip);
        Tooltip.install(rest, tip); // it gives way first, and may be cut
        button.setOnAction(_ -> toggle());
        button.focusedProperty().subscribe(_ -> tip.hide());
        button.setMinWidth(Region.USE_PREF_SIZE);
    }

    Region view() {
        return view;
    }

    void show(AccountLine line) {
        if (shown.equals(Optional.of(line))) {
            return;
        }
        shown = Optional.of(line);
        var mark = Accounts.mark(line.account());
        mark.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(8, mark, meter(line));
        box.setAlignment(Pos.CENTER_LEFT);
        if (!line.use().isEmpty()) {
            box.getChildren().add(fixed(Nodes.label(line.use(), Css.MUTED)));
        }
        if (!line.trouble().isEmpty()) {
            boolean bad = line.state() != Health.State.CONNECTING;
            box.getChildren().add(fixed(Nodes.label(line.trouble(), bad ? Css.BAD : Css.MUTED)));
        }
        button.setGraphic(box);
        button.setAccessibleText(
                Words.of(
                        "status.part",
                        Spoken.joined(
                                List.of(
                                        line.account().name(),
                                        line.use(),
                                        line.trouble(),
                                        line.quiet(),
                                        line.queue(),
                                        line.shared()))));
        button.setAccessibleHelp(line.tip());
        tip.setText(whole(line));
        remedy.setText(line.remedy());
        remedy.setAccessibleText(Words.of("status.remedy", line.remedy(), line.account().name()));
        Nodes.present(remedy, !line.remedy().isEmpty());
        rest.getChildren().clear();
        for (var words : List.of(line.quiet(), line.queue(), line.shared())) {
            if (!words.isEmpty()) {
                Label label = Nodes.label("· " + words, Css.MUTED);
                label.setMinWidth(0);
                rest.getChildren().add(label);
            }
        }
        Nodes.present(rest, !rest.getChildren().isEmpty());
    }

    /// Above the line, where it hides nothing of it.
    private void toggle() {
        if (tip.isShowing()) {
            tip.hide();
            return;
        }
        var at = button.localToScreen(0, 0);
        tip.show(button, at.getX(), at.getY());
        tip.setAnchorY(at.getY() - tip.getHeight());
    }

    /// With all that the line may have no room for.
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
            var style = i < line.segments() ? Css.METER_ON : Css.METER_OFF;
            meter.getChildren().add(Nodes.styled(new Region(), style));
        }
        meter.setAlignment(Pos.CENTER);
        return meter;
    }

    private static <T extends Region> T fixed(T node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
