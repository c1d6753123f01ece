package io.pilothouse.ui.shell.quit;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// Asks before the program ends with something unsent; the default is to stay.
public final class QuitDialog {
    private static final double MOST_HEIGHT = 280;

    private final VBox view;
    private final Label title = Nodes.wrapped("", Css.TITLE);
    private final VBox lines = new VBox(8);
    private final Button stay;

    /// Asked when a person closes the window. While something has not gone out, says what will not happen, and stays.
    ///
    /// @param keep goes on with the window out of the way
    /// @param quit ends the program all the same
    /// @return whether the window may go at once
    public static boolean mayQuit(Workbench bench, Overlay overlay, Runnable keep, Runnable quit) {
        if (!overlay.mayClose()) {
            return false;
        }
        var unsent = Unsent.of(bench.commands().all());
        if (unsent.isEmpty()) {
            return true;
        }
        Runnable keepOn =
                () -> {
                    overlay.close();
                    keep.run();
                };
        var dialog = new QuitDialog(unsent, overlay::close, keepOn, quit);
        Runnable again = () -> dialog.show(Unsent.of(bench.commands().all()));
        var pin = bench.commands().observe(_ -> bench.fx().execute(again));
        overlay.show(dialog.view, dialog.stay::requestFocus, pin::close);
        return false;
    }

    private QuitDialog(List<Unsent> unsent, Runnable stay, Runnable keep, Runnable quit) {
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        this.stay = Nodes.button(Words.of("button.cancel"), "", stay);
        this.stay.setDefaultButton(true);
        this.stay.setCancelButton(true);
        view =
                Nodes.styled(
                        new VBox(
                                Nodes.styled(new HBox(title), Css.DIALOG_HEAD),
                                Nodes.styled(
                                        new VBox(
                                                12,
                                                Nodes.wrapped(Words.of("quit.words"), Css.MUTED),
                                                scroll),
                                        Css.DIALOG_BODY),
                                Nodes.styled(
                                        new HBox(
                                                Nodes.button(Words.of("quit.keep"), "", keep),
                                                Nodes.spring(),
                                                this.stay,
                                                Nodes.button(
                                                        Words.of("quit.quit"),
                                                        "",
                                                        quit,
                                                        Css.DANGER_FILL)),
                                        Css.DIALOG_FOOT)),
                        Css.DIALOG,
                        Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        show(unsent);
    }

    /// What stands there follows what happens meanwhile: a grace ends, a call goes out.
    private void show(List<Unsent> unsent) {
        title.setText(
                unsent.isEmpty()
                        ? Words.of("quit.none")
                        : Words.count("quit.title", unsent.size()));
        lines.getChildren().setAll(unsent.stream().map(QuitDialog::line).toList());
    }

    private static Node line(Unsent one) {
        return Nodes.styled(
                new VBox(
                        2,
                        Nodes.wrapped(Formats.oneLine(one.title()), Css.SEMI),
                        Nodes.wrapped(one.fate(), Css.MUTED)),
                Css.BOX,
                Css.SUBTLE);
    }
}
