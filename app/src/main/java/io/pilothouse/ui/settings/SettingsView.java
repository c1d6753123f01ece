package io.pilothouse.ui.settings;

import io.pilothouse.settings.Settings;
import io.pilothouse.settings.Settings.Theme;
import io.pilothouse.ui.form.Segments;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.zoom.Zoom;
import io.pilothouse.ui.settings.Keepings.Kept;
import io.pilothouse.ui.theme.Css;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The screen: cards one below the other. Each setting says what it is without being changed, and how far it goes.
public final class SettingsView implements Screen.Drawn {
    private final SettingsViewModel model;
    private final ObjectProperty<Theme> theme;
    private final Zoom zoom;
    private final Overlay overlay;
    private final Runnable accounts;
    private final VBox view;
    private final ScrollPane scroll = new ScrollPane();
    private final Rows kept = new Rows();
    private final Rows reaches = new Rows();

    /// @param accounts goes to the screen where accounts are changed
    public SettingsView(
            SettingsViewModel model,
            ObjectProperty<Theme> theme,
            Zoom zoom,
            Overlay overlay,
            Runnable accounts) {
        this.model = model;
        this.theme = theme;
        this.zoom = zoom;
        this.overlay = overlay;
        this.accounts = accounts;
        var themes = new HBox();
        themes.setAlignment(Pos.CENTER_RIGHT);
        var cards =
                Nodes.styled(
                        new VBox(
                                title("settings.look"),
                                look(themes),
                                title("settings.commands"),
                                secondThoughts(),
                                title("settings.disk"),
                                home(),
                                problem(),
                                kept.card(),
                                title("settings.reach"),
                                reaches.card(),
                                Nodes.wrapped(model.about(), Css.MUTED, Css.SMALL)),
                        "ph-settings");
        scroll.setContent(cards);
        scroll.setAccessibleText(Words.of("settings.title"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var head =
                Nodes.styled(
                        new HBox(
                                Nodes.label(Words.of("settings.title"), Css.TITLE), Nodes.spring()),
                        Css.PAGE_HEAD);
        view = Nodes.styled(new VBox(head, scroll), Css.PAGE);
        style();
        model.kept().addListener((ListChangeListener<Kept>) _ -> drawKept());
        model.reaches()
                .addListener((ListChangeListener<SettingsViewModel.Reach>) _ -> drawReaches());
    }

    private void style() {
        var sheet =
                Objects.requireNonNull(
                        SettingsView.class.getResource("settings.css"), "settings.css");
        view.getStylesheets().add(sheet.toExternalForm());
    }

    private static Label title(String key) {
        return Nodes.styled(Nodes.label(Words.of(key), Css.SEMI), "ph-settings-title");
    }

    private Node look(HBox themes) {
        theme.subscribe(
                on ->
                        themes.getChildren()
                                .setAll(
                                        new Segments<>(
                                                        List.of(Theme.values()),
                                                        SettingsView::words,
                                                        on,
                                                        theme::set)
                                                .view()));
        var percent = Nodes.label("", "ph-settings-percent");
        var smaller = Nodes.iconButton("dash", Words.of("shortcut.zoom-out"), zoom::shrink);
        var larger = Nodes.iconButton("plus", Words.of("shortcut.zoom-in"), zoom::grow);
        var back = Nodes.button(Words.of("shortcut.zoom-reset"), "", zoom::reset);
        zoom.percentProperty()
                .subscribe(
                        now -> {
                            percent.setText(Words.of("zoom.percent", now));
                            smaller.setDisable(!zoom.canShrink());
                            larger.setDisable(!zoom.canGrow());
                            back.setDisable(now.intValue() == Settings.DEFAULT.zoom());
                        });
        return new Rows()
                .add(Words.of("settings.theme"), Words.of("settings.theme.more"), themes)
                .add(
                        Words.of("settings.zoom"),
                        Words.of(
                                "settings.zoom.more",
                                Settings.LEAST_ZOOM,
                                Settings.MOST_ZOOM,
                                Shortcut.ZOOM_IN.caps(),
                                Shortcut.ZOOM_OUT.caps()),
                        smaller,
                        percent,
                        larger,
                        back)
                .card();
    }

    private static String words(Theme which) {
        return Words.of("theme." + which.name().toLowerCase(Locale.ROOT));
    }

    private Node secondThoughts() {
        var box = new HBox();
        box.setAlignment(Pos.CENTER_RIGHT);
        model.graceProperty()
                .subscribe(
                        now ->
                                box.getChildren()
                                        .setAll(
                                                new Segments<>(
                                                                SettingsViewModel.graces(),
                                                                s ->
                                                                        Words.of(
                                                                                "settings.seconds",
                                                                                s),
                                                                now.intValue(),
                                                                model::grace)
                                                        .view()));
        return new Rows()
                .add(
                        Words.of("settings.grace"),
                        Words.of("settings.grace.more", Settings.DEFAULT.grace()),
                        box)
                .card();
    }

    private Node home() {
        var path = Nodes.wrapped(model.home(), Css.MONO);
        var copy =
                Nodes.copying(
                        Nodes.iconButton(
                                "clipboard",
                                Words.of("settings.home.copy"),
                                model::copyHome,
                                Css.GHOST));
        return new Rows().add(path, Words.of("settings.home.more"), copy).card();
    }

    private Node problem() {
        var words = Nodes.wrapped("", Css.BAD);
        words.textProperty().bind(model.problemProperty());
        model.problemProperty().subscribe(text -> Nodes.present(words, !text.isEmpty()));
        return words;
    }

    private void drawKept() {
        kept.clear();
        for (var each : model.kept()) {
            var id = each.what().id();
            var amount = Nodes.label(SettingsViewModel.amount(each), Css.MUTED);
            var name = Words.of("settings.kept." + id);
            var more = Words.of("settings.kept." + id + ".more");
            if (each.what().clears()) {
                kept.add(name, more, amount, clearing(each, name));
            } else {
                kept.add(name, more, amount);
            }
            if (each.what().isPart()) {
                kept.indent();
            }
        }
    }

    private Button clearing(Kept each, String name) {
        var clear = Nodes.button(Words.of("settings.clear"), "", () -> ask(each), Css.MINI);
        clear.setAccessibleText(Words.of("settings.clear.accessible", name));
        clear.setDisable(SettingsViewModel.isEmpty(each));
        return clear;
    }

    private void ask(Kept each) {
        var dialog =
                new ClearDialog(
                        each,
                        overlay::close,
                        () -> {
                            overlay.close();
                            model.clear(each.what());
                        });
        overlay.show(dialog.view(), dialog::focus, () -> {});
    }

    private void drawReaches() {
        reaches.clear();
        for (var each : model.reaches()) {
            reaches.add(
                    Accounts.mark(each.account()),
                    each.way(),
                    Nodes.label(each.budgets(), Css.MONO));
        }
        var change = Nodes.button(Words.of("settings.reach.change"), "people", accounts);
        reaches.add(Words.of("settings.reach.where"), Words.of("settings.reach.more"), change);
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
        return scroll;
    }
}
