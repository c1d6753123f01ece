package io.pilothouse.app;

import io.pilothouse.desktop.Home;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The program without its window over the accounts of a home, for benchmarks.
public final class Windowless implements AutoCloseable {
    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final Backstage backstage;

    public Windowless(Path home) throws IOException {
        backstage = new Backstage(Home.at(home), Optional.empty(), crashes::add);
        backstage.start();
    }

    /// The account that is named first in the home's file.
    public Connection connection() {
        return backstage.connections().all().getFirst();
    }

    public Road road() {
        return backstage.roads().of(connection().account().id()).orElseThrow();
    }

    public Commands commands() {
        return backstage.commands();
    }

    public RequestJournal requests() {
        return backstage.requests();
    }

    public List<Throwable> crashes() {
        return crashes;
    }

    @Override
    public void close() {
        backstage.close();
    }
}
