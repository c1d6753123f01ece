package io.pilothouse.ui.shell.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Reach;
import io.pilothouse.domain.Json;
import io.pilothouse.sync.feed.Health.State;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.theme.Theme;

import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Accounts `cluster-1`, `cluster-2`, …, each with a use of `0.7/1 rps`, in a line of some width.
class StatusLineTest {
    private StatusLine line;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.run(
                () -> {
                    Theme.loadFonts();
                    var theme = new Theme(new SimpleBooleanProperty());
                    Application.setUserAgentStylesheet(theme.userAgentStylesheet());
                    line = new StatusLine();
                    var scene = new Scene(new Group(line), 1000, 100);
                    theme.apply(scene);
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private static AccountLine account(int n, State state, String trouble, String queue) {
        var account =
                new Account(
                        "c" + n,
                        "cluster-" + n,
                        "lambda-cloud",
                        Optional.empty(),
                        Account.Stage.DEVELOPMENT,
                        false,
                        "teal",
                        Map.of(),
                        Map.of(),
                        Json.obj(),
                        Reach.USUAL);
        return new AccountLine(
                account, 3, "0.7/1 rps", queue, "", state, trouble, "", "", "all: 1/1s");
    }

    private static List<AccountLine> well(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> account(n, State.GOOD, "", "2 queued"))
                .toList();
    }

    private static List<AccountLine> failing(List<AccountLine> all, int... which) {
        var lines = new ArrayList<>(all);
        for (int n : which) {
            lines.set(n - 1, account(n, State.FAILING, "unreachable 4 min", ""));
        }
        return lines;
    }

    private void show(int width, List<AccountLine> lines) {
        Fx.run(
                () -> {
                    line.setPrefWidth(width);
                    line.place(lines.stream().map(l -> new AccountPart(l, () -> {})).toList());
                });
        Fx.pulse();
        Fx.pulse();
    }

    private static Stream<Node> all(Node node) {
        return !node.isVisible()
                ? Stream.empty()
                : node instanceof Parent p
                        ? Stream.concat(
                                Stream.of(node),
                                p.getChildrenUnmodifiable().stream().flatMap(StatusLineTest::all))
                        : Stream.of(node);
    }

    private List<String> words() {
        return Fx.call(
                () ->
                        all(line)
                                .filter(Label.class::isInstance)
                                .map(n -> ((Label) n).getText())
                                .filter(text -> !text.isEmpty())
                                .toList());
    }

    private Button more() {
        return Fx.call(
                () ->
                        all(line)
                                .filter(Button.class::isInstance)
                                .map(Button.class::cast)
                                .filter(b -> b.getText().startsWith("+"))
                                .findFirst()
                                .orElseThrow());
    }

    /// Parts that reach into the next one or beyond the line, and words that are cut.
    private List<String> cut() {
        return Fx.call(
                () -> {
                    double end = 0;
                    var bad = new ArrayList<String>();
                    for (var part : line.getChildrenUnmodifiable()) {
                        var bounds = part.getBoundsInParent();
                        if (part.isVisible()
                                && (bounds.getMinX() < end || bounds.getMaxX() > line.getWidth())) {
                            bad.add(part.toString());
                        }
                        end = part.isVisible() ? bounds.getMaxX() : end;
                    }
                    all(line)
                            .filter(n -> n instanceof Label l && l.isTextTruncated())
                            .forEach(n -> bad.add(((Label) n).getText()));
                    return bad;
                });
    }

    @Test
    void whereThereIsRoomNothingIsDropped() {
        show(1440, well(4));
        assertThat(words()).contains("cluster-4", "0.7/1 rps", "· 2 queued");
        assertThat(cut()).isEmpty();
    }

    @Test
    void secondaryWordsGoFirst() {
        show(1000, well(4));
        assertThat(words()).contains("cluster-1", "cluster-4", "0.7/1 rps");
        assertThat(words()).filteredOn("· 2 queued"::equals).hasSizeLessThan(4);
    }

    @Test
    void longSecondaryWordsAreCutAndNothingElse() {
        var lines = new ArrayList<>(well(3));
        lines.set(0, account(1, State.GOOD, "", "9 queued ".repeat(90).strip()));
        show(1000, lines);
        assertThat(cut()).containsExactly("· " + "9 queued ".repeat(90).strip());
    }

    @Test
    void theNameOfTheLastOneLeftIsCut() {
        show(280, failing(well(2), 1));
        assertThat(cut()).containsExactly("cluster-1");
        assertThat(more().getText()).isEqualTo("+1");
    }

    @Test
    void thenWhatTheAccountsUse() {
        show(1000, failing(well(6), 6));
        assertThat(words())
                .contains("cluster-1", "cluster-6", "unreachable 4 min")
                .doesNotContain("0.7/1 rps");
        assertThat(cut()).isEmpty();
    }

    @Test
    void thenWholeAccountsStandBehindANumberTheWellOnesFirst() {
        show(1000, failing(well(13), 12, 13));
        assertThat(words())
                .contains("cluster-1", "cluster-12", "cluster-13", "unreachable 4 min")
                .doesNotContain("cluster-11");
        assertThat(cut()).isEmpty();
        long seen = words().stream().filter(w -> w.startsWith("cluster")).count();
        assertThat(more().getText()).isEqualTo("+" + (13 - seen));
    }

    @Test
    void pressingTheNumberNamesThemAll() {
        show(1000, well(13));
        var more = more();
        Fx.run(more::requestFocus);
        Fx.run(more::fire);
        assertThat(Fx.call(more.getTooltip()::isShowing)).isTrue();
        assertThat(more.getTooltip().getText())
                .contains("cluster-11 · 0.7/1 rps · 2 queued\ncluster-12");
        assertThat(more.getAccessibleText()).contains("cluster-13, 0.7/1 rps, 2 queued");
        Fx.run(more::fire);
        assertThat(Fx.call(more.getTooltip()::isShowing)).isFalse();
    }

    @Test
    void theNumberSaysHowManyOfThemFail() {
        show(1000, failing(well(13), IntStream.rangeClosed(1, 13).toArray()));
        var more = more();
        int hidden = Integer.parseInt(more.getText().replaceAll("\\+(\\d+).*", "$1"));
        assertThat(more.getText()).isEqualTo("+%d, %d failing".formatted(hidden, hidden));
        assertThat(more.getTooltip().getText()).contains("cluster-13 · 0.7/1 rps · unreachable");
        assertThat(cut()).isEmpty();
    }

    @Test
    void oneThatBeginsToFailComesOut() {
        show(1000, well(13));
        assertThat(words()).doesNotContain("cluster-13");
        show(1000, failing(well(13), 13));
        assertThat(words()).contains("cluster-13", "unreachable 4 min");
    }

    @Test
    void moreRoomBringsThemBack() {
        show(1000, well(8));
        assertThat(more().getText()).startsWith("+");
        Fx.run(() -> line.setPrefWidth(2400));
        Fx.pulse();
        Fx.pulse();
        assertThat(words()).contains("cluster-8", "0.7/1 rps");
        assertThat(cut()).isEmpty();
    }

    @Test
    void withoutAnAccountItSaysSo() {
        show(1000, List.of());
        assertThat(words()).containsExactly("No account");
    }
}
