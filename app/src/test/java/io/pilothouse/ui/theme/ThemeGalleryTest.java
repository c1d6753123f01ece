package io.pilothouse.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Screens;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.function.Supplier;

/// Pictures of all there is, for people to look at; and no sheet may hold what JavaFX can't read.
class ThemeGalleryTest {
    @BeforeAll
    static void fonts() {
        Fx.run(Theme::loadFonts);
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void theFrameIsDrawn(String look) throws IOException {
        picture("frame-" + look, look, GalleryFrame::build, 1440, 900);
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void everyControlIsDrawn(String look) throws IOException {
        picture("gallery-" + look, look, GalleryControls::build, 1360, 980);
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void popupsWearTheSame(String look) throws IOException {
        var stage = Fx.call(() -> show(look, GalleryControls::build, 900, 700));
        var menu =
                Fx.call(
                        () -> {
                            var restart =
                                    new MenuItem(
                                            "Restart", GalleryFrame.icon("bi-arrow-clockwise"));
                            restart.setAccelerator(KeyCombination.valueOf("Ctrl+R"));
                            var end = new MenuItem("Terminate…", GalleryFrame.icon("bi-trash"));
                            end.getStyleClass().add(Css.DANGER);
                            var all =
                                    new ContextMenu(
                                            restart,
                                            new MenuItem("Rename"),
                                            new SeparatorMenuItem(),
                                            end);
                            all.show(stage.getScene().getRoot(), 100, 100);
                            return all;
                        });
        var tip =
                Fx.call(
                        () -> {
                            var all = new Tooltip("UTC 2026-11-24 13:32");
                            all.show(stage, 100, 400);
                            return all;
                        });
        assertThat(Files.size(Screens.write(menu.getScene(), "menu-" + look))).isPositive();
        assertThat(Files.size(Screens.write(tip.getScene(), "tip-" + look))).isPositive();
        Fx.run(stage::hide);
    }

    private static void picture(
            String name, String look, Supplier<Region> content, int width, int height)
            throws IOException {
        var usual = System.err;
        var heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            var stage = Fx.call(() -> show(look, content, width, height));
            var file = Screens.write(stage.getScene(), name);
            Fx.run(stage::hide);
            assertThat(Files.size(file)).isGreaterThan(10_000);
        } finally {
            System.setErr(usual);
        }
        assertThat(heard.toString(StandardCharsets.UTF_8))
                .doesNotContain("CSS", "converting value");
    }

    private static Stage show(String look, Supplier<Region> content, int width, int height) {
        var theme = new Theme(new SimpleObjectProperty<>(false));
        theme.choiceProperty().set(look.equals("dark") ? Theme.Choice.DARK : Theme.Choice.LIGHT);
        var stage = new Stage();
        var scene = new Scene(content.get(), width, height);
        theme.apply(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }
}
