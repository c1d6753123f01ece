package io.pilothouse.app;

import io.pilothouse.desktop.Home;
import io.pilothouse.desktop.HomeLock;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Theme;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// The JavaFX application: opens the window over a [Session], and another one when a person starts the rehearsal.
public final class PilothouseApp extends Application {
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    private final CrashGuard guard = new CrashGuard();
    private @Nullable HomeLock lock;
    private @Nullable Session session;

    @Override
    public void start(Stage stage) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> guard.accept(e));
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> guard.accept(e));
        var options = Options.parse(getParameters().getRaw());
        var home = home(options);
        var taken = HomeLock.take(home);
        if (taken.isEmpty()) {
            System.err.println(Words.of("app.second", home.folder()));
            Platform.exit();
            return;
        }
        lock = taken.get();
        var preferences = Platform.getPreferences();
        Theme.loadFonts();
        var theme = new Theme(preferences.colorSchemeProperty().map(s -> s == ColorScheme.DARK));
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        open(stage, home, options.rehearsal(), theme);
        for (int size : ICON_SIZES) {
            var icon =
                    PilothouseApp.class.getResourceAsStream(
                            "/io/pilothouse/app/icon/pilothouse-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.show();
        afterFirstFrame(options);
    }

    private void open(Stage stage, Home home, boolean rehearsing, Theme theme) throws IOException {
        var backstage =
                new Backstage(
                        home, rehearsing ? Optional.of(Backstage.DEMO) : Optional.empty(), guard);
        backstage.start();
        var opened =
                new Session(
                        backstage, new FxThread(guard), theme, () -> rehearse(stage, home, theme));
        session = opened;
        guard.sayWith(opened::say);
        var scene = new Scene(opened.window().root(), 1440, 900);
        var _ = theme.apply(scene);
        stage.setTitle(rehearsing ? Words.of("app.title.rehearsal") : Words.of("app.name"));
        stage.setScene(scene);
        opened.follow(stage);
    }

    private void rehearse(Stage stage, Home home, Theme theme) {
        if (session != null) {
            session.close();
        }
        try {
            open(stage, home.rehearsal(), true, theme);
        } catch (IOException e) {
            guard.accept(e);
        }
    }

    /// A rehearsal keeps its journal and its times apart from those of real accounts.
    private static Home home(Options options) throws IOException {
        var home = Home.at(options.home().orElseGet(Home::standard));
        var kept = options.rehearsal() ? home.rehearsal() : home;
        System.setProperty("pilothouse.logs", kept.logs().toString());
        return kept;
    }

    private static void afterFirstFrame(Options options) {
        if (!options.quitAfterFirstFrame()) {
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 3) {
                    stop();
                    long ms =
                            System.currentTimeMillis()
                                    - ManagementFactory.getRuntimeMXBean().getStartTime();
                    System.out.println("first frame after " + ms + " ms");
                    Platform.exit();
                }
            }
        }.start();
    }

    @Override
    public void stop() throws IOException {
        if (session != null) {
            session.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
