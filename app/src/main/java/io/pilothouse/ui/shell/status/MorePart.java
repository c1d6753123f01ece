package io.pilothouse.ui.shell.status;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.stream.Collectors;

/// Stands for the accounts that the bottom line has no room for, and names them when it is pressed, gets the focus by a
/// key or is pointed at. It says how many of them fail.
final class MorePart {
    /// More do not fit above the line in the smallest window.
    private static final int MOST = 30;

    private final Button button = Nodes.styled(new Button(), Css.STATUS_PART);
    private final RisingTip tip = new RisingTip(button);
    private List<AccountLine> shown = List.of();

    MorePart() {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.focusVisibleProperty()
                .subscribe(
                        now -> {
                            if (now) {
                                tip.show();
                            }
                        });
    }

    Button view() {
        return button;
    }

    /// @param hidden the failing ones first
    void show(List<AccountLine> hidden) {
        if (shown.equals(hidden)) {
            return;
        }
        shown = List.copyOf(hidden);
        long failing = hidden.stream().filter(AccountLine::isFailing).count();
        button.setText(
                failing == 0
                        ? Words.of("status.more", hidden.size())
                        : Words.of("status.more.failing", hidden.size(), failing));
        button.getStyleClass().remove(Css.BAD);
        if (failing > 0) {
            button.getStyleClass().add(Css.BAD);
        }
        var all = hidden.stream().map(line -> line.brief(" · ")).toList();
        button.setAccessibleText(
                Words.of(
                        "status.more.spoken",
                        Words.count("count.accounts", all.size()),
                        hidden.stream()
                                .map(line -> line.brief(", "))
                                .collect(Collectors.joining("; "))));
        tip.say(
                all.stream().limit(MOST).collect(Collectors.joining("\n"))
                        + (all.size() > MOST
                                ? "\n" + Words.of("status.more.rest", all.size() - MOST)
                                : ""));
    }
}
