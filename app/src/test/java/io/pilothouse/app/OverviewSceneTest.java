package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.overview.chart.StepChart;

import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The overview and the account filter in the whole window, by keyboard and buttons; drawn to `target/screens/window`.
class OverviewSceneTest {
    @TempDir private Path folder;

    private Rig rig;

    @AfterEach
    void close() {
        rig.close();
    }

    private Rig open(int width, int height) {
        rig = new Rig(folder, width, height, Preferences.unkept());
        rig.open().open("lab", "lab-east", "orange", Stage.PRODUCTION);
        return rig.pass(Duration.ofSeconds(90)).goToOverview();
    }

    @Test
    void anHourOfItInBothLooks() {
        open(1440, 900).pass(Duration.ofMinutes(50));
        rig.roads.get("team").instances = OverviewSceneTest::twice;
        rig.pass(Duration.ofMinutes(40));
        rig.roads.get("lab").fault =
                _ -> {
                    throw new CloudException.Unreachable(
                            CloudException.Unreachable.Cause.TIMEOUT, "no route");
                };
        rig.pass(Duration.ofMinutes(9)).pass(Duration.ofSeconds(5));
        rig.pass(Duration.ofSeconds(5)).picture("overview-light").dark(true);
        rig.picture("overview-dark");
        assertThat(rig.shows("Needs attention")).isTrue();
        assertThat(rig.shows("lab-east: unreachable")).isTrue();
        assertThat(rig.shows("sweep-04 is unhealthy")).isTrue();
        var chart = rig.nodes(StepChart.class, _ -> true).getFirst();
        assertThat(Fx.call(chart::getAccessibleText)).startsWith("Burn rate of the last 24 h");
    }

    private static Json twice(Json list) {
        var more = new ArrayList<>(list.list());
        for (int i = 0; i < 3; i++) {
            more.add(list.list().getFirst().with("id", "more" + i).with("name", "sweep-1" + i));
        }
        return Json.of(List.copyOf(more));
    }

    @Test
    void inANarrowWindowTheThingsToDoComeFirst() {
        open(1000, 700).picture("overview-1000x700");
        assertThat(rig.shows("By account")).isTrue();
    }

    @Test
    void tabComesToWhatNeedsAPersonBeforeTheKinds() {
        open(1440, 900);
        var way = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            rig.press(KeyCode.TAB);
            var focused = rig.focused();
            way.add(String.valueOf(Fx.call(focused::getAccessibleText)));
        }
        assertThat(way.getFirst()).startsWith("Open: ");
        assertThat(way).anyMatch(name -> name.startsWith("Instances"));
    }

    @Test
    void aKindKeepsTheFocusWhenItsRowsHaveChanged() {
        open(1440, 900);
        var row =
                rig.nodes(
                                Button.class,
                                b ->
                                        String.valueOf(b.getAccessibleText())
                                                .startsWith("Instances, "))
                        .getLast();
        Fx.run(row::requestFocus);
        var before = Fx.call(row::getAccessibleText);
        rig.roads.get("team").instances = OverviewSceneTest::twice;
        rig.pass(Duration.ofMinutes(2));
        assertThat(rig.focused()).isSameAs(row);
        assertThat(Fx.call(row::getAccessibleText)).isNotEqualTo(before);
        rig.press(KeyCode.SPACE);
        assertThat(Fx.call(() -> rig.table().getAccessibleText())).isEqualTo("Instances");
    }

    @Test
    void anItemsVerbLeadsToItsDetails() {
        open(1440, 900).push("Open: sweep-04 is unhealthy").pass(Duration.ofSeconds(1));
        assertThat(rig.button("Close details")).isPresent();
        assertThat(rig.focused()).isInstanceOf(TableView.class);
        rig.press(KeyCode.LEFT, Rig.Mod.ALT);
        assertThat(rig.shows("Needs attention")).isTrue();
    }

    @Test
    void theFilterHoldsForTableSidebarAndBurnRateAndSaysSo() {
        open(1440, 900).go(Kind.INSTANCE);
        int all = rows();
        assertThat(rig.button("Accounts shown: All accounts 2")).isPresent();
        rig.press(KeyCode.K, Rig.Mod.CTRL);
        Fx.run(
                () ->
                        ((javafx.scene.control.TextField) rig.scene().getFocusOwner())
                                .setText("show only lab"));
        rig.press(KeyCode.ENTER).pass(Duration.ofSeconds(1));
        assertThat(rows()).isEqualTo(all / 2);
        assertThat(rig.button("Accounts shown: lab-east 1 of 2 accounts")).isPresent();
        assertThat(rig.preferences.now().accounts()).containsExactly("lab");
        rig.picture("filter-instances").push("Show all accounts").pass(Duration.ofSeconds(1));
        assertThat(rows()).isEqualTo(all);
    }

    private int rows() {
        return Fx.call(() -> rig.table().getItems().size());
    }

    @Test
    void aKindThatTheShownAccountHasNoneOfSaysWhose() {
        open(1440, 900);
        rig.roads.get("lab").instances = _ -> Json.of(List.of());
        rig.go(Kind.INSTANCE).pass(Duration.ofSeconds(30));
        rig.push("Accounts shown: All accounts 2");
        Fx.run(
                () ->
                        javafx.stage.Window.getWindows().stream()
                                .filter(w -> w instanceof javafx.scene.control.ContextMenu)
                                .map(w -> (javafx.scene.control.ContextMenu) w)
                                .findFirst()
                                .orElseThrow()
                                .getItems()
                                .getLast()
                                .fire());
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.shows("No instances in lab-east.")).isTrue();
    }

    @Test
    void whatWasOpenLastIsOpenAgain() {
        open(1000, 700);
        assertThat(rig.preferences.now().screen()).contains("overview");
        rig.close();
        rig = new Rig(folder, 1000, 700, rig.preferences).open();
        assertThat(rig.shows("Needs attention")).isTrue();
        rig.push("≈ " + burn()).pass(Duration.ofSeconds(1));
        assertThat(rig.shows("Burn rate")).isTrue();
    }

    private String burn() {
        return Fx.call(
                () ->
                        rig.nodes(
                                        javafx.scene.control.Button.class,
                                        b -> b.getText() != null && b.getText().contains("/h"))
                                .getFirst()
                                .getText()
                                .substring(2));
    }
}
