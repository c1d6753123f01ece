package io.pilothouse.ui.kit.spoken;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;

/// A row of a table that says itself as a whole: what its first column says, and each other column's title and words. A
/// table goes from row to row, and JavaFX has no words for one.
public class SpokenRow<R> extends TableRow<R> {
    /// What stands in a cell without a value.
    private static final String NONE = "—";

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty()
                ? words()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String words() {
        var parts = new ArrayList<String>();
        for (var node : getChildrenUnmodifiable()) {
            if (node instanceof TableCell<?, ?> cell && cell.getTableColumn() != null) {
                var words = Spoken.of(cell);
                if (!words.isBlank() && !words.equals(NONE)) {
                    var title = cell.getTableColumn().getText();
                    parts.add(parts.isEmpty() ? words : title + " " + words);
                }
            }
        }
        return Spoken.joined(parts);
    }
}
