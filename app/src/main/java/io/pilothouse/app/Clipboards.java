package io.pilothouse.app;

import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.work.Timeline;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The system's clipboard. A secret is taken off it 20 s after it was copied last, and at quit, when it is still there.
/// For the FX thread.
final class Clipboards implements Clips, AutoCloseable {
    private static final Duration KEEP = Duration.ofSeconds(20);

    private final Timeline timeline;
    private final Executor fx;
    private Secret last = Secret.of("");
    private int copies;

    Clipboards(Timeline timeline, Executor fx) {
        this.timeline = timeline;
        this.fx = fx;
    }

    @Override
    public void copy(String text) {
        put(text);
    }

    @Override
    public void copy(Secret secret) {
        last = secret;
        put(secret.reveal());
        int mine = ++copies;
        var _ = timeline.after(KEEP, () -> fx.execute(() -> over(mine)));
    }

    /// A copy's time is over; another one made since has a time of its own.
    private void over(int copy) {
        if (copy == copies) {
            clear(last);
        }
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void clear(Secret secret) {
        var clipboard = Clipboard.getSystemClipboard();
        if (!secret.isEmpty()
                && clipboard.hasString()
                && secret.equals(Secret.of(clipboard.getString()))) {
            clipboard.clear();
        }
    }

    @Override
    public void close() {
        clear(last);
    }
}
