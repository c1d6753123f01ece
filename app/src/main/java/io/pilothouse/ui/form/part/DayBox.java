package io.pilothouse.ui.form.part;

import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A day, typed as `2026-03-01` or taken from a calendar. What is typed stays as it is, also where it is no day.
public final class DayBox extends DatePicker {
    public DayBox() {
        setConverter(new Iso());
        setPrefWidth(160);
        setShowWeekNumbers(false);
        // the line within takes the focus in the picker's name
        getEditor().accessibleTextProperty().bind(accessibleTextProperty());
        getEditor()
                .textProperty()
                .addListener(
                        (_, _, typed) -> {
                            var day = day(typed);
                            if (day != null) {
                                setValue(day);
                            }
                        });
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 10 ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null; // not a day yet: it is being typed
        }
    }

    private static final class Iso extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        @SuppressWarnings("NullAway") // a picker takes a null for: no day
        public LocalDate fromString(String typed) {
            return day(typed);
        }
    }
}
