package io.pilothouse.app.trouble;

import org.slf4j.LoggerFactory;

import java.time.Duration;

/// What is still done when the system ends the program (SIGTERM, a logout): JavaFX is not stopped then, so nobody else
/// would write down what is pending.
public final class WayOut {
    /// A system that ends gives its programs few seconds.
    private static final Duration MOST = Duration.ofSeconds(5);

    private WayOut() {}

    /// @param last on a thread of its own; may come after, or beside, an ordinary end that does the same
    public static void atEnd(Runnable last) {
        Runtime.getRuntime().addShutdownHook(hook(last, MOST));
    }

    /// Leaves behind what takes longer.
    public static Thread hook(Runnable last, Duration most) {
        return Thread.ofPlatform().name("way out").unstarted(() -> run(last, most));
    }

    private static void run(Runnable last, Duration most) {
        var work = Thread.ofPlatform().daemon().name("closing").unstarted(() -> logged(last));
        work.start();
        try {
            if (!work.join(most)) {
                LoggerFactory.getLogger(WayOut.class)
                        .warn("not all was closed within {} s", most.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void logged(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(WayOut.class).error("not all was closed on the way out", e);
        }
    }
}
