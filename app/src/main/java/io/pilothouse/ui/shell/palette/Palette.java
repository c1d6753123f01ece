package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;

import java.util.List;
import java.util.stream.Stream;

/// The palette of a window: follows all there is to be found, remembers what was chosen, and opens.
public final class Palette implements AutoCloseable {
    private final Workbench bench;
    private final Doors doors;
    private final Overlay overlay;
    private final ResourceIndex index;
    private final Recents recents;

    /// @param preferences keep what was chosen for the next run
    public Palette(Workbench bench, Doors doors, Overlay overlay, Preferences preferences) {
        recents =
                new Recents(
                        preferences.now().recents(),
                        ids -> preferences.change(p -> p.withRecents(ids)));
        this.bench = bench;
        this.doors = doors;
        this.overlay = overlay;
        index = new ResourceIndex(bench.store());
    }

    /// Opens it with nothing typed.
    public void open() {
        var model =
                new PaletteViewModel(
                        new Finder(index, bench.connections(), recents, doors),
                        new OfferEntries(bench, doors),
                        recents,
                        doors.commands(),
                        chosenRows(),
                        overlay::close);
        var view = new PaletteView(model);
        overlay.show(view.view(), view::focus, () -> {}, () -> !view.back());
        overlay.closeByClickBeside();
    }

    /// Every command there is just now: what can be done with the chosen rows, what can be made, and the window's own.
    public List<Entry> everything() {
        var actions = new OfferEntries(bench, doors);
        return Stream.of(actions.chosen(), actions.creating(), doors.commands())
                .flatMap(List::stream)
                .toList();
    }

    private String chosenRows() {
        var rows = doors.chosen().stream().findFirst().map(o -> o.targets()).stream().toList();
        if (rows.isEmpty()) {
            return "";
        }
        var targets = rows.getFirst();
        return targets.size() == 1
                ? Words.of(
                        "palette.section.chosen",
                        Formats.oneLine(targets.getFirst().resource().name()))
                : Words.of("table.selected", targets.size());
    }

    @Override
    public void close() {
        index.close();
    }
}
