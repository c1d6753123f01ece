package io.pilothouse.ui.accounts;

import io.pilothouse.domain.Account;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// One account: who it is and how it is doing, below it where it leads and where its key comes from.
final class AccountCell extends ListCell<AccountRow> {
    @Override
    protected void updateItem(@Nullable AccountRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var lines = Nodes.styled(new VBox(first(row), second(row)), "ph-account-lines");
        if (!row.trouble().isEmpty()) {
            var trouble = Nodes.label(row.trouble(), Css.SMALL, Css.BAD);
            trouble.setWrapText(true);
            trouble.setMinHeight(Region.USE_PREF_SIZE);
            lines.getChildren().add(indented(trouble));
        }
        // as wide as the list, so that the state stands at the right edge
        lines.setMinWidth(0);
        lines.setPrefWidth(1);
        setGraphic(lines);
        setAccessibleText(row.spoken());
    }

    private static Node first(AccountRow row) {
        var account = row.account();
        var name = Nodes.label(Formats.oneLine(account.name()), Css.MEDIUM);
        name.setMinWidth(0);
        var line =
                new HBox(
                        8,
                        Accounts.bar(account),
                        name,
                        fixed(Nodes.label(row.provider(), Css.MUTED)),
                        fixed(Nodes.label(account.id(), Css.MONO, Css.MUTED)),
                        fixed(
                                Nodes.label(
                                        row.stage(),
                                        Css.CHIP,
                                        account.stage() == Account.Stage.PRODUCTION
                                                ? Css.FG
                                                : Css.MUTED)));
        if (account.readOnly()) {
            line.getChildren().add(fixed(Nodes.label(Words.of("accounts.read-only"), Css.CHIP)));
        }
        var state = new StateLabel();
        state.show(row.health(), false);
        line.getChildren().addAll(Nodes.spring(), fixed(state));
        if (!row.since().isEmpty()) {
            line.getChildren().add(fixed(Nodes.label(row.since(), Css.MUTED, Css.SMALL)));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node second(AccountRow row) {
        var source = Nodes.label(row.source(), Css.MUTED, Css.SMALL);
        source.setMinWidth(0);
        var endpoint = Nodes.label(row.endpoint(), Css.MUTED, Css.SMALL);
        endpoint.setMinWidth(0);
        Label use = fixed(Nodes.label(row.use(), Css.MUTED, Css.SMALL));
        use.setTooltip(new Tooltip(Words.of("accounts.use.tip")));
        var line =
                new HBox(
                        16,
                        fixedIcon("key", source),
                        fixedIcon("hdd-network", endpoint),
                        Nodes.spring(),
                        use);
        line.setAlignment(Pos.CENTER_LEFT);
        return indented(line);
    }

    private static Node fixedIcon(String icon, Label label) {
        var part = new HBox(6, Nodes.styled(Nodes.icon(icon), Css.ICON_12), label);
        part.setAlignment(Pos.CENTER_LEFT);
        part.setMinWidth(0);
        return part;
    }

    private static Node indented(Region line) {
        return Nodes.styled(new VBox(line), "ph-account-more");
    }

    private static <T extends Region> T fixed(T node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        return node;
    }
}
