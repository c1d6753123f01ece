package io.pilothouse.app;

import io.pilothouse.app.trouble.NoStart;
import io.pilothouse.desktop.Home;
import io.pilothouse.desktop.HomeLock;
import io.pilothouse.desktop.SingleInstance;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Opens what is behind the window on a thread of its own, while JavaFX is still starting: the home with its lock, the
/// history, the accounts or the rehearsal.
final class Opening implements AutoCloseable {
    private final Options options;
    private final CrashGuard guard = new CrashGuard();
    private final CompletableFuture<Optional<Backstage>> opened = new CompletableFuture<>();
    private volatile Supplier<CompletionStage<Void>> toFront =
            () -> CompletableFuture.completedFuture(null); // a window is coming
    private @Nullable HomeLock lock;
    private @Nullable SingleInstance door;

    private Opening(Options options) {
        this.options = options;
    }

    /// What can't be opened is told by [#opened].
    static Opening begin(Options options) {
        var opening = new Opening(options);
        try {
            var home = home(options);
            run(opening.opened, () -> opening.first(home, opening.options.rehearsal()));
        } catch (IOException e) {
            opening.opened.completeExceptionally(new UncheckedIOException(e));
        }
        return opening;
    }

    /// Why there is nothing to show, in words.
    NoStart failed(Throwable why) {
        return NoStart.because(why, options.home().orElseGet(Home::standard), CrashGuard.code(why));
    }

    /// A rehearsal keeps its journal and its times apart from those of real accounts. The log's folder is named before
    /// anything is logged.
    private static Home home(Options options) throws IOException {
        var home = Home.at(options.home().orElseGet(Home::standard));
        var kept = options.rehearsal() ? home.rehearsal() : home;
        own(kept.logs());
        System.setProperty("pilothouse.logs", kept.logs().toString());
        return kept;
    }

    /// Made for its owner alone before the log makes it for everyone.
    private static void own(Path logs) {
        try {
            var _ = Home.at(logs);
        } catch (IOException e) {
            System.err.println(Words.of("app.no-log", logs, Problems.why(e)));
        }
    }

    private Optional<Backstage> first(Home home, boolean rehearsing) throws IOException {
        var taken = HomeLock.take(home);
        if (taken.isEmpty()) {
            if (!SingleInstance.knock(home)) {
                throw new IOException(Words.of("app.second"));
            }
            System.err.println(Words.of("app.second.front", home.folder()));
            return Optional.empty();
        }
        lock = taken.get();
        try {
            door =
                    SingleInstance.open(
                            home,
                            task -> Thread.ofVirtual().name("door").start(task),
                            () -> toFront.get());
        } catch (IOException e) {
            LoggerFactory.getLogger(Opening.class)
                    .warn("a second start can't bring this one to the front", e);
        }
        return Optional.of(backstage(home, rehearsing));
    }

    private Backstage backstage(Home home, boolean rehearsing) throws IOException {
        var backstage =
                new Backstage(
                        home, rehearsing ? Optional.of(Backstage.DEMO) : Optional.empty(), guard);
        backstage.start();
        return backstage;
    }

    /// What a second start does: it brings this one to the front.
    void onKnock(Supplier<CompletionStage<Void>> front) {
        toFront = front;
    }

    Options options() {
        return options;
    }

    CrashGuard guard() {
        return guard;
    }

    /// What is behind the first window; empty when another instance has the home.
    CompletableFuture<Optional<Backstage>> opened() {
        return opened;
    }

    /// What is behind a rehearsal within the home, which takes the place of the window's: the home itself is given free.
    /// Empty when another instance has the rehearsal, which comes to the front instead.
    CompletableFuture<Optional<Backstage>> rehearsal(Home home) {
        var next = new CompletableFuture<Optional<Backstage>>();
        run(
                next,
                () -> {
                    close();
                    return first(home.rehearsal(), true);
                });
        return next;
    }

    /// Gives the home free. All that was opened has been closed before.
    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    @FunctionalInterface
    private interface Work {
        Optional<Backstage> run() throws IOException;
    }

    private static void run(CompletableFuture<Optional<Backstage>> told, Work work) {
        Thread.ofPlatform()
                .name("opening")
                .start(
                        () -> {
                            try {
                                told.complete(work.run());
                            } catch (IOException e) {
                                told.completeExceptionally(new UncheckedIOException(e));
                            } catch (RuntimeException | Error e) {
                                told.completeExceptionally(e);
                            }
                        });
    }
}
