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

    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);

    private final SettingsFile file;
    private final Timeline timeline;
    private final Executor threads;
    private final Preferences preferences;
    private final Optional<Notice> notice;
    private Settings newest;
    private boolean unsaved;
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

    private synchronized void changed(Settings settings) {
        newest = settings;
        unsaved = true;
        wait.close();
        wait = timeline.after(CALM, () -> threads.execute(this::save));
    }

    private synchronized void save() {
        if (!unsaved) {
            return;
        }
        try {
            file.save(newest);
            unsaved = false;
        } catch (IOException e) {
            LOG.warn("the settings could not be saved", e);
        }
    }

    @Override
    public void close() {
        wait.close();
        save();
    }
}
