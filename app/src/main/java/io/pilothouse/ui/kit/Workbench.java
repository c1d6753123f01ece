package io.pilothouse.ui.kit;

import io.pilothouse.domain.Account;
import io.pilothouse.history.Transitions;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// All that a screen works with; made once by `app`, handed to every view-model.
///
/// @param roads by account
/// @param transitions what was seen of the rows; read from the disk
/// @param fx the one door to the FX thread
/// @param clipboard what is copied goes here
/// @param rehearsal all that is shown is a rehearsal
public record Workbench(
        Store store,
        Connections connections,
        Function<String, Optional<Road>> roads,
        Commands commands,
        RequestJournal requests,
        Transitions transitions,
        Timeline timeline,
        Door fx,
        Clips clipboard,
        boolean rehearsal) {

    /// The one door to the FX thread.
    @FunctionalInterface
    public interface Door extends Executor {
        /// Runs what nobody needs to know of while no window can be seen: then it waits until one is seen again, so that a
        /// hidden window draws nothing. Each task that waits is kept: who asks often asks once.
        default void whenSeen(Runnable task) {
            execute(task);
        }
    }

    public Optional<Account> account(String id) {
        return connections.of(id).map(Connection::account);
    }

    public Instant now() {
        return timeline.now();
    }

    /// Until the clock reaches the next multiple of this. What is drawn because time has passed is drawn at such moments,
    /// together: so an idle window draws seldom.
    public Duration untilNext(Duration step) {
        return untilNext(step, now());
    }

    /// As [#untilNext(Duration)], from this moment.
    public static Duration untilNext(Duration step, Instant now) {
        return Duration.ofMillis(step.toMillis() - now.toEpochMilli() % step.toMillis());
    }
}
