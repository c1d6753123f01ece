package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Pin;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Draws a page again when something is told, once for all that was told since: while the page can be seen. It is told
/// on any thread, and all else is done on the FX thread.
final class Redraw {
    private final Executor fx;
    private final Runnable draw;
    private final AtomicBoolean asked = new AtomicBoolean();
    private Optional<Pin> told = Optional.empty();

    Redraw(Executor fx, Runnable draw) {
        this.fx = fx;
        this.draw = draw;
    }

    /// Begins to listen, unless it does already.
    ///
    /// @param listen registers what is to be called when something has changed
    void begin(Function<Runnable, Pin> listen) {
        if (told.isEmpty()) {
            told = Optional.of(listen.apply(this::ask));
        }
    }

    /// Draws no more, also not what was asked for a moment ago.
    void end() {
        told.ifPresent(Pin::close);
        told = Optional.empty();
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            fx.execute(this::run);
        }
    }

    private void run() {
        asked.set(false);
        if (told.isPresent()) {
            draw.run();
        }
    }
}
