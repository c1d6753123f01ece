package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.resources.ResourcesViewModel.Empty;
import io.pilothouse.ui.resources.ResourcesViewModel.Remedy;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.stream.Collectors;

/// What stands in place of rows: why there are none, and the way on.
final class NoRows {
    private NoRows() {}

    /// @param create makes the first one, where that is possible
    static Node because(
            Empty empty,
            ResourcesViewModel model,
            ActionDesk desk,
            Runnable clearFilter,
            Optional<Button> create) {
        var many = Words.of("kind." + model.kind().id() + ".many");
        var text =
                Nodes.label(
                        switch (empty) {
                            case NO_ACCOUNT -> Words.of("empty.no-account");
                            case LOADING -> Words.of("empty.loading", Words.inSentence(many));
                            case FILTERED -> Words.of("empty.filtered", model.total());
                            case FAILED -> Words.of("empty.failed", many);
                            case NONE, NOTHING -> none(model, Words.inSentence(many));
                        },
                        Css.MUTED);
        var box = new VBox(12, text);
        box.setAlignment(Pos.CENTER);
        box.setPickOnBounds(false);
        switch (empty) {
            case FILTERED ->
                    box.getChildren()
                            .add(Nodes.button(Words.of("button.clear-filter"), "", clearFilter));
            case FAILED -> box.getChildren().add(remedy(model, desk));
            case NONE -> {
                create.ifPresent(box.getChildren()::add);
                if (!model.accounts().shown().isAll()) {
                    box.getChildren()
                            .add(
                                    Nodes.button(
                                            Words.of("accounts.show-all"),
                                            "",
                                            model.accounts()::all));
                }
            }
            default -> {}
        }
        return box;
    }

    private static String none(ResourcesViewModel model, String many) {
        var shown = model.accounts().shown();
        if (shown.isAll()) {
            return Words.of("empty.none", many);
        }
        var names = shown.those().stream().map(a -> Formats.oneLine(a.name()));
        return Words.of("empty.none.shown", many, names.collect(Collectors.joining(", ")));
    }

    /// Reads again, or does what helps an account that is signed out.
    static Button remedy(ResourcesViewModel model, ActionDesk desk, String... styles) {
        var button =
                Nodes.button(
                        "",
                        "",
                        () -> {
                            var account = model.remedyProperty().get().account();
                            if (account.isEmpty()) {
                                model.refresh();
                            } else {
                                desk.signIn(account);
                            }
                        },
                        styles);
        button.textProperty().bind(model.remedyProperty().map(Remedy::words));
        return button;
    }
}
