package io.pilothouse.ui.shell.status;

import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account's part of the bottom line: its mark, meter and use, and what is wrong. It takes the focus, and says its
/// budgets when it is pressed, as its tool tip does to the mouse. The same nodes stay while their words change, or the
/// focus would be lost with each, and those out of sight would have no style to be measured by.
final class AccountPart {
    private static final double BETWEEN = 8;

    /// Its tool tip says it whole, px.
    private static final double LONGEST_NAME = 200;

    private final Button button = Nodes.styled(new Button(), Css.STATUS_PART);
    private final HBox view = new HBox(BETWEEN);
    private final Label name = Nodes.label("");
    private final HBox meter = new HBox(2);
    private final Label use = fixed(Nodes.label("", Css.MUTED));
    private final Label trouble = fixed(Nodes.label(""));
    private final Button remedy;
    private final Label rest = Nodes.label("", Css.MUTED);
    private final RisingTip tip = new RisingTip(button);
    private AccountLine shown;

    /// @param signIn does what helps
    AccountPart(AccountLine line, Runnable signIn) {
        shown = line;
        name.setMaxWidth(LONGEST_NAME);
        meter.setAlignment(Pos.CENTER);
        meter.setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < 5; i++) {
            meter.getChildren().add(new Region());
        }
        var box = new HBox(BETWEEN, Accounts.bar(line.account()), name, meter, use, trouble);
        box.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(box);
        button.setMinWidth(Region.USE_PREF_SIZE);
        remedy = fixed(Nodes.button("", "", signIn, Css.LINK));
        rest.setMinWidth(0);
        view.getChildren().setAll(button, remedy, rest);
        view.setAlignment(Pos.CENTER_LEFT);
        view.setMinWidth(0);
        Tooltip.install(rest, tip.tip()); // it gives way first, and may be cut
        draw(line);
    }

    Region view() {
        return view;
    }

    AccountLine line() {
        return shown;
    }

    void show(AccountLine line) {
        if (!shown.equals(line)) {
            shown = line;
            draw(line);
        }
    }

    /// What it takes without the words beside it, px.
    ///
    /// @param uses with what the account uses of its budget
    double width(boolean uses) {
        double all = button.prefWidth(-1);
        if (!remedy.getText().isEmpty()) {
            all += BETWEEN + remedy.prefWidth(-1);
        }
        double said = use.getText().isEmpty() ? 0 : BETWEEN + use.prefWidth(-1);
        return all + (uses && !use.isManaged() ? said : !uses && use.isManaged() ? -said : 0);
    }

    /// What the words beside it take, px; 0 when there are none.
    double restWidth() {
        return rest.getText().isEmpty() ? 0 : BETWEEN + rest.prefWidth(-1);
    }

    void showUse(boolean on) {
        Nodes.present(use, on && !use.getText().isEmpty());
    }

    /// @param cut its name may be cut; otherwise only the words beside it
    void cut(boolean cut) {
        button.setMinWidth(cut ? 0 : Region.USE_PREF_SIZE);
    }

    void showRest(boolean on) {
        Nodes.present(rest, on);
    }

    private void draw(AccountLine line) {
        name.setText(Formats.oneLine(line.account().name()));
        for (int i = 0; i < 5; i++) {
            var style = i < line.segments() ? Css.METER_ON : Css.METER_OFF;
            meter.getChildren().get(i).getStyleClass().setAll(style);
        }
        use.setText(line.use());
        trouble.setText(line.trouble());
        Nodes.present(trouble, !line.trouble().isEmpty());
        boolean bad = line.state() != Health.State.CONNECTING;
        trouble.getStyleClass().setAll("label", bad ? Css.BAD : Css.MUTED);
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
        tip.say(whole(line));
        remedy.setText(line.remedy());
        remedy.setAccessibleText(Words.of("status.remedy", line.remedy(), line.account().name()));
        Nodes.present(remedy, !line.remedy().isEmpty());
        rest.setText(
                Stream.of(line.quiet(), line.queue(), line.shared())
                        .filter(words -> !words.isEmpty())
                        .map(words -> "· " + words)
                        .collect(Collectors.joining(" ")));
        view.requestLayout(); // what is out of the layout changed too
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

    private static <T extends Region> T fixed(T node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
