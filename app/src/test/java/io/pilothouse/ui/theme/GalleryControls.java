package io.pilothouse.ui.theme;

import static io.pilothouse.ui.theme.GalleryFrame.button;
import static io.pilothouse.ui.theme.GalleryFrame.grow;
import static io.pilothouse.ui.theme.GalleryFrame.hbox;
import static io.pilothouse.ui.theme.GalleryFrame.icon;
import static io.pilothouse.ui.theme.GalleryFrame.label;
import static io.pilothouse.ui.theme.GalleryFrame.vbox;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;

/// Every control and every class that the frame does not show.
final class GalleryControls {
    private GalleryControls() {}

    static Region build() {
        var left = new VBox(12, buttons(), fields(), controls(), lists());
        var right = new VBox(12, dialog(), capacity(), palette(), log());
        left.setPrefWidth(680);
        right.setPrefWidth(600);
        var page = hbox(Css.PAGE, left, right);
        page.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        page.setSpacing(24);
        page.setPadding(new Insets(16));
        return page;
    }

    private static Node buttons() {
        var off = button("Off", "bi-lock");
        off.setDisable(true);
        var more = new MenuButton("More", null, new MenuItem("One"));
        var dots = new MenuButton("", icon("bi-three-dots"));
        dots.getStyleClass().add(Css.ICON_ONLY);
        var chosen = new ToggleButton("Available");
        chosen.setSelected(true);
        return new VBox(
                8,
                hbox(
                        "",
                        button("Accent", "bi-plus", Css.ACCENT),
                        button("Plain", "bi-pencil"),
                        button("Danger", "bi-trash", Css.DANGER),
                        button("Destroy 3", "bi-trash", Css.DANGER_FILL),
                        off,
                        more,
                        dots),
                hbox(
                        "",
                        button("Mini", "", Css.MINI),
                        button("", "bi-clipboard", Css.MINI, Css.ICON_ONLY),
                        button("Ghost", "bi-eye", Css.GHOST),
                        button("As a link", "", Css.LINK),
                        new Hyperlink("Hyperlink"),
                        hbox(Css.SEGMENTS, chosen, new ToggleButton("All types")),
                        new SegmentedButton(new ToggleButton("one"), new ToggleButton("two"))),
                hbox(
                        "",
                        label("Figure 12.4", Css.FIGURE),
                        label("Title", Css.TITLE),
                        label("Semi", Css.SEMI),
                        label("Medium", Css.MEDIUM),
                        label("Body"),
                        label("Muted", Css.MUTED),
                        label("Small", Css.SMALL),
                        label("Caption", Css.CAPTION),
                        label("mono-0O1l", Css.MONO),
                        label("ok", Css.OK),
                        label("warn", Css.WARN),
                        label("bad", Css.BAD),
                        label("accent", Css.ACCENT_TEXT)),
                hbox(
                        "",
                        label("chip", Css.CHIP),
                        label("production", Css.CHIP, Css.BAD),
                        label("armed", Css.CHIP, Css.WARN),
                        label("Ctrl+K", Css.KBD),
                        label("state:booting", Css.TOKEN),
                        icon("bi-check", Css.OK, Css.ICON_18),
                        icon("bi-lock", Css.ICON_12),
                        icon("bi-bell-fill", Css.ACCENT_TEXT),
                        icon("bi-exclamation-triangle", Css.WARN),
                        icon("bi-hourglass-split", Css.ICON_20, Css.BAD),
                        icon("bi-gear", Css.FG, Css.ICON_16)));
    }

    private static Node fields() {
        var wrong = new TextField("Sweep_H100");
        wrong.getStyleClass().add(Css.FIELD_ERROR);
        var doubtful = new TextField("0.0.0.0/0");
        doubtful.getStyleClass().addAll(Css.FIELD_WARN, Css.MONO);
        var empty = new TextField();
        empty.setPromptText("optional");
        var key = new PasswordField();
        key.setText("secret");
        var combo = new ComboBox<String>();
        combo.getItems().addAll("Lambda Stack 22.04", "Ubuntu");
        combo.getSelectionModel().select(0);
        combo.setMaxWidth(Double.MAX_VALUE);
        var editable = new ComboBox<String>();
        editable.setEditable(true);
        editable.setValue("8");
        editable.setMaxWidth(Double.MAX_VALUE);
        var form = new GridPane();
        form.getStyleClass().add(Css.FORM);
        form.addRow(
                0,
                field(
                        "Name",
                        new TextField("sweep-h100-{1..8}"),
                        label("16 of 64", Css.FIELD_HINT)),
                field("Image", combo, label("")));
        form.addRow(
                1,
                field("Host name", wrong, label("X and hyphens", Css.FIELD_MESSAGE)),
                field("Source", doubtful, label("Open to everyone", Css.FIELD_MESSAGE, Css.WARN)));
        form.addRow(2, field("Optional", empty, label("")), field("Key", key, label("")));
        form.addRow(
                3,
                field("Count", editable, label("")),
                field("Several", new CheckComboBox<String>(), label("")));
        return form;
    }

    private static Node field(String name, Region control, Node message) {
        control.setPrefWidth(260);
        return vbox(Css.FIELD, label(name, Css.FIELD_LABEL), control, message);
    }

    private static Node controls() {
        var on = new CheckBox("Checked");
        on.setSelected(true);
        var half = new CheckBox("Some");
        half.setIndeterminate(true);
        var area = new TextArea("#cloud-config\npackages: [htop]\n".repeat(6));
        area.getStyleClass().add(Css.CODE);
        area.setPrefRowCount(4);
        var rule = new Region();
        rule.getStyleClass().addAll(Css.HLINE, Css.SOFT);
        return new VBox(
                8,
                hbox("", on, new CheckBox("Not"), half, new ProgressBar(0.4)),
                rule,
                area,
                label("curl -H \"Authorization: Bearer …\"", Css.CODE));
    }

    private static Node lists() {
        var list = new ListView<String>();
        list.getItems().addAll("one", "two", "three", "four", "five", "six");
        list.getSelectionModel().select(1);
        list.setPrefHeight(130);
        var diff =
                new VBox(
                        row("+", "allow 22 from 10.0.0.0/8", Css.ADD),
                        row("−", "allow 22 from anywhere", Css.DEL),
                        row("~", "allow 443", Css.CHG),
                        row("", "two lines", Css.TWO_LINE));
        diff.setPrefWidth(270);
        list.setPrefWidth(270);
        return new VBox(
                8,
                hbox("", list, diff),
                vbox(Css.BOX, label("A card")),
                warned(),
                hbox(
                        Css.NOTICE,
                        label("Terminated 3 instances"),
                        grow(),
                        button("Undo", "", Css.MINI)));
    }

    private static Node warned() {
        var box = vbox(Css.BOX, label("Ends the machine only while the application runs."));
        box.getStyleClass().add(Css.WARN);
        return box;
    }

    private static Node row(String sign, String text, String look) {
        var row = hbox(Css.ROW, label(sign, Css.MONO), label(text));
        row.getStyleClass().add(look);
        return row;
    }

    private static Node dialog() {
        var scrim =
                new StackPane(
                        vbox(
                                Css.DIALOG,
                                hbox(
                                        Css.DIALOG_HEAD,
                                        label("Launch instances", Css.TITLE),
                                        grow(),
                                        button("", "bi-x", Css.GHOST, Css.ICON_ONLY)),
                                vbox(
                                        Css.DIALOG_BODY,
                                        hbox(
                                                Css.FORM_PLAN,
                                                new VBox(
                                                        label(
                                                                "8 launches: 84 s at one per 12 s",
                                                                Css.SEMI),
                                                        label(
                                                                "2 calls queued before these",
                                                                Css.SMALL,
                                                                Css.MUTED)),
                                                grow(),
                                                label("+$26.32/h", Css.SEMI))),
                                hbox(
                                        Css.DIALOG_FOOT,
                                        button("Copy as curl", "bi-code-slash"),
                                        grow(),
                                        label("1 field to fix", Css.SMALL, Css.BAD),
                                        button("Cancel", ""),
                                        button("Launch 8 instances", "", Css.ACCENT))));
        scrim.getStyleClass().add(Css.SCRIM);
        scrim.setPadding(new Insets(20));
        return scrim;
    }

    private static Node capacity() {
        var cells =
                hbox(
                        "",
                        cell("✓", Css.CELL_YES),
                        cell("–", ""),
                        cell("lock", Css.CELL_OFF),
                        cell("chosen", Css.CELL_CHOSEN),
                        cell("watching", Css.CELL_WATCHED));
        var bar = new Region();
        bar.getStyleClass().add(Css.BAR_ON);
        bar.setPrefWidth(120);
        cells.getChildren().add(bar);
        return cells;
    }

    private static Node cell(String text, String look) {
        var cell = hbox(Css.CELL, label(text));
        cell.getStyleClass().add(look);
        cell.setPrefWidth(86);
        return cell;
    }

    private static Node palette() {
        var on =
                hbox(
                        Css.PALETTE_ROW,
                        icon("bi-hdd-stack"),
                        label("train", Css.MATCH),
                        label("-h100-01"),
                        grow(),
                        label("Enter", Css.KBD));
        on.getStyleClass().add(Css.ON);
        var off =
                hbox(
                        Css.PALETTE_ROW,
                        icon("bi-arrow-clockwise"),
                        label("Cold reboot"),
                        label("vm-is-too-old", Css.MONO));
        off.getStyleClass().add(Css.OFF);
        var search = new TextField("train");
        return vbox(Css.PALETTE, search, label("Instances", Css.PALETTE_SECTION), on, off);
    }

    private static Node log() {
        var bad = logRow("14:32:08", "error", "CUDA out of memory");
        bad.getStyleClass().add(Css.BAD);
        var hit = logRow("14:32:09", "info", "epoch 3");
        hit.getChildren()
                .addAll(
                        label("loss", Css.HIT),
                        label(" 0.31 "),
                        label("loss", Css.HIT_NOW),
                        label("mark", Css.MARK));
        hit.getStyleClass().add(Css.BOOKMARK);
        var pill = hbox(Css.PILL, icon("bi-arrow-down"), label("14 new lines"));
        pill.setMaxWidth(Region.USE_PREF_SIZE);
        return new VBox(
                bad,
                hit,
                hbox(Css.LOG_GAP, label("at least 40 lines are missing", Css.SMALL, Css.MUTED)),
                logRow("14:32:10", "warn", "slow step"),
                pill);
    }

    private static javafx.scene.layout.HBox logRow(String time, String level, String text) {
        var gutter = hbox(Css.LOG_GUTTER, label("1 204", Css.MUTED));
        return hbox(
                Css.LOG_ROW,
                gutter,
                label(time, Css.MUTED),
                label(level, level.equals("warn") ? Css.WARN : ""),
                label(text));
    }
}
