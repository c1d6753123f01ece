package io.pilothouse.ui.shell.preset;

import io.pilothouse.domain.Resource;
import io.pilothouse.settings.Preset;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.shell.palette.Entry;

import java.util.Comparator;
import java.util.List;

/// A command for each preset whose action some account offers: it opens the form with what was kept, and sends nothing.
public final class PresetCommands {
    private PresetCommands() {}

    public static List<Entry> of(
            Preferences preferences, Connections connections, ActionDesk desk) {
        return preferences.now().presets().stream()
                .filter(p -> !Offer.creating(p.action(), connections).isEmpty())
                .map(p -> command(p, connections, desk))
                .toList();
    }

    private static Entry command(Preset preset, Connections connections, ActionDesk desk) {
        var words =
                Words.of(
                        "preset.begin",
                        Words.of("action." + preset.action()),
                        Formats.oneLine(preset.name()));
        return Entry.command(
                "create/preset/" + preset.action() + "/" + preset.name(),
                "bookmark",
                words,
                () -> desk.create(offers(preset, connections), preset.answers()));
    }

    /// The account and scope it was kept in come first.
    private static List<Offer> offers(Preset preset, Connections connections) {
        return Offer.creating(preset.action(), connections).stream()
                .sorted(Comparator.comparing(o -> !isOf(preset, o)))
                .toList();
    }

    private static boolean isOf(Preset preset, Offer offer) {
        return offer.connection().account().id().equals(preset.account())
                && offer.scope().map(Resource::id).orElse("").equals(preset.scope());
    }
}
