package io.pilothouse.ui.overview;

import io.pilothouse.domain.Kind;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.Ways;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.chart.Curve;
import io.pilothouse.ui.overview.chart.Reach;
import io.pilothouse.ui.overview.chart.StepChart;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.Gutter;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Draws the overview: figures above, money at the left, things to do at the right; in a narrow window one below the
/// other, the things to do first.
public final class OverviewView implements Screen.Drawn {
    private static final double NARROW = 880;

    private final OverviewViewModel model;
    private final ActionDesk desk;
    private final Ways ways;
    private final BorderPane view = Nodes.styled(new BorderPane(), Css.PAGE);
    private final FiguresBox figures = new FiguresBox();
    private final VBox money = new VBox(16);
    private final VBox things = new VBox(16);
    private final GridPane columns = new GridPane();
    private final Button refresh;
    private boolean wide = true;

    public OverviewView(OverviewViewModel model, ActionDesk desk, Ways ways) {
        this.model = model;
        this.desk = desk;
        this.ways = ways;
        refresh = Nodes.iconButton("arrow-clockwise", Words.of("button.refresh"), model::refresh);
        var sheet = Objects.requireNonNull(OverviewView.class.getResource("overview.css"), "css");
        view.getStylesheets().add(sheet.toExternalForm());
        money.getChildren().addAll(chart(), shares(), kinds());
        things.getChildren().addAll(concerns(), events());
        money.setMinWidth(0);
        things.setMinWidth(0);
        columns.setHgap(16);
        columns.setVgap(16);
        arrange();
        model.figuresProperty().subscribe(figures::show);
        var body = Nodes.styled(new VBox(16, figures.view(), columns), "ph-overview");
        var scroll = Gutter.in(new ScrollPane(body));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        view.setTop(head());
        view.setCenter(scroll);
        view.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    private Node head() {
        var age = Nodes.label("", Css.MUTED, Css.SMALL);
        age.textProperty().bind(model.ageProperty());
        var title = Nodes.label(Words.of("overview.title"), Css.TITLE);
        var head = Nodes.styled(new HBox(8, title, Nodes.spring(), age, refresh), Css.PAGE_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void fit(double width) {
        if (width > 0 && wide != width >= NARROW) {
            wide = width >= NARROW;
            figures.wide(wide);
            arrange();
        }
    }

    private void arrange() {
        columns.getChildren().clear();
        columns.getColumnConstraints().clear();
        for (int i = 0; i < (wide ? 2 : 1); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(wide ? 50 : 100);
            columns.getColumnConstraints().add(column);
        }
        // the order of Tab: what needs a person first, wherever it stands
        columns.add(things, wide ? 1 : 0, 0);
        columns.add(money, 0, wide ? 0 : 1);
    }

    private Node chart() {
        var chart = new StepChart();
        var nothing = Nodes.wrapped("", Css.MUTED, Css.SMALL);
        var box = Nodes.styled(new VBox(chart, nothing), "ph-chart-box");
        model.curveProperty()
                .subscribe(
                        curve -> {
                            chart.show(curve);
                            nothing.setText(note(curve));
                            Nodes.present(nothing, !nothing.getText().isEmpty());
                        });
        var card = new Card(Words.of("chart.title"), reaches());
        card.rows(List.of(box));
        return card.view();
    }

    /// What the shading and the broken line mean, where there are some.
    private static String note(Curve curve) {
        var notes = new ArrayList<String>();
        if (curve.spans().stream().anyMatch(s -> s.seen() == Seen.NONE)) {
            notes.add(Words.of("chart.legend.gaps"));
        }
        if (curve.spans().stream().anyMatch(s -> s.seen() == Seen.SOME)) {
            notes.add(Words.of("chart.legend.parts"));
        }
        return String.join(" ", notes);
    }

    private Node reaches() {
        return new Segments<>(
                        List.of(Reach.values()),
                        each -> Words.of("chart.reach." + each.id()),
                        model.reachProperty().get(),
                        model.reachProperty()::set)
                .view();
    }

    private Node shares() {
        var card = new Card(Words.of("overview.by-account"));
        model.sharesProperty()
                .subscribe(
                        shares -> {
                            if (shares.isEmpty()) {
                                card.words(Words.of("overview.no-machines"));
                            } else {
                                card.rows(shares.stream().map(Rows::of).toList());
                            }
                        });
        return card.view();
    }

    private Node kinds() {
        var card = new Card(Words.of("overview.by-kind"));
        var rows = new EnumMap<Kind, Button>(Kind.class);
        Runnable draw =
                () -> {
                    var kinds = model.kindsProperty().get();
                    if (kinds.isEmpty()) {
                        card.words(unless(Words.of("overview.nothing-there")));
                    } else {
                        card.rows(kinds.stream().map(k -> row(k, rows)).toList());
                    }
                };
        model.kindsProperty().subscribe(draw);
        model.unreadProperty().subscribe(draw);
        return card.view();
    }

    private Button row(KindCount count, Map<Kind, Button> known) {
        var row = known.computeIfAbsent(count.kind(), kind -> Rows.of(kind, ways));
        Rows.show(row, count, ways);
        return row;
    }

    /// Words for what is not there, unless nothing was read yet.
    private String unless(String none) {
        var unread = model.unreadProperty().get();
        return unread.isEmpty() ? none : unread;
    }

    private Node concerns() {
        var card = new ConcernsCard(this::run);
        Runnable draw =
                () -> card.show(model.concernsProperty().get(), unless(Words.of("attention.none")));
        model.concernsProperty().subscribe(draw);
        model.unreadProperty().subscribe(draw);
        return card.view();
    }

    private Node events() {
        var all = Nodes.button(Words.of("overview.all"), "", ways::toActivity, Css.LINK);
        var card = new Card(Words.of("overview.recent"), all);
        model.eventsProperty()
                .subscribe(
                        events -> {
                            if (events.isEmpty()) {
                                card.words(Words.of("overview.no-events"));
                            } else {
                                card.rows(events.stream().map(Rows::of).toList());
                            }
                        });
        return card.view();
    }

    private void run(Deed deed) {
        switch (deed) {
            case Deed.Reveal(var kind, var row) -> ways.reveal(kind, row);
            case Deed.Go(var kind) -> ways.go(kind);
            case Deed.SignIn(var account) -> desk.signIn(account);
            case Deed.ReadAgain(var account) -> model.readAgain(account);
            case Deed.Resume(var command) -> model.resume(command);
            case Deed.Activity _ -> ways.toActivity();
        }
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public Node first() {
        return refresh;
    }
}
