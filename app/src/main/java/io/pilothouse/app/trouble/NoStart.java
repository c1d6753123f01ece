package io.pilothouse.app.trouble;

import io.pilothouse.history.HistoryException;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/// Why the program can't start, and what to do about it: in words for a window of its own and for the terminal, for who
/// started it from a menu sees no terminal.
public record NoStart(String title, String why, String help) {
    private static final double WIDTH = 520;

    /// @param home that was to be opened
    /// @param code of the crash, where it is none of the home's
    public static NoStart because(Throwable failure, Path home, String code) {
        var cause = failure.getCause();
        boolean wrapped =
                failure instanceof CompletionException || failure instanceof UncheckedIOException;
        if (wrapped && cause != null) {
            return because(cause, home, code);
        }
        return switch (failure) {
            case IOException e -> of(Problems.why(e), home);
            case HistoryException e -> of(String.valueOf(e.getMessage()), home);
            default -> new NoStart(Words.of("start.failed"), Words.of("crash.say", code), "");
        };
    }

    private static NoStart of(String why, Path home) {
        return new NoStart(
                Words.of("start.failed"),
                Words.of("start.failed.home", home, why),
                Words.of("start.failed.help"));
    }

    /// One line.
    public String line() {
        return String.join(" ", title + ":", why, help).strip();
    }

    /// The same for a window; the button ends the program.
    public Parent view(Runnable end) {
        var close = Nodes.button(Words.of("button.close"), "", end);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        var help = words(this.help, Css.MUTED);
        Nodes.present(help, !this.help.isEmpty());
        var view = new VBox(12, words(title, Css.TITLE), words(why), help, close);
        view.setAlignment(Pos.CENTER_LEFT);
        view.setPadding(new Insets(24));
        view.setPrefWidth(WIDTH);
        return view;
    }

    private static Label words(String text, String... styles) {
        return Nodes.wrapped(text, styles);
    }
}
