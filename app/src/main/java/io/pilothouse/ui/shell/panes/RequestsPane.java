package io.pilothouse.ui.shell.panes;

import io.pilothouse.domain.Account;
import io.pilothouse.log.RequestEntry;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What went over the wire: a line a request; the chosen one with heads and bodies, secrets masked.
final class RequestsPane {
    private static final double LINE = 28;

    /// Below it a line has no room for how long it took, px.
    private static final int NARROW = 400;

    /// Below it a line has no room for the account, px.
    private static final int MIDDLE = 520;

    /// Below it a line has no room for urgency, wait and size, px.
    private static final int WIDE = 900;

    private static final Pattern ID =
            Pattern.compile(
                    "(?<=/)([0-9a-f]{4})[0-9a-f]{4}(?:[0-9a-f]{24}|(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])");

    private final SplitPane view = new SplitPane();
    private final RequestsViewModel model;
    private final TextArea details = Nodes.styled(new TextArea(), Css.MONO, Css.RAW);

    RequestsPane(RequestsViewModel model) {
        this.model = model;
        var list = new ListView<>(model.entries());
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new Line());
        list.setAccessibleText(Words.of("requests.accessible"));
        NewestFirst.in(list);
        list.setPlaceholder(Nodes.label(Words.of("requests.none"), Css.MUTED));
        details.setEditable(false);
        details.setAccessibleText(Words.of("requests.details"));
        var curl =
                Nodes.button(
                        Words.of("button.copy-curl"),
                        "code-slash",
                        () -> copy(list.getSelectionModel().getSelectedItem()),
                        Css.MINI);
        Nodes.copying(curl);
        curl.setMinWidth(Region.USE_PREF_SIZE);
        var close =
                Nodes.iconButton(
                        "x",
                        Words.of("requests.close"),
                        () -> list.getSelectionModel().clearSelection(),
                        Css.GHOST,
                        Css.MINI);
        var bar = Nodes.styled(new HBox(8, Nodes.spring(), curl, close), Css.DRAWER_BAR);
        bar.setAlignment(Pos.CENTER_RIGHT);
        var side = new VBox(bar, details);
        VBox.setVgrow(details, Priority.ALWAYS);
        OutOfList.in(list, () -> {});
        // a field for text takes Esc for itself
        side.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (Shortcut.OUT.matches(e)) {
                        list.requestFocus();
                        e.consume();
                    }
                });
        view.getItems().add(list);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        entry -> {
                            if (entry == null) {
                                view.getItems().remove(side);
                            } else {
                                details.setText(text(entry));
                                if (!view.getItems().contains(side)) {
                                    view.getItems().add(side);
                                    view.setDividerPositions(0.55);
                                }
                            }
                        });
    }

    Region view() {
        return view;
    }

    private void copy(@Nullable RequestEntry entry) {
        if (entry != null) {
            model.bench().clipboard().copy(entry.curl());
        }
    }

    private static String text(RequestEntry e) {
        var timing =
                Words.of(
                        "requests.timing",
                        Formats.exact(e.at()),
                        e.urgency(),
                        Formats.took(e.waited()),
                        Formats.took(e.took()),
                        e.bytes(),
                        e.why());
        return timing
                + (e.problem().isEmpty() ? "" : "\n" + e.problem())
                + "\n\n"
                + e.request()
                + "\n\n"
                + e.response().text();
    }

    /// A path in which long ids are cut to their beginnings, so that what comes behind them is seen.
    static String shortened(String path) {
        return ID.matcher(Formats.oneLine(path)).replaceAll("$1…");
    }

    private final class Line extends ListCell<RequestEntry> {
        private final Label time = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_TIME);
        private final HBox account = new HBox();
        private final Label urgency = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_URGENCY);
        private final Label method = Nodes.label("", Css.MONO, Css.COL_METHOD);
        private final Label path = Nodes.label("", Css.MONO);
        private final Label waited = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
        private final Label status = Nodes.label("", Css.MONO, Css.COL_STATUS);
        private final Label took = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
        private final Label size = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
        private final HBox line;

        Line() {
            setPrefWidth(0); // as wide as the list, so that the path gives way and nothing scrolls
            // sideways
            account.getStyleClass().add(Css.COL_ACCOUNT);
            account.setAlignment(Pos.CENTER_LEFT);
            path.setMinWidth(0);
            path.textTruncatedProperty().subscribe(_ -> tip());
            path.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(path, Priority.ALWAYS);
            line =
                    Nodes.styled(
                            new HBox(
                                    8, time, account, urgency, method, path, waited, status, took,
                                    size),
                            Css.LINE);
            line.setAlignment(Pos.CENTER_LEFT);
            widthProperty().subscribe(this::fit);
        }

        /// Where there is no room for all, the path stays and what the details say too gives way.
        private void fit() {
            Nodes.present(took, getWidth() > NARROW);
            Nodes.present(account, getWidth() > MIDDLE);
            List.of(urgency, waited, size).forEach(n -> Nodes.present(n, getWidth() > WIDE));
        }

        /// Of those that share a road, or the id of one that is not open, as while it is checked.
        private String names(RequestEntry e) {
            return Arrays.stream(e.account().split(", ", -1))
                    .map(id -> model.bench().account(id).map(Account::name).orElse(id))
                    .map(Formats::oneLine)
                    .collect(Collectors.joining(", "));
        }

        /// In line with those that have a mark.
        private static HBox unmarked(String name) {
            var place = Nodes.styled(new Region(), Css.ACCOUNT_BAR);
            var box = new HBox(8, place, Nodes.whole(Nodes.label(name)));
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }

        /// The whole path, where the line does not show it.
        private void tip() {
            var e = getItem();
            var whole = e == null ? "" : Formats.oneLine(e.path());
            path.setTooltip(
                    whole.equals(path.getText()) && !path.isTextTruncated()
                            ? null
                            : new Tooltip(whole));
        }

        @Override
        protected void updateItem(@Nullable RequestEntry e, boolean empty) {
            super.updateItem(e, empty);
            if (empty || e == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            time.setText(Formats.time(e.at()));
            account.getChildren()
                    .setAll(
                            model.bench()
                                    .account(e.account())
                                    .map(Accounts::mark)
                                    .orElseGet(() -> unmarked(names(e))));
            urgency.setText(e.urgency());
            method.setText(e.method());
            path.setText(shortened(e.path()));
            tip();
            waited.setText(e.waited().toMillis() < 5 ? "" : "+ " + Formats.took(e.waited()));
            boolean good = e.status() >= 200 && e.status() < 300 && e.problem().isEmpty();
            status.setText(e.status() == 0 ? "—" : String.valueOf(e.status()));
            status.getStyleClass().remove(Css.BAD);
            if (!good) {
                status.getStyleClass().add(Css.BAD);
            }
            took.setText(Formats.took(e.took()));
            size.setText(Formats.bytes(new io.pilothouse.domain.Bytes(e.bytes())));
            setGraphic(line);
            setAccessibleText(
                    Spoken.joined(
                            List.of(
                                    e.method() + " " + path.getText(),
                                    e.status() == 0 ? e.problem() : status.getText(),
                                    names(e),
                                    time.getText(),
                                    took.getText())));
        }
    }
}
