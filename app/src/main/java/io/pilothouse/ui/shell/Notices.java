package io.pilothouse.ui.shell;

import io.pilothouse.domain.Pin;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Notices in the lower right corner, at most four; the oldest quiet one gives way.
final class Notices {
    private static final int MOST = 4;
    private static final Duration QUIET = Duration.ofSeconds(6);

    private record Shown(Notice notice, Region view, Pin end) {}

    private final VBox view = Nodes.styled(new VBox(8), Css.NOTICES);
    private final Map<String, Shown> shown = new LinkedHashMap<>();
    private final Workbench bench;
    private int number;

    Notices(Workbench bench) {
        this.bench = bench;
        view.setPickOnBounds(false);
        view.setAlignment(Pos.BOTTOM_RIGHT);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(view, Pos.BOTTOM_RIGHT);
    }

    Region view() {
        return view;
    }

    void show(Notice notice) {
        var id = notice.id().isEmpty() ? "n" + number++ : notice.id();
        close(id);
        while (shown.size() >= MOST) {
            var oldest =
                    shown.entrySet().stream()
                            .filter(e -> !e.getValue().notice().loud())
                            .findFirst();
            close(oldest.map(Map.Entry::getKey).orElseGet(() -> shown.keySet().iterator().next()));
        }
        var box = draw(id, notice);
        Pin end =
                notice.loud()
                        ? () -> {}
                        : bench.timeline()
                                .after(QUIET, () -> bench.fx().execute(() -> closeIf(id, notice)));
        shown.put(id, new Shown(notice, box, end));
        view.getChildren().add(box);
    }

    void close(String id) {
        var old = shown.remove(id);
        if (old != null) {
            old.end().close();
            view.getChildren().remove(old.view());
        }
    }

    private void closeIf(String id, Notice notice) {
        var now = shown.get(id);
        if (now != null && now.notice().equals(notice)) {
            close(id);
        }
    }

    private Region draw(String id, Notice notice) {
        var text = Nodes.label(notice.text(), Css.MEDIUM);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(4, text);
        if (!notice.more().isEmpty()) {
            var more = Nodes.label(notice.more(), Css.MUTED, Css.SMALL);
            more.setWrapText(true);
            more.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(more);
        }
        var buttons = new HBox(8);
        notice.choice()
                .ifPresent(
                        c ->
                                buttons.getChildren()
                                        .add(
                                                Nodes.button(
                                                        c.text(),
                                                        "",
                                                        () -> {
                                                            close(id);
                                                            c.run().run();
                                                        },
                                                        Css.MINI)));
        notice.details()
                .ifPresent(
                        d ->
                                buttons.getChildren()
                                        .add(
                                                Nodes.button(
                                                        Words.of("button.copy-details"),
                                                        "clipboard",
                                                        () -> bench.clipboard().copy(d),
                                                        Css.MINI)));
        if (!buttons.getChildren().isEmpty()) {
            words.getChildren().add(buttons);
        }
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        var icon =
                switch (notice.tone()) {
                    case PLAIN -> Nodes.styled(Nodes.icon("info-circle"));
                    case GOOD -> Nodes.styled(Nodes.icon("check"), Css.OK);
                    case BAD -> Nodes.styled(Nodes.icon("exclamation-triangle"), Css.BAD);
                };
        var box =
                new HBox(
                        8,
                        icon,
                        words,
                        Nodes.iconButton(
                                "x",
                                Words.of("notice.close"),
                                () -> close(id),
                                Css.GHOST,
                                Css.MINI));
        box.setAlignment(Pos.TOP_LEFT);
        // the first line stands in the middle of the button beside it
        HBox.setMargin(icon, new Insets(5, 0, 0, 0));
        HBox.setMargin(words, new Insets(4, 0, 0, 0));
        return Nodes.styled(box, Css.NOTICE);
    }
}
