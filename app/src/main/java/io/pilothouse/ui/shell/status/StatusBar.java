package io.pilothouse.ui.shell.status;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The bottom line: each account's mark, meter, use and health; the queue gives way first when there is no room.
public final class StatusBar {
    private final HBox view = Nodes.styled(new HBox(), Css.STATUSBAR);
    private final StatusViewModel model;
    private final Map<String, AccountPart> parts = new HashMap<>();
    private List<String> placed = List.of();
    private final Consumer<String> signIn;

    public StatusBar(StatusViewModel model, Consumer<String> signIn) {
        this.model = model;
        this.signIn = signIn;
        model.lines().addListener((ListChangeListener<AccountLine>) _ -> draw());
        draw();
    }

    public Region view() {
        return view;
    }

    /// Where the accounts are the same ones only the words of their parts change.
    private void draw() {
        var ids = model.lines().stream().map(l -> l.account().id()).toList();
        parts.keySet().retainAll(ids);
        for (var line : model.lines()) {
            parts.computeIfAbsent(
                            line.account().id(), id -> new AccountPart(() -> signIn.accept(id)))
                    .show(line);
        }
        if (view.getChildren().isEmpty() || !placed.equals(ids)) {
            place(ids);
            placed = ids;
        }
    }

    private void place(List<String> ids) {
        var all = new ArrayList<Node>();
        for (var id : ids) {
            if (!all.isEmpty()) {
                all.add(Nodes.styled(new Region(), Css.VLINE));
            }
            Optional.ofNullable(parts.get(id)).ifPresent(part -> all.add(part.view()));
        }
        if (all.isEmpty()) {
            all.add(Nodes.label(Words.of("status.none"), Css.MUTED));
        }
        view.getChildren().setAll(all);
    }
}
