package io.pilothouse.ui.shell.status;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The bottom line: each account's mark, meter, use and health; what gives way when there is
/// no room, the line knows.
public final class StatusBar {
    private final StatusLine line = new StatusLine();
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
        return line;
    }

    /// Where the accounts are the same ones only the words of their parts change.
    private void draw() {
        var ids = model.lines().stream().map(l -> l.account().id()).toList();
        parts.keySet().retainAll(ids);
        for (var each : model.lines()) {
            parts.computeIfAbsent(
                            each.account().id(),
                            id -> new AccountPart(each, () -> signIn.accept(id)))
                    .show(each);
        }
        if (!placed.equals(ids)) {
            line.place(ids.stream().flatMap(id -> Stream.ofNullable(parts.get(id))).toList());
            placed = ids;
        }
    }
}
