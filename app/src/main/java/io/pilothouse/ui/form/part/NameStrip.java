package io.pilothouse.ui.form.part;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.function.Consumer;

/// A line below a form that asks for the name of a preset.
public final class NameStrip {
    private final TextField name = new TextField();
    private final HBox view;
    private final Consumer<String> keep;
    private final Runnable over;

    /// @param keep told the name, once it is given
    /// @param over called when the line has gone
    public NameStrip(Consumer<String> keep, Runnable over) {
        this.keep = keep;
        this.over = over;
        name.setPromptText(Words.of("preset.name"));
        name.setAccessibleText(Words.of("preset.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        var save = Nodes.button(Words.of("preset.save"), "", this::save);
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        Button cancel = Nodes.button(Words.of("button.cancel"), "", this::end);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        save.setMinWidth(Region.USE_PREF_SIZE);
        var note = Nodes.label(Words.of("preset.note"), Css.FIELD_HINT);
        view = Nodes.styled(new HBox(8, name, note, cancel, save), Css.DIALOG_FOOT);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Nodes.present(view, false);
    }

    public Region view() {
        return view;
    }

    /// @param proposed the name that stands there at first
    public void ask(String proposed) {
        name.setText(proposed);
        Nodes.present(view, true);
        name.requestFocus();
        name.selectAll();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && name.equals(e.getTarget())) {
            e.consume();
            save();
        }
    }

    private void save() {
        if (!name.getText().isBlank()) {
            keep.accept(name.getText());
            end();
        }
    }

    public boolean isOpen() {
        return view.isVisible();
    }

    /// Puts the line away; so does Esc, which the dialog it stands in is asked about first.
    public void end() {
        Nodes.present(view, false);
        over.run();
    }
}
