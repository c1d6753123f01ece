package io.pilothouse.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import io.pilothouse.domain.Pin;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Puts the look onto scenes and keeps it there: light, dark, or as the system has it. Used on the FX thread only.
public final class Theme {
    /// What the person chose.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// Later sheets may use what earlier ones define; tokens come first.
    static final List<String> SHEETS =
            List.of(
                    "tokens.css",
                    "text.css",
                    "controls.css",
                    "popups.css",
                    "chrome.css",
                    "table.css",
                    "drawer.css",
                    "dialog.css",
                    "form.css",
                    "palette.css",
                    "log.css",
                    "figures.css",
                    "controlsfx.css");

    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Medium.ttf",
                    "Inter-SemiBold.ttf",
                    "JetBrainsMono-Regular.ttf");

    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// `systemIsDark` is the colour scheme of the desktop; it is listened to for as long as this theme lives.
    public Theme(ObservableValue<Boolean> systemIsDark) {
        dark.bind(
                choice.flatMap(
                        chosen ->
                                chosen == Choice.SYSTEM
                                        ? systemIsDark
                                        : new SimpleObjectProperty<>(chosen == Choice.DARK)));
    }

    /// Makes the bundled fonts known to JavaFX, so that every system draws the same. Call once, before the first
    /// scene; throws if a font is missing from the build.
    public static void loadFonts() {
        for (var name : FONTS) {
            try (InputStream in = Theme.class.getResourceAsStream("fonts/" + name)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("font not in the build: " + name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// The base sheet in use, for `Application.setUserAgentStylesheet`: set before the first control exists, it keeps
    /// JavaFX from reading its own theme as well.
    public String userAgentStylesheet() {
        return dark.get() ? DARK : LIGHT;
    }

    /// Dresses the scene now and at each change, until the pin is closed. Menus, tool tips and other popups take the
    /// sheets from the window they belong to.
    public Pin apply(Scene scene) {
        scene.getStylesheets().setAll(SHEETS.stream().map(Theme::url).toList());
        ChangeListener<Boolean> onDark = (_, _, _) -> dress(scene);
        ChangeListener<Parent> onRoot = (_, _, _) -> dress(scene);
        dark.addListener(onDark);
        scene.rootProperty().addListener(onRoot);
        dress(scene);
        ByKeys.follow(scene);
        return () -> {
            dark.removeListener(onDark);
            scene.rootProperty().removeListener(onRoot);
        };
    }

    private void dress(Scene scene) {
        scene.setUserAgentStylesheet(userAgentStylesheet());
        var classes = scene.getRoot().getStyleClass();
        classes.remove(Css.DARK);
        if (dark.get()) {
            classes.add(Css.DARK);
        }
    }

    private static String url(String sheet) {
        var found = Theme.class.getResource(sheet);
        if (found == null) {
            throw new IllegalStateException("sheet not in the build: " + sheet);
        }
        return found.toExternalForm();
    }
}
