package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.export.TextFormat.Written;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Saves to a file that a person chooses, on a thread of its own.
public final class ChosenFile implements Save {
    private final Workbench bench;

    public ChosenFile(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public void file(Window owner, String name, Supplier<Written> text, Consumer<String> said) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        var file = chooser.showSaveDialog(owner);
        if (file != null) {
            bench.timeline()
                    .start(
                            "save-table",
                            () -> {
                                var words = save(file.toPath(), text.get());
                                bench.fx().execute(() -> said.accept(words));
                            });
        }
    }

    /// Writes it as a whole or not at all, and says in words which.
    static String save(Path chosen, Written written) {
        try {
            var file = Files.exists(chosen) ? chosen.toRealPath() : chosen.toAbsolutePath();
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, written.text()); // a pipe or a device
            } else {
                replace(file, written.text());
            }
            var name = Formats.oneLine(chosen.toString());
            return written.guarded() == 0
                    ? Words.of("notice.saved", name)
                    : Words.of("notice.saved", name) + ". " + guarded(written);
        } catch (IOException e) {
            return Words.of("notice.not-saved", Problems.why(e));
        }
    }

    /// How many texts stand there with an apostrophe in front.
    static String guarded(Written written) {
        return Words.count("export.guarded", written.guarded());
    }

    private static void replace(Path file, String text) throws IOException {
        var fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }
}
