package io.pilothouse.ui.form.part;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;

/// A number and its unit side by side. A unit that is typed behind the number is chosen instead, so that a size can be
/// pasted as it stands elsewhere.
public final class AmountBox extends HBox {
    private final List<String> units;
    private final StringProperty text = new SimpleStringProperty("");
    private final TextField number = new TextField();
    private final ComboBox<String> unit = new ComboBox<>();
    private boolean drawing;

    /// @param units at least one; the first is chosen at first
    /// @param unitName what the choice of the unit is for, in words
    public AmountBox(List<String> units, String unitName) {
        this.units = List.copyOf(units);
        number.setPrefColumnCount(8);
        unit.getItems().setAll(units);
        unit.setValue(units.getFirst());
        unit.setAccessibleText(unitName);
        unit.setMinWidth(Region.USE_PREF_SIZE);
        setSpacing(8);
        getChildren().setAll(number, unit);
        number.textProperty().addListener((_, _, typed) -> typed(typed));
        unit.valueProperty().addListener((_, _, _) -> tell());
        text.addListener((_, _, now) -> draw(now));
    }

    /// Number and unit as one text, `200GiB`; empty while there is no number.
    public StringProperty textProperty() {
        return text;
    }

    public TextField number() {
        return number;
    }

    private void typed(String typed) {
        var ending = drawing ? Optional.<String>empty() : unitOf(typed);
        if (ending.isPresent()) {
            unit.setValue(ending.get());
            number.setText(cut(typed, ending.get()));
        } else {
            tell();
        }
    }

    private void tell() {
        if (!drawing) {
            drawing = true;
            var typed = number.getText().strip();
            text.set(typed.isEmpty() ? "" : typed + unit.getValue());
            drawing = false;
        }
    }

    private void draw(String now) {
        if (drawing) {
            return;
        }
        drawing = true;
        var ending = unitOf(now);
        ending.ifPresent(unit::setValue);
        number.setText(ending.map(u -> cut(now, u)).orElse(now));
        drawing = false;
    }

    private Optional<String> unitOf(String typed) {
        return units.stream()
                .filter(u -> typed.strip().regionMatches(true, tail(typed, u), u, 0, u.length()))
                .filter(u -> typed.strip().length() > u.length())
                .findFirst();
    }

    private static int tail(String typed, String ending) {
        return typed.strip().length() - ending.length();
    }

    private static String cut(String typed, String ending) {
        return typed.strip().substring(0, tail(typed, ending)).strip();
    }
}
