package io.pilothouse.ui.theme;

import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Function;

/// The frame of the application with made-up rows, built from style classes alone.
final class GalleryFrame {
    private record Machine(
            String name,
            Status status,
            int account,
            String type,
            String region,
            String age,
            String price) {}

    private static final List<String> ACCOUNTS =
            List.of("Team GPU", "Crusoe prod", "lab-lxd", "okeanos-edu", "luna-stage");

    private static final List<Machine> MACHINES =
            List.of(
                    new Machine(
                            "train-h100-01",
                            new Status("active", Phase.RUNNING),
                            1,
                            "gpu_8x_h100_sxm5",
                            "us-east-1",
                            "3 d 4 h",
                            "23.92"),
                    new Machine(
                            "ft-h100-pcie",
                            new Status("booting", Phase.CHANGING),
                            1,
                            "gpu_1x_h100_pcie",
                            "us-west-3",
                            "12 min",
                            "2.49"),
                    new Machine(
                            "notebook-anna",
                            new Status("active", Phase.RUNNING),
                            1,
                            "gpu_1x_a10",
                            "us-west-1",
                            "≥ 6 d",
                            "0.75"),
                    new Machine(
                            "sweep-03",
                            new Status("terminating", Phase.ENDING),
                            1,
                            "gpu_1x_a10",
                            "us-west-1",
                            "2 h",
                            "0.75"),
                    new Machine(
                            "sweep-04",
                            new Status("unhealthy", Phase.FAILED),
                            1,
                            "gpu_1x_a10",
                            "us-west-1",
                            "2 h",
                            "0.75"),
                    new Machine(
                            "sweep-02",
                            new Status("terminated", Phase.GONE),
                            1,
                            "gpu_1x_a10",
                            "us-west-1",
                            "2 h",
                            "0.75"),
                    new Machine(
                            "inference-1",
                            new Status("running", Phase.RUNNING),
                            2,
                            "a100-80gb.4x",
                            "us-northcentral1-a",
                            "21 d",
                            "≈ 7.80"),
                    new Machine(
                            "build-cache",
                            new Status("stopped", Phase.STOPPED),
                            2,
                            "c1a.8x",
                            "us-northcentral1-a",
                            "48 d",
                            "0.00"),
                    new Machine(
                            "web-1",
                            new Status("running", Phase.RUNNING),
                            3,
                            "vm 4 CPU 8 GiB",
                            "lxd-03",
                            "112 d",
                            "—"),
                    new Machine(
                            "lambda-edu-2",
                            new Status("paused?", Phase.UNKNOWN),
                            4,
                            "lambda record",
                            "—",
                            "1 d",
                            "—"));

    private GalleryFrame() {}

    static Region build() {
        var frame = new BorderPane();
        frame.setTop(topBar());
        frame.setLeft(sidebar());
        frame.setCenter(page());
        frame.setRight(drawer());
        frame.setBottom(statusBar());
        return frame;
    }

    private static Node topBar() {
        var mark = icon("bi-compass", Css.ICON_16, Css.ACCENT_TEXT);
        var search = new TextField();
        search.setPromptText("Search or run a command");
        search.setPrefWidth(440);
        var vline = new Region();
        vline.getStyleClass().add(Css.VLINE);
        return hbox(
                Css.TOPBAR,
                mark,
                label("Pilothouse", Css.SEMI),
                grow(),
                search,
                grow(),
                label("$66.58", Css.SEMI),
                label("≈ $1,598 a day", Css.SMALL, Css.MUTED),
                vline,
                button("", "bi-bell", Css.GHOST, Css.ICON_ONLY),
                button("", "bi-gear", Css.GHOST, Css.ICON_ONLY));
    }

    private static Node sidebar() {
        return vbox(
                Css.SIDEBAR,
                nav("Overview", "bi-speedometer2", ""),
                section("Compute"),
                on(nav("Instances", "bi-hdd-stack", "14")),
                nav("Capacity", "bi-grid-3x3-gap", ""),
                nav("Templates", "bi-layers", "3"),
                section("Storage"),
                nav("Volumes", "bi-hdd", "7"),
                nav("Snapshots", "bi-camera", "2"),
                section("Network"),
                nav("Networks", "bi-diagram-3", "5"),
                nav("Firewalls", "bi-shield-lock", "3"));
    }

    private static Node page() {
        var filter = new TextField();
        filter.setPromptText("Filter by name, state:, account:, region:, type:");
        HBox.setHgrow(filter, Priority.ALWAYS);
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var requests =
                vbox(
                        Css.BOTTOM,
                        tabs("Activity", "Requests"),
                        request("14:32:08", 1, "GET", "/api/v1/instances", "7 items", "200"),
                        request(
                                "14:32:05",
                                2,
                                "POST",
                                "/api/v1/instance-operations/terminate",
                                "sweep-03",
                                "200"),
                        request(
                                "14:31:58",
                                3,
                                "POST",
                                "/instance.list",
                                "timed out, next try in 18 s",
                                "—"));
        return vbox(
                Css.PAGE,
                hbox(
                        Css.PAGE_HEAD,
                        label("Instances", Css.TITLE),
                        label("14", Css.MUTED),
                        grow(),
                        button("Launch", "bi-plus", Css.ACCENT),
                        button("Restart", "bi-arrow-clockwise"),
                        button("Terminate…", "bi-trash"),
                        button("", "bi-three-dots", Css.ICON_ONLY)),
                hbox(
                        Css.FILTER_BAR,
                        filter,
                        button("Group", "bi-collection"),
                        button("Columns", "bi-layout-three-columns"),
                        button("", "bi-download", Css.ICON_ONLY)),
                table,
                hbox(
                        Css.FOOT,
                        label("Updated 2 s ago", Css.MUTED),
                        label("·", Css.MUTED),
                        shape(new Status("", Phase.RUNNING), true),
                        label("lab-lxd: 3 rows 4 min old", Css.WARN),
                        button("Retry", "", Css.LINK),
                        grow(),
                        label("1 selected", Css.MUTED)),
                requests);
    }

    private static TableView<Machine> table() {
        var table = new TableView<Machine>();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(
                _ ->
                        new TableRow<>() {
                            @Override
                            protected void updateItem(Machine item, boolean empty) {
                                super.updateItem(item, empty);
                                getStyleClass().remove(Css.STALE);
                                if (!empty && item.account() == 3) {
                                    getStyleClass().add(Css.STALE);
                                }
                            }
                        });
        table.getColumns().add(column("Name", m -> label(m.name(), Css.MEDIUM), Css.FIRST));
        table.getColumns()
                .add(
                        column(
                                "State",
                                m -> {
                                    boolean stale = m.account() == 3;
                                    return hbox(
                                            "",
                                            shape(m.status(), stale),
                                            label(
                                                    m.status().word(),
                                                    StateShape.wordClass(m.status(), stale)));
                                }));
        table.getColumns().add(column("Account", m -> account(m.account())));
        table.getColumns().add(column("Type", m -> label(m.type())));
        table.getColumns().add(column("Region", m -> label(m.region())));
        table.getColumns().add(column("Age", m -> label(m.age()), Css.RIGHT));
        table.getColumns()
                .add(
                        column(
                                "$/h",
                                m -> label(m.price(), m.price().equals("0.00") ? Css.MUTED : ""),
                                Css.RIGHT,
                                Css.LAST));
        table.getItems().setAll(MACHINES);
        table.getSortOrder().add(table.getColumns().get(2));
        table.getSelectionModel().select(0);
        return table;
    }

    private static TableColumn<Machine, Machine> column(
            String name, Function<Machine, Node> look, String... classes) {
        var column = new TableColumn<Machine, Machine>(name);
        column.getStyleClass().addAll(classes);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator((a, b) -> Integer.compare(a.account(), b.account()));
        column.setCellFactory(
                _ -> {
                    var cell =
                            new TableCell<Machine, Machine>() {
                                @Override
                                protected void updateItem(Machine item, boolean empty) {
                                    super.updateItem(item, empty);
                                    setGraphic(empty ? null : look.apply(item));
                                }
                            };
                    cell.getStyleClass().addAll(classes);
                    return cell;
                });
        return column;
    }

    private static Node drawer() {
        var actions =
                new FlowPane(
                        button("SSH", "bi-terminal", Css.ACCENT),
                        button("Copy ssh", "bi-clipboard"),
                        button("Restart", "bi-arrow-clockwise"),
                        button("Rename", "bi-pencil"),
                        button("Terminate…", "bi-trash", Css.DANGER));
        actions.getStyleClass().add(Css.DRAWER_ACTIONS);
        var facts = new GridPane();
        facts.getStyleClass().add(Css.FACTS);
        facts.addRow(
                0,
                label("State", Css.FACT_NAME),
                hbox(
                        "",
                        shape(new Status("active", Phase.RUNNING), false),
                        label("active"),
                        label("since 3 d 4 h", Css.SMALL, Css.MUTED)));
        facts.addRow(1, label("Account", Css.FACT_NAME), account(1));
        facts.addRow(2, label("SSH key", Css.FACT_NAME), label("anna-laptop", Css.LINK));
        facts.addRow(3, label("Id", Css.FACT_NAME), label("0920582c7ff0…2549", Css.MONO));
        var lease =
                vbox(
                        Css.BOX,
                        label("Lease ends in 47 min", Css.MEDIUM),
                        label(
                                "Terminated at 15:19 if Pilothouse is running then.",
                                Css.SMALL,
                                Css.MUTED));
        return vbox(
                Css.DRAWER,
                hbox(
                        Css.DRAWER_HEAD,
                        shape(new Status("active", Phase.RUNNING), false),
                        label("train-h100-01", Css.TITLE),
                        grow(),
                        button("", "bi-window", Css.GHOST, Css.ICON_ONLY),
                        button("", "bi-x", Css.GHOST, Css.ICON_ONLY)),
                tabs("Overview", "Relations", "Log", "Raw"),
                actions,
                vbox(Css.SECTION, facts),
                vbox(Css.SECTION, lease),
                vbox(Css.SECTION, label("Cost", Css.SEMI), label("$23.92 /h")));
    }

    private static Node statusBar() {
        return hbox(
                Css.STATUSBAR,
                account(1),
                meter(4, Css.METER_ON),
                label("0.7/1 rps", Css.MUTED),
                account(2),
                meter(1, Css.METER_WARN),
                label("2/10 rps", Css.MUTED),
                account(3),
                shape(new Status("", Phase.FAILED), false),
                label("unreachable 4 min", Css.BAD),
                grow(),
                label("14:32:10", Css.MUTED));
    }

    private static Node meter(int used, String look) {
        var meter = hbox(Css.METER);
        for (int i = 0; i < 5; i++) {
            var segment = new Region();
            segment.getStyleClass().add(i < used ? look : Css.METER_OFF);
            meter.getChildren().add(segment);
        }
        return meter;
    }

    private static Node request(
            String time, int account, String method, String path, String result, String code) {
        return hbox(
                Css.LINE,
                label(time, Css.MUTED),
                account(account),
                label(method, Css.MONO),
                label(path, Css.MONO),
                grow(),
                label(result, Css.MUTED),
                label(code, code.equals("—") ? Css.BAD : Css.MEDIUM));
    }

    static Node tabs(String... names) {
        var tabs = hbox(Css.TABS);
        for (var name : names) {
            var tab = new ToggleButton(name);
            tab.setSelected(name.equals(names[names.length > 2 ? 0 : 1]));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    static Node account(int number) {
        var bar = new Region();
        bar.getStyleClass()
                .addAll(
                        Css.ACCOUNT_BAR,
                        List.of(Css.ACC_1, Css.ACC_2, Css.ACC_3, Css.ACC_4, Css.ACC_5)
                                .get(number - 1));
        return hbox("", bar, label(ACCOUNTS.get(number - 1)));
    }

    static StateShape shape(Status status, boolean stale) {
        var shape = new StateShape();
        shape.show(status, stale, status.word());
        return shape;
    }

    private static HBox nav(String name, String icon, String count) {
        return hbox(Css.NAV, icon(icon), label(name), grow(), label(count, Css.COUNT));
    }

    private static HBox on(HBox nav) {
        nav.getStyleClass().add(Css.ON);
        return nav;
    }

    private static Label section(String name) {
        var label = label(name);
        label.getStyleClass().add(Css.NAV_SECTION);
        return label;
    }

    static Label label(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    static FontIcon icon(String literal, String... classes) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().addAll(classes);
        return icon;
    }

    static Button button(String text, String icon, String... classes) {
        var button = new Button(text, icon.isEmpty() ? null : icon(icon));
        button.getStyleClass().addAll(classes);
        return button;
    }

    static HBox hbox(String style, Node... children) {
        var box = new HBox(8, children);
        box.setAlignment(Pos.CENTER_LEFT);
        if (!style.isEmpty()) {
            box.getStyleClass().add(style);
        }
        return box;
    }

    static VBox vbox(String style, Node... children) {
        var box = new VBox(children);
        box.getStyleClass().add(style);
        return box;
    }

    static Region grow() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
