package io.pilothouse.app;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Kind;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connection;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.theme.Theme;

import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The program with its window, its instances shown, for benchmarks.
public final class Windowed implements AutoCloseable {
    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final Backstage backstage;
    private final Session session;
    private final Stage stage;

    /// @param home whose accounts are opened
    public Windowed(Path home) throws IOException {
        backstage = new Backstage(Home.at(home), Optional.empty(), crashes::add);
        backstage.start();
        session =
                Fx.call(
                        () -> {
                            Theme.loadFonts();
                            var theme = new Theme(new SimpleBooleanProperty());
                            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
                            var made =
                                    new Session(
                                            backstage, new FxThread(crashes::add), theme, () -> {});
                            var scene = new Scene(made.root(), 1000, 800);
                            var _ = theme.apply(scene);
                            return made;
                        });
        stage =
                Fx.call(
                        () -> {
                            var made = new Stage();
                            made.setScene(session.window().root().getScene());
                            session.follow(made);
                            session.window().go(Kind.INSTANCE);
                            made.show();
                            return made;
                        });
    }

    public Stage stage() {
        return stage;
    }

    public List<Connection> connections() {
        return backstage.connections().all();
    }

    public Store store() {
        return backstage.store();
    }

    public List<Throwable> crashes() {
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
