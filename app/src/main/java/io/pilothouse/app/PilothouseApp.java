package io.pilothouse.app;

import io.pilothouse.app.trouble.WayOut;
import io.pilothouse.desktop.Home;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// The JavaFX application: opens the window over a [Session], and another one when a person starts the rehearsal.
public final class PilothouseApp extends Application {
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256};

    /// JavaFX makes the application by itself and hands over nothing but strings: what was begun before it waits here.
    private static final AtomicReference<@Nullable Opening> BEGUN = new AtomicReference<>();

    private final Opening opening = Objects.requireNonNull(BEGUN.getAndSet(null));
    private final CrashGuard guard = opening.guard();
    private final FxThread fx = new FxThread(guard);

    /// Both are read at the end by another thread than JavaFX's.
    private volatile CompletableFuture<Optional<Backstage>> behind = opening.opened();

    private volatile @Nullable Session session;

    /// Starts JavaFX beside what is being opened already; returns at the end.
    static void launch(Opening begun) {
        BEGUN.set(begun);
        Application.launch(PilothouseApp.class);
    }

    /// The FX thread never waits for the disk: the window comes as soon as there is something to show in it.
    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> guard.accept(e));
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> guard.accept(e));
        WayOut.atEnd(this::end);
        OpaquePopups.mend();
        var preferences = Platform.getPreferences();
        Theme.loadFonts();
        var theme = new Theme(preferences.colorSchemeProperty().map(s -> s == ColorScheme.DARK));
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        opening.onKnock(() -> CompletableFuture.runAsync(() -> front(stage), fx));
        open(stage, theme, opening.opened());
    }

    /// Shows what is opened as soon as it is.
    private void open(Stage stage, Theme theme, CompletableFuture<Optional<Backstage>> opened) {
        behind = opened;
        var _ =
                opened.whenComplete(
                        (backstage, failure) ->
                                fx.execute(
                                        () -> {
                                            if (failure != null) {
                                                fail(stage, theme, failure);
                                            } else if (backstage.isEmpty()) {
                                                Platform.exit();
                                            } else {
                                                show(stage, theme, backstage.get());
                                            }
                                        }));
    }

    private static void front(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Says it where it can be seen, and ends when that was read.
    private void fail(Stage stage, Theme theme, Throwable why) {
        guard.accept(why);
        var said = opening.failed(why);
        System.err.println(said.line());
        if (opening.options().quitAfterFirstFrame()) {
            Platform.exit();
            return;
        }
        var scene = new Scene(said.view(Platform::exit));
        var _ = theme.apply(scene);
        stage.setTitle(Words.of("app.name"));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        icons(stage);
    }

    private static void icons(Stage stage) {
        for (int size : ICON_SIZES) {
            var icon =
                    PilothouseApp.class.getResource(
                            "/io/pilothouse/app/icon/pilothouse-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon.toExternalForm()));
            }
        }
    }

    private void show(Stage stage, Theme theme, Backstage backstage) {
        Session made;
        try {
            made =
                    new Session(
                            backstage, fx, theme, () -> rehearse(stage, theme, backstage.home()));
        } catch (RuntimeException e) {
            fail(stage, theme, e);
            return;
        }
        session = made;
        guard.sayWith(made::say);
        var scene = new Scene(made.root(), 1440, 900);
        var _ = theme.apply(scene);
        stage.setTitle(
                backstage.rehearsing() ? Words.of("app.title.rehearsal") : Words.of("app.name"));
        stage.setScene(scene);
        made.follow(stage);
        if (!stage.isShowing()) {
            stage.show();
            icons(stage);
            afterFirstFrame(opening.options());
        }
    }

    private void rehearse(Stage stage, Theme theme, Home home) {
        var before = session;
        if (before != null) {
            before.close();
            session = null;
            open(stage, theme, opening.rehearsal(home));
        }
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

    /// The system ends the program. JavaFX may be ending too, so nothing is asked of its thread.
    private void end() {
        var open = session;
        if (open != null) {
            open.end();
        } else if (behind.isDone() && !behind.isCompletedExceptionally()) {
            behind.join().ifPresent(Backstage::close);
        }
    }

    @Override
    public void stop() throws IOException {
        var open = session;
        if (open != null) {
            open.close();
        } else if (!behind.isCompletedExceptionally()) {
            behind.join().ifPresent(Backstage::close);
        }
        opening.close();
    }
}
