package io.pilothouse.app;

import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Pin;
import io.pilothouse.settings.Settings;
import io.pilothouse.settings.SettingsFile;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.work.Timeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Reads the settings before the window shows, writes them one second after the last change on a thread that may block,
/// and once more at quit.
final class SettingsKeeper implements AutoCloseable {
    static final Duration CALM = Duration.ofSeconds(1);

    /// After a disk that refused is asked again.
    static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);

    private final SettingsFile file;
    private final Timeline timeline;
    private final Executor threads;
    private final Preferences preferences;
    private final Optional<Notice> notice;
    private Settings newest;
    private boolean unsaved;
    private volatile Optional<IOException> refusal = Optional.empty();
    private Pin wait = () -> {};

    SettingsKeeper(SettingsFile file, Timeline timeline, Executor threads) {
        this.file = file;
        this.timeline = timeline;
        this.threads = threads;
        var loaded = file.load();
        newest = loaded.settings();
        notice = loaded.notice();
        preferences = new Preferences(newest, this::changed);
    }

    Preferences preferences() {
        return preferences;
    }

    /// What a person is to be told of the file.
    Optional<Notice> notice() {
        return notice;
    }

    /// Why the newest settings are not on the disk; empty when they are, or are about to be.
    Optional<IOException> refusal() {
        return refusal;
    }

    private synchronized void changed(Settings settings) {
        newest = settings;
        unsaved = true;
        saveIn(CALM);
    }

    private synchronized void saveIn(Duration time) {
        wait.close();
        wait = timeline.after(time, () -> threads.execute(this::save));
    }

    private synchronized void save() {
        if (!unsaved) {
            return;
        }
        try {
            file.save(newest);
            unsaved = false;
            refusal = Optional.empty();
        } catch (IOException e) {
            if (refusal.isEmpty()) {
                LOG.warn("the settings could not be saved", e);
            }
            refusal = Optional.of(e);
            saveIn(AGAIN);
        }
    }

    @Override
    public synchronized void close() {
        save();
        wait.close();
    }
}
