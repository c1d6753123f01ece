package io.pilothouse.ui.reports;

import io.pilothouse.sync.Connection;
import io.pilothouse.ui.form.FormView;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.form.FormViewModel.Sending;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.export.ChosenFile;
import io.pilothouse.ui.kit.rows.export.Save;
import io.pilothouse.ui.kit.rows.export.TextFormat;
import io.pilothouse.ui.kit.rows.export.TextFormat.Written;
import io.pilothouse.ui.reports.NoSource.Way;
import io.pilothouse.ui.reports.ReportsViewModel.Drawing;
import io.pilothouse.ui.reports.ReportsViewModel.Standing;
import io.pilothouse.ui.theme.Css;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The screen of reports: the question above, its answer as bars and a table below.
public final class ReportsView implements Screen.Drawn {
    private final ReportsViewModel model;
    private final Save save;
    private final ReportChart chart = new ReportChart();
    private final ReportTable table;
    private final ComboBox<Source> sources = new ComboBox<>();
    private final StackPane form = new StackPane();
    private final ScrollPane question = Nodes.styled(new ScrollPane(form), "ph-report-question");
    private final HBox drawn = new HBox(16);
    private final HBox files = new HBox(8);
    private final Label said = Nodes.label("", Css.MUTED);
    private final Label asked = Nodes.label("", Css.MUTED);
    private final Button help = Nodes.button("", "", this::help);
    private final Consumer<String> signIn;
    private final Button filters;
    private final Button ask;
    private final VBox answer;
    private final VBox view;
    private Optional<FormView> fields = Optional.empty();
    private boolean drawing;
    private boolean open;

    /// Saves to files that a person chooses.
    ///
    /// @param signIn does what helps an account that is signed out, by its id
    public ReportsView(Workbench bench, AccountFilter accounts, Consumer<String> signIn) {
        this(new ReportsViewModel(bench, accounts), new ChosenFile(bench), signIn);
    }

    /// Asks a service that refused the key once more with the same.
    public ReportsView(Workbench bench, AccountFilter accounts, Save save) {
        this(
                new ReportsViewModel(bench, accounts),
                save,
                id -> bench.connections().of(id).ifPresent(Connection::signIn));
    }

    private ReportsView(ReportsViewModel model, Save save, Consumer<String> signIn) {
        this.model = model;
        this.save = save;
        this.signIn = signIn;
        table = new ReportTable(model::words);
        ask = Nodes.button(Words.of("reports.ask"), "bar-chart", this::ask, Css.ACCENT);
        said.setWrapText(true);
        Nodes.styled(drawn, "ph-report-drawn").setAlignment(Pos.CENTER_LEFT);
        files.setAlignment(Pos.CENTER_LEFT);
        ask.setMinWidth(Region.USE_PREF_SIZE);
        said.setMinWidth(72);
        // the one part of the line that gives way
        asked.setMinWidth(0);
        asked.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(asked, Priority.ALWAYS);
        asked.setTooltip(new Tooltip());
        asked.getTooltip().textProperty().bind(asked.textProperty());
        filters = Nodes.button(Words.of("reports.filters"), "chevron-down", () -> fold(!open));
        filters.setMinWidth(Region.USE_PREF_SIZE);
        files.setMinWidth(Region.USE_PREF_SIZE);
        help.setMinWidth(Region.USE_PREF_SIZE);
        Nodes.present(help, false);
        var bar = new HBox(8, ask, filters, said, help, asked, files);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        answer = Nodes.styled(new VBox(drawn, chart.node(), table.node()), "ph-report-answer");
        VBox.setVgrow(answer, Priority.ALWAYS);
        var top = Nodes.styled(new VBox(question, bar), "ph-report-ask");
        view = Nodes.styled(new VBox(head(), top, answer), Css.PAGE);
        view.setMinHeight(0);
        question.setFitToWidth(true);
        question.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        question.setFocusTraversable(false);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                this::room,
                                form.heightProperty(),
                                view.heightProperty(),
                                answer.visibleProperty()));
        style();
        model.formProperty().subscribe(f -> show(f));
        model.standingProperty().subscribe(this::show);
        model.noSourceProperty().subscribe(_ -> show(model.standingProperty().get()));
        model.drawingProperty().subscribe(this::draw);
        model.namesProperty()
                .addListener(
                        (_, _, _) -> {
                            table.renamed();
                            draw(model.drawingProperty().get());
                        });
    }

    /// A long question scrolls, so that its answer can be seen below it.
    private double room() {
        double part = answer.isVisible() ? 0.28 : 0.7;
        return Math.min(form.getHeight(), Math.max(64, view.getHeight() * part));
    }

    private void style() {
        FormView.style(view);
        var sheet =
                Objects.requireNonNull(ReportsView.class.getResource("reports.css"), "reports.css");
        view.getStylesheets().add(sheet.toExternalForm());
    }

    private HBox head() {
        sources.setAccessibleText(Words.of("reports.source"));
        sources.setConverter(named(Source::words));
        model.sourcesProperty()
                .subscribe(
                        all -> {
                            drawing = true;
                            sources.getItems().setAll(all);
                            Nodes.present(sources, !all.isEmpty());
                            drawing = false;
                        });
        model.sourceProperty().subscribe(s -> sources.setValue(s.orElse(null)));
        sources.valueProperty()
                .addListener(
                        (_, _, to) -> {
                            if (to != null && !drawing) {
                                model.choose(to);
                            }
                        });
        return Nodes.styled(
                new HBox(
                        Nodes.label(Words.of("reports.title"), Css.TITLE), Nodes.spring(), sources),
                Css.PAGE_HEAD);
    }

    private static <T> StringConverter<T> named(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    private void show(Optional<FormViewModel> made) {
        fields = made.map(f -> new FormView(f.fields(), 3));
        form.getChildren().setAll(fields.stream().map(FormView::view).toList());
        fold(open);
    }

    /// Once there is an answer, its question is one line, and the fields are there when they are asked for.
    ///
    /// @param wanted they are asked for
    private void fold(boolean wanted) {
        open = wanted;
        filters.setGraphic(
                Nodes.styled(Nodes.icon(open ? "chevron-up" : "chevron-down"), Css.ICON_12));
        boolean any = model.formProperty().get().filter(f -> !f.fields().isEmpty()).isPresent();
        boolean answered = model.standingProperty().get() instanceof Standing.Rows;
        Nodes.present(question, any && (!answered || open));
        Nodes.present(filters, any && answered);
        Nodes.present(asked, any && answered);
        if (answered) {
            asked.setText(model.formProperty().get().map(Question::words).orElse(""));
        }
    }

    private void ask() {
        if (model.ask() == Sending.FIX) {
            model.formProperty()
                    .get()
                    .flatMap(FormViewModel::firstToFix)
                    .ifPresent(field -> fields.ifPresent(f -> f.focus(field)));
        }
    }

    /// Does what helps where no report can be chosen, or where the key was refused.
    private void help() {
        model.way()
                .ifPresent(
                        way -> {
                            switch (way) {
                                case Way.ShowAll _ -> model.showAll();
                                case Way.Retry(var connection) -> model.readScopes(connection);
                                case Way.SignIn(var account, _) -> signIn.accept(account.id());
                            }
                        });
    }

    private void show(Standing standing) {
        var none = model.noSourceProperty().get();
        Nodes.present(ask, none.words().isEmpty());
        var way = model.way();
        Nodes.present(help, way.isPresent());
        way.ifPresent(w -> help.setText(w.words()));
        said.getStyleClass().removeAll(Css.BAD, Css.MUTED);
        boolean bad = standing instanceof Standing.Failed || none.failed();
        said.getStyleClass().add(bad ? Css.BAD : Css.MUTED);
        ask.setDisable(standing instanceof Standing.Reading);
        Nodes.present(answer, standing instanceof Standing.Rows);
        Nodes.present(files, standing instanceof Standing.Rows);
        fold(false);
        said.setText(
                switch (standing) {
                    case Standing.Open _ -> none.words();
                    case Standing.Reading _ -> Words.of("table.loading");
                    case Standing.Failed(var why) -> Problems.whole(why);
                    case Standing.Rows(_, _, var rows) -> Words.count("count.rows", rows.size());
                });
        if (standing instanceof Standing.Rows(var source, _, var rows)) {
            table.show(source.report().columns(), rows);
            files(source, rows);
        }
    }

    private void files(Source source, List<io.pilothouse.domain.Resource> rows) {
        var name = source.report().id().replaceAll("[^A-Za-z0-9-]", "-");
        var columns = source.report().columns();
        files.getChildren()
                .setAll(
                        Nodes.button(
                                Words.of("reports.csv"),
                                "download",
                                () ->
                                        save(
                                                name + ".csv",
                                                () ->
                                                        TextFormat.CSV.write(
                                                                ReportText.sheet(rows, columns)))),
                        Nodes.button(
                                Words.of("reports.json"),
                                "",
                                () ->
                                        save(
                                                name + ".json",
                                                () -> new Written(ReportText.json(rows)))));
        model.export()
                .ifPresent(
                        e ->
                                files.getChildren()
                                        .add(
                                                Nodes.button(
                                                        Words.of("reports.file"),
                                                        "",
                                                        () -> export(name + "." + e.ending()))));
    }

    private void save(String name, Supplier<Written> text) {
        save.file(view.getScene().getWindow(), name, text, said::setText);
    }

    private void export(String name) {
        said.setText(Words.of("table.loading"));
        model.export(
                text -> {
                    show(model.standingProperty().get());
                    save(name, () -> new Written(text));
                },
                why -> {
                    said.getStyleClass().setAll("label", Css.BAD);
                    said.setText(Problems.words(why));
                });
    }

    private void draw(Optional<Drawing> how) {
        Nodes.present(chart.node(), how.isPresent());
        Nodes.present(drawn, how.isPresent());
        drawn.getChildren().clear();
        how.ifPresent(
                d -> {
                    chart.show(model.bars(d), d.unit(), model::words);
                    choose(
                            d.series().groups(),
                            d.group(),
                            f -> Words.of("fact." + f.id()),
                            model::group,
                            "reports.group");
                    choose(d.units(), d.unit(), Formats::oneLine, model::unit, "reports.unit");
                    if (d.units().size() == 1 && !d.unit().isEmpty()) {
                        var unit = Words.of("reports.unit") + " " + Formats.oneLine(d.unit());
                        drawn.getChildren().add(Nodes.label(unit, Css.MUTED));
                    }
                });
    }

    /// Choices that stand side by side where they are few, and only where there are any.
    private <T> void choose(
            List<T> all, T now, Function<T, String> words, Consumer<T> chosen, String key) {
        if (all.size() < 2) {
            return;
        }
        Node choice;
        if (all.size() <= 4) {
            choice = new Segments<>(all, words, now, chosen).view();
        } else {
            var box = new ComboBox<T>();
            box.getItems().setAll(all);
            box.setValue(now);
            box.setConverter(named(words));
            box.setAccessibleText(Words.of(key));
            box.valueProperty().addListener((_, _, to) -> chosen.accept(to));
            choice = box;
        }
        var label = Nodes.label(Words.of(key), Css.MUTED);
        var line = new HBox(8, label, choice);
        line.setAlignment(Pos.CENTER_LEFT);
        drawn.getChildren().add(line);
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
    public void refresh() {
        ask();
    }

    @Override
    public Node first() {
        return ask.isVisible() ? ask : help;
    }
}
