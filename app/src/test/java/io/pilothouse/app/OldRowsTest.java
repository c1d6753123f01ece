package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How the table shows the rows of an account that can't be read, among those of one that can.
class OldRowsTest {
    private static final double READABLE = 4.5;

    @TempDir private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 800, Preferences.unkept()).open();
        rig.open("lab", "lab-east", "orange", Stage.DEVELOPMENT).pass(Duration.ofSeconds(60));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void thoseOfASignedOutAccountAreMutedAndSayTheirAge() {
        rig.roads.get("lab").fault =
                request -> {
                    // one list is refused first; the others are not asked for any more
                    if (request.template().endsWith("/instance-types")) {
                        throw new CloudException.Unauthorized(Refusal.NONE);
                    }
                };
        rig.pass(Duration.ofMinutes(10));

        assertThat(rows("lab")).isNotEmpty().allMatch(OldRowsTest::isMuted);
        assertThat(rows("team")).isNotEmpty().noneMatch(OldRowsTest::isMuted);
        assertThat(rows("lab").getFirst().getAccessibleHelp()).startsWith("Old: read ");
        rig.choose("eval-gh200");
        assertThat(rig.shows("Old: read ")).as("not of a row that is fresh").isFalse();
    }

    @Test
    void thoseOfAnUnreachableAccountAreMutedUntilItIsBack() {
        rig.roads.get("lab").fault =
                _ -> {
                    throw new CloudException.Unreachable(
                            CloudException.Unreachable.Cause.REFUSED, "refused");
                };
        rig.pass(Duration.ofMinutes(2));
        assertThat(rows("lab")).isNotEmpty().allMatch(OldRowsTest::isMuted);

        rig.roads.get("lab").fault = _ -> {};
        rig.pass(Duration.ofMinutes(2));
        assertThat(rows("lab")).isNotEmpty().noneMatch(OldRowsTest::isMuted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mutedIsStillReadable(boolean dark) {
        rig.roads.get("lab").fault =
                _ -> {
                    throw new CloudException.Unauthorized(Refusal.NONE);
                };
        rig.dark(dark).pass(Duration.ofMinutes(2)).picture("old-rows-" + (dark ? "dark" : "light"));

        var cells =
                rows("lab").stream()
                        .flatMap(r -> r.lookupAll(".table-cell").stream())
                        .map(c -> (TableCell<?, ?>) c)
                        .toList();
        assertThat(cells).isNotEmpty();
        for (var cell : cells) {
            assertThat(contrast(cell.getTextFill(), ground(cell))).isGreaterThan(READABLE);
            cell.lookupAll(".label").stream()
                    .map(l -> ((Label) l).getTextFill())
                    .forEach(p -> assertThat(contrast(p, ground(cell))).isGreaterThan(READABLE));
        }
    }

    private List<TableRow<Row>> rows(String account) {
        return Fx.call(
                () ->
                        rig.table().lookupAll(".table-row-cell").stream()
                                .map(OldRowsTest::row)
                                .filter(r -> r.getItem() != null && r.isVisible())
                                .filter(r -> r.getItem().account().id().equals(account))
                                .toList());
    }

    @SuppressWarnings("unchecked") // the one table of a screen
    private static TableRow<Row> row(Object node) {
        return (TableRow<Row>) node;
    }

    private static boolean isMuted(TableRow<Row> row) {
        return row.getStyleClass().contains("ph-stale");
    }

    private static Paint ground(TableCell<?, ?> cell) {
        var fills = ((Region) cell.getTableRow()).getBackground().getFills();
        return fills.getLast().getFill();
    }

    /// As WCAG 2 defines it.
    private static double contrast(Paint a, Paint b) {
        double one = luminance((Color) a);
        double other = luminance((Color) b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed())
                + 0.7152 * linear(c.getGreen())
                + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
