package io.pilothouse.app.trouble;

import io.pilothouse.history.HistoryException;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.kit.act.Notice.Tone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says once that the disk refuses what is to be kept, for as long as it does, and once that it takes it again.
public final class DiskTrouble {
    private final Path home;
    private final Supplier<Optional<HistoryException>> history;
    private final Supplier<Optional<IOException>> settings;
    private final Consumer<Notice> say;
    private Optional<String> said = Optional.empty();

    /// @param history why it can't be written just now
    /// @param settings why they can't be saved just now
    public DiskTrouble(
            Path home,
            Supplier<Optional<HistoryException>> history,
            Supplier<Optional<IOException>> settings,
            Consumer<Notice> say) {
        this.home = home;
        this.history = history;
        this.settings = settings;
        this.say = say;
    }

    /// Looks how things stand; to be called now and then, on one thread.
    public void look() {
        var now =
                history.get()
                        .map(e -> words("disk.refuses", String.valueOf(e.getMessage())))
                        .or(
                                () ->
                                        settings.get()
                                                .map(
                                                        e ->
                                                                words(
                                                                        "disk.refuses.settings",
                                                                        Problems.why(e))));
        if (now.equals(said)) {
            return;
        }
        said = now;
        say.accept(
                now.map(text -> notice(text, Tone.BAD, true))
                        .orElseGet(() -> notice(Words.of("disk.takes", home), Tone.GOOD, false)));
    }

    private String words(String key, String why) {
        return Words.of(key, home, Formats.oneLine(why));
    }

    private static Notice notice(String text, Tone tone, boolean stays) {
        return new Notice("disk", text, "", tone, stays, Optional.empty(), Optional.empty());
    }
}
