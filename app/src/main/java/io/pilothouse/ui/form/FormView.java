package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.ui.form.diff.DiffView;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The fields of a form in one or two columns, in their order, without those that are not asked now. What holds a form
/// of its own, or code, stands across all columns.
public final class FormView {
    static final String FAULTY_FIELD = "ph-form-faulty-field";
    static final String LINE = "ph-form-line";
    static final String STACK = "ph-form-stack";
    static final String WHOLE = "ph-form-whole";
    static final String CODE = "ph-form-code";

    /// A line of no more characters needs less room.
    private static final int SHORT = 16;

    private final GridPane view = Nodes.styled(new GridPane(), Css.FORM);
    private final List<FieldBox> boxes;
    private final int columns;
    private final boolean row;

    /// @param columns 1 or 2
    public FormView(List<FieldViewModel> fields, int columns) {
        this(fields, columns, false);
    }

    /// @param row all fields in one row without labels; one that is not asked now leaves its column empty
    FormView(List<FieldViewModel> fields, int columns, boolean row) {
        this.columns = columns;
        this.row = row;
        this.boxes = fields.stream().map(f -> new FieldBox(f, !row)).toList();
        if (row) {
            boxes.stream().filter(b -> !DiffView.isProse(b.model().name())).forEach(FieldBox::code);
        }
        view.getColumnConstraints()
                .setAll(
                        row
                                ? shares(fields.stream().map(FieldViewModel::input).toList())
                                : columns(columns));
        fields.forEach(f -> f.visibleProperty().addListener((_, _, _) -> place()));
        place();
    }

    /// The columns of a row of records: what is short has less.
    static List<ColumnConstraints> shares(List<Input> inputs) {
        var all = inputs.stream().mapToInt(FormView::share).toArray();
        double sum = Arrays.stream(all).sum();
        return Arrays.stream(all)
                .mapToObj(
                        s -> {
                            var column = new ColumnConstraints();
                            column.setPercentWidth(100 * s / sum);
                            return column;
                        })
                .toList();
    }

    private static int share(Input input) {
        return switch (input) {
            case Input.Line(_, var max) when max <= SHORT -> 3;
            case Input.Choose _, Input.Whole _, Input.Amount _, Input.Toggle _ -> 3;
            default -> 4;
        };
    }

    /// Columns of equal width.
    static List<ColumnConstraints> columns(int count) {
        return Stream.generate(ColumnConstraints::new)
                .limit(count)
                .peek(c -> c.setPercentWidth(100.0 / count))
                .toList();
    }

    /// The style sheet of forms, for a dialog's root and for each popup.
    public static void style(Parent root) {
        var sheet = Objects.requireNonNull(FormView.class.getResource("form.css"), "form.css");
        root.getStylesheets().add(sheet.toExternalForm());
    }

    public GridPane view() {
        return view;
    }

    /// What is said about a field, where its box is not drawn.
    public static Label problem(Problem problem) {
        return FieldBox.message(FieldBox.words(problem), problem.warning());
    }

    /// Puts the focus into that field, if it is one of these.
    public boolean focus(FieldViewModel field) {
        var box = boxes.stream().filter(b -> b.model() == field).findFirst();
        box.ifPresent(FieldBox::focus);
        return box.isPresent();
    }

    /// Says in an empty line what holds while nothing is filled in; does nothing for a field that is no line of these.
    public void prompt(String field, String text) {
        boxes.stream().filter(b -> b.model().name().equals(field)).forEach(b -> b.prompt(text));
    }

    /// As [FieldBox#belongsTo], of each field.
    void belongsTo(String record) {
        boxes.forEach(b -> b.belongsTo(record));
    }

    /// False where nothing is asked.
    public boolean focusFirst() {
        var first = boxes.stream().filter(b -> b.model().visibleProperty().get()).findFirst();
        first.ifPresent(FieldBox::focus);
        return first.isPresent();
    }

    private void place() {
        view.getChildren().clear();
        int n = 0;
        for (var box : boxes) {
            boolean shown = box.model().visibleProperty().get();
            if (shown || row) {
                boolean wide = !row && isWide(box.model().input());
                if (wide) {
                    n = Math.ceilDiv(n, columns) * columns;
                }
                box.view().setVisible(shown);
                GridPane.setValignment(box.view(), VPos.TOP);
                GridPane.setFillHeight(box.view(), false);
                view.add(box.view(), n % columns, n / columns, wide ? columns : 1, 1);
                n += wide ? columns : 1;
            }
        }
    }

    /// Takes a whole line of the form for itself: forms within the form, and code.
    private static boolean isWide(Input input) {
        return switch (input) {
            case Input.Code _, Input.Records _, Input.Nested _, Input.OneOf _ -> true;
            default -> false;
        };
    }
}
