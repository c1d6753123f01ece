package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Input;
import io.pilothouse.ui.form.FieldBox.Editor;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Which editor an input has.
final class Editors {
    private Editors() {}

    static Editor of(FieldViewModel model) {
        return switch (model.input()) {
            case Input.Line _, Input.Name _, Input.Network _ -> TextEditors.line(model);
            case Input.Amount(var units) -> TextEditors.amount(model, units);
            case Input.Day _ -> TextEditors.day(model);
            case Input.Texts _ -> TextEditors.texts(model);
            case Input.Whole whole -> TextEditors.whole(model, whole);
            case Input.Code code -> TextEditors.code(model, code);
            case Input.Toggle _ -> TextEditors.toggle(model);
            case Input.Hidden _ -> TextEditors.hidden(model);
            case Input.Choose _ -> {
                var field = new ChoiceField(model);
                yield new Editor(field, field);
            }
            case Input.Records records -> new RecordsEditor(model, records).editor();
            case Input.OneOf _ -> oneOf(model);
            case Input.Nested _ -> nested(model);
        };
    }

    private static Editor nested(FieldViewModel model) {
        var form = new FormView(model.forms().getFirst().fields(), 1);
        form.view().getStyleClass().add("ph-form-nested");
        return new Editor(form.view(), form.view());
    }

    /// The names of the forms side by side, and below them the chosen one.
    private static Editor oneOf(FieldViewModel model) {
        var all = new ArrayList<Optional<FormViewModel>>();
        if (!model.required()) {
            all.add(Optional.empty());
        }
        model.forms().forEach(f -> all.add(Optional.of(f)));
        var segments =
                new Segments<>(all, Editors::name, model.formProperty().get(), model::chooseForm);
        var view = Nodes.styled(new VBox(segments.view()), FormView.STACK);
        var drawn = new IdentityHashMap<FormViewModel, FormView>();
        model.formProperty()
                .subscribe(
                        form -> {
                            view.getChildren().setAll(segments.view());
                            form.map(
                                            f ->
                                                    drawn.computeIfAbsent(
                                                            f, _ -> new FormView(f.fields(), 1)))
                                    .ifPresent(f -> view.getChildren().add(f.view()));
                        });
        return new Editor(view, segments.first());
    }

    private static String name(Optional<FormViewModel> form) {
        return form.map(f -> FieldBox.label(f.fields().getFirst().name()))
                .orElseGet(() -> Words.of("form.none"));
    }

    static void focus(FieldViewModel model, Editor editor) {
        var target =
                switch (model.input()) {
                    case Input.Nested _ ->
                            faulty(editor).or(() -> first(editor.view())).orElse(editor.focus());
                    case Input.Records _, Input.OneOf _ -> faulty(editor).orElse(editor.focus());
                    default -> editor.focus();
                };
        target.requestFocus();
    }

    private static Optional<Node> faulty(Editor editor) {
        return List.copyOf(editor.view().lookupAll("." + FormView.FAULTY_FIELD)).stream()
                .findFirst();
    }

    /// The first below it that takes the focus.
    private static Optional<Node> first(Node node) {
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(c -> first(c).stream())
                        .findFirst()
                : Optional.empty();
    }
}
