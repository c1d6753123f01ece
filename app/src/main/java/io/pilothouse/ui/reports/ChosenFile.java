package io.pilothouse.ui.reports;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// Saves to a file that a person chooses.
final class ChosenFile implements ReportsView.Save {
    @Override
    public Optional<String> file(Window owner, String name, String text) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        var file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        try {
            Files.writeString(file.toPath(), text);
            return Optional.of(Words.of("notice.saved", Formats.oneLine(file.getPath())));
        } catch (IOException e) {
            return Optional.of(
                    Words.of("notice.not-saved", Formats.oneLine(String.valueOf(e.getMessage()))));
        }
    }
}
