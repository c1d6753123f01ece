package io.pilothouse.app;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Screens;
import io.pilothouse.ui.theme.Theme;

import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The whole program with its window over a home on disk, as a person starts it: accounts from the file, keys from the
/// vault, calls over sockets.
final class HomeWindow implements AutoCloseable {
    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final SimpleObjectProperty<Boolean> dark = new SimpleObjectProperty<>(false);
    private final Backstage backstage;
    private final Session session;
    private final Stage stage;

    HomeWindow(Path home) throws IOException {
        backstage =
                new Backstage(
                        Home.at(home), Optional.empty(), crashes::add, RunningRehearsal.SHORT);
        backstage.start();
        session = Fx.call(this::session);
        stage = Fx.call(this::stage);
        Fx.pulse();
    }

    private Session session() {
        Theme.loadFonts();
        var theme = new Theme(dark);
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        var made = new Session(backstage, new FxThread(crashes::add), theme, () -> {});
        theme.apply(new Scene(made.root(), 1280, 800));
        return made;
    }

    private Stage stage() {
        var made = new Stage();
        made.setScene(session.root().getScene());
        session.follow(made);
        made.show();
        return made;
    }

    Eyes eyes() {
        return new Eyes(stage.getScene());
    }

    Backstage backstage() {
        return backstage;
    }

    HomeWindow go(Kind kind) {
        Fx.run(() -> session.window().go(kind));
        Fx.pulse();
        return this;
    }

    /// Waits until these words are to be read.
    HomeWindow until(String words) {
        var eyes = eyes();
        Fx.await(words, () -> eyes.seen(words));
        return this;
    }

    /// Waits until these words are nowhere to be read any more.
    HomeWindow untilNot(String words) {
        var eyes = eyes();
        Fx.await("no more " + words, () -> !eyes.seen(words));
        return this;
    }

    /// In both looks, as `NAME-light` and `NAME-dark`.
    HomeWindow pictures(String name) {
        for (var look : List.of("light", "dark")) {
            Fx.run(() -> dark.set(look.equals("dark")));
            Fx.pulse();
            Screens.write(stage.getScene(), "states/" + name + "-" + look);
        }
        Fx.run(() -> dark.set(false));
        return this;
    }

    List<Throwable> crashes() {
        return crashes;
    }

    @Override
    public void close() {
        Fx.run(
                () -> {
                    stage.close();
                    session.close();
                });
    }
}
