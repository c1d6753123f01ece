package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.Tally;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Says on every tab of the drawer that its row is older than it should be, why, and what helps; not there for a row that
/// is fresh.
final class StaleLine {
    private final Workbench bench;
    private final Label words = Nodes.label("", Css.WARN, Css.SMALL);
    private final Tooltip reason = new Tooltip();
    private final Button help;
    private final HBox view;
    private @Nullable Row row;

    /// @param help does what helps: reads again, or signs in
    StaleLine(Workbench bench, Consumer<Row> help) {
        this.bench = bench;
        this.help = Nodes.button("", "", () -> Optional.ofNullable(row).ifPresent(help), Css.LINK);
        this.help.setMinWidth(Region.USE_PREF_SIZE);
        words.setMinWidth(0);
        view = Nodes.styled(new HBox(words, Nodes.spring(), this.help), Css.DRAWER_BAR);
        view.setAlignment(Pos.CENTER_LEFT);
        Nodes.present(view, false);
    }

    Node view() {
        return view;
    }

    void show(Row current) {
        row = current;
        Nodes.present(view, current.stale());
        if (!current.stale()) {
            return;
        }
        var connection = bench.connections().of(current.account().id());
        var why = connection.flatMap(c -> Tally.why(feed(current), c));
        boolean signedOut =
                connection.filter(c -> c.health().state() == Health.State.SIGNED_OUT).isPresent();
        var old = current.oldness(bench.now());
        words.setText(why.map(w -> old + " · " + Problems.brief(w)).orElse(old));
        words.setTooltip(why.isPresent() ? reason : null);
        reason.setText(why.map(Problems::whole).orElse(""));
        help.setText(
                why.filter(_ -> signedOut)
                        .map(Problems::remedy)
                        .orElseGet(() -> Words.of("button.retry")));
        Nodes.present(help, why.isPresent());
    }

    /// It is not listed any more; nothing helps.
    ///
    /// @param at when that was seen
    void gone(Row current, Instant at) {
        row = current;
        words.setText(
                Words.of(
                        "drawer.gone",
                        Formats.oneLine(current.resource().name()),
                        Formats.time(at)));
        words.setTooltip(null);
        Nodes.present(help, false);
        Nodes.present(view, true);
    }

    private Snapshot feed(Row of) {
        var scope = of.resource().parent().map(Resource.Ref::id).orElse("");
        return bench.store().get(new FeedKey(of.account().id(), of.resource().type(), scope));
    }
}
