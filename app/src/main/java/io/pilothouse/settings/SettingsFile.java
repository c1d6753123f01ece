package io.pilothouse.settings;

import io.pilothouse.desktop.DurableFile;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Notice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// `settings.json`. For use by one thread at a time.
public final class SettingsFile {
    private static final int VERSION = 1;

    /// @param notice what a person is to be told: `settings.set-aside` (file, its new name), `settings.newer` (file, its
    ///     version, ours), `settings.no-access` (file); after the last two nothing is saved
    public record Loaded(Settings settings, Optional<Notice> notice) {}

    private final DurableFile file;
    private final InstantSource clock;
    private Json json = Json.obj();
    private boolean writable;

    /// @param clock names the time in the name of a file that is set aside
    public SettingsFile(Path path, InstantSource clock) {
        this.file = new DurableFile(path);
        this.clock = clock;
    }

    /// Reads the file; one that is missing, or that had to be set aside, gives the default.
    public Loaded load() {
        writable = false;
        json = Json.obj();
        try {
            var read = parse(file.read().orElse(new byte[0]));
            if (read.isEmpty()) {
                var name = file.setAside(clock.instant());
                writable = true;
                return loaded("settings.set-aside", file.path(), name.getFileName());
            }
            json = read.get();
        } catch (IOException e) {
            return loaded("settings.no-access", file.path());
        }
        long version = json.whole("version").orElse((long) VERSION);
        if (version > VERSION) {
            return loaded("settings.newer", file.path(), version, VERSION);
        }
        writable = true;
        return new Loaded(SettingsJson.read(json), Optional.empty());
    }

    private Loaded loaded(String key, Object... args) {
        return new Loaded(SettingsJson.read(json), Optional.of(Notice.of(key, args)));
    }

    /// Empty for what is no JSON object.
    private static Optional<Json> parse(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            var read = JsonText.parse(text.toString());
            return read.isAbsent() && content.length == 0
                    ? Optional.of(Json.obj())
                    : Optional.of(read).filter(j -> j instanceof Json.Obj);
        } catch (CharacterCodingException | JsonText.Malformed e) {
            return Optional.empty();
        }
    }

    /// Will [#save] write? Not before the file was loaded, and not over one that a newer version wrote or that could not
    /// be read.
    public boolean isWritable() {
        return writable;
    }

    /// Written and synced when this returns. Does nothing when the file is not writable: its notice has been given.
    ///
    /// @throws IOException the old settings still stand in the file
    public void save(Settings settings) throws IOException {
        if (!writable) {
            return;
        }
        var version = json.at("version").isAbsent() ? Json.obj("version", VERSION) : Json.obj();
        for (var member : json.fields().entrySet()) {
            version = version.with(member.getKey(), member.getValue());
        }
        var now = SettingsJson.write(settings, version);
        file.save(JsonText.pretty(now) + "\n");
        json = now;
    }
}
