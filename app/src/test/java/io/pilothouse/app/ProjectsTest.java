package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.settings.Settings;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;

import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The window over an account whose resources are in projects, whose calls go on as operations, and which has a report.
class ProjectsTest {
    @TempDir private Path folder;

    private final List<Settings> kept = new ArrayList<>();
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1440, 900, new Preferences(Settings.DEFAULT, kept::add));
        rig.openProjects();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<String> names() {
        return Fx.call(
                () -> rig.table().getItems().stream().map(r -> r.resource().name()).toList());
    }

    private List<String> columns() {
        return Fx.call(() -> rig.table().getColumns().stream().map(TableColumn::getId).toList());
    }

    private ComboBox<Object> box(String name) {
        return rig.nodes(ComboBox.class, b -> name.equals(b.getAccessibleText())).stream()
                .reduce((_, last) -> last)
                .map(ProjectsTest::any)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // items are only counted and chosen by place
    private static ComboBox<Object> any(ComboBox<?> box) {
        return (ComboBox<Object>) box;
    }

    private Rig onlyProject(int place) {
        Fx.run(() -> box("Show only").getSelectionModel().select(place));
        return rig.pass(Duration.ofSeconds(1));
    }

    private Command newest() {
        return rig.commands.all().stream()
                .max((a, b) -> a.asked().at().compareTo(b.asked().at()))
                .orElseThrow();
    }

    @Test
    void eachRowSaysItsProjectAndOneProjectCanBeShownAlone() {
        rig.go(Kind.INSTANCE).picture("projects");
        assertThat(names()).hasSize(6);
        assertThat(columns()).containsSubsequence("account", "scope", "type");
        assertThat(rig.shows("research")).isTrue();

        onlyProject(2);
        assertThat(names()).containsExactlyInAnyOrder("train-p2-1", "train-p2-2", "train-p2-3");
        rig.go(Kind.VOLUME);
        assertThat(names()).as("on every screen").allMatch(n -> n.startsWith("data-p2"));
        assertThat(kept.getLast().scope()).contains("rig/rig.project/p2");

        onlyProject(0);
        assertThat(names()).hasSize(4);
        assertThat(kept.getLast().scope()).isEmpty();
    }

    @Test
    void theColumnOfTheProjectsStaysAsItIsOverARestart() {
        rig.go(Kind.INSTANCE);
        Fx.run(() -> scopeColumn().setVisible(false));
        rig.pass(Duration.ofSeconds(1)).close();

        rig =
                new Rig(
                        folder.resolve("next"),
                        1440,
                        900,
                        new Preferences(kept.getLast(), kept::add));
        rig.openProjects().go(Kind.INSTANCE);
        assertThat(columns()).containsSubsequence("account", "scope", "type");
        assertThat(Fx.call(() -> scopeColumn().isVisible())).isFalse();
        assertThat(rig.shows("research")).isFalse();
    }

    private TableColumn<?, ?> scopeColumn() {
        return rig.table().getColumns().stream()
                .filter(c -> "scope".equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereOneProjectIsLeftNothingIsHiddenBehindAChoiceThatCannotBeSeen() {
        rig.open().go(Kind.INSTANCE);
        onlyProject(2);
        assertThat(names()).hasSize(3);
        rig.projects.projects.remove("p1");
        rig.pass(Duration.ofMinutes(2));

        assertThat(names()).contains("train-p2-1", "eval-gh200").doesNotContain("train-p1-1");
    }

    @Test
    void kindsWithoutProjectsHaveNoColumnAndNoFilterForThem() {
        rig.go(Kind.PROJECT);
        assertThat(columns()).doesNotContain("scope");
        assertThat(rig.nodes(ComboBox.class, b -> "Show only".equals(b.getAccessibleText())))
                .isEmpty();
    }

    @Test
    void countsInTheSidebarAreOverAllProjects() {
        assertThat(rig.button("Volumes, 4")).isPresent();
        assertThat(rig.button("Usage")).isPresent();
        assertThat(rig.button("SSH keys")).as("no account has them").isEmpty();
    }

    @Test
    void whatIsMadeNewIsMadeInTheProjectThatIsShown() {
        rig.go(Kind.INSTANCE);
        onlyProject(2).press(KeyCode.N, Rig.Mod.CTRL).picture("project-form");
        assertThat(rig.shows("serving")).isTrue();
        fill("name", "web");
        fill("size", "2TiB");
        fill("until", "2026-12-24");
        fill("ports", "22, 8000-8080,");
        fill("port", "80");
        rig.push("action.rig.vm.create").pass(Duration.ofSeconds(2));

        var request = rig.projects.sent.stream().filter(r -> r.method().equals("POST")).findFirst();
        assertThat(request.orElseThrow().path(v -> v)).isEqualTo("/projects/p2/vms");
        var body = request.orElseThrow().body();
        assertThat(body.word("size")).isEqualTo("2TiB");
        assertThat(body.word("until")).isEqualTo("2026-12-24");
        assertThat(body.texts("ports")).containsExactly("22", "8000-8080");
        assertThat(body.whole("health_check", "port")).contains(80L);
    }

    @Test
    void anotherProjectIsChosenInTheFormAndWhatCanBeChosenThereIsIts() {
        rig.go(Kind.INSTANCE).press(KeyCode.N, Rig.Mod.CTRL);
        fill("name", "web");
        fill("size", "1GiB");
        fill("port", "80");
        Fx.run(() -> box("Account").getSelectionModel().select(1));
        Fx.pulse();
        rig.push("action.rig.vm.create").pass(Duration.ofSeconds(2));
        assertThat(rig.projects.sent("POST", "/vms")).containsExactly("/projects/p2/vms");

        rig.press(KeyCode.N, Rig.Mod.CTRL);
        assertThat(Fx.call(() -> box("Account").getSelectionModel().getSelectedIndex()))
                .as("where something was made last comes first")
                .isZero();
        assertThat(rig.shows("serving")).isTrue();
    }

    @Test
    void whatIsWrongWithTheNewInputsIsSaid() {
        rig.go(Kind.INSTANCE).press(KeyCode.N, Rig.Mod.CTRL);
        fill("size", "two");
        fill("until", "2026-02-30");
        fill("ports", "ssh");
        rig.push("action.rig.vm.create").picture("project-form-wrong");
        assertThat(rig.shows("A whole number and one of GiB, TiB")).isTrue();
        assertThat(rig.shows("A day such as 2026-03-01")).isTrue();
        assertThat(rig.projects.sent("POST", "/vms")).isEmpty();
    }

    /// Types into the line of a field, which is named by its words, where it has any.
    private void fill(String field, String text) {
        var name = Words.has("field." + field) ? Words.of("field." + field) : field;
        Fx.run(
                () ->
                        rig.nodes(TextField.class, f -> name.equals(f.getAccessibleText()))
                                .getFirst()
                                .setText(text));
        Fx.pulse();
    }

    @Test
    void aProjectIsDeletedOnlyFromItsDetailsAndWithItsNameTyped() {
        rig.go(Kind.PROJECT).choose("research");
        assertThat(deletes()).as("in the details, and no tool button").isEqualTo(1);
        rig.press(KeyCode.DELETE);
        assertThat(rig.shows("confirm")).as("no key for it").isFalse();

        rig.choose("research", "serving");
        assertThat(deletes()).as("nor for several").isZero();

        rig.choose("research").push("action.rig.project.delete…").picture("typed");
        assertThat(rig.shows("Type research to confirm")).isTrue();
        var sure = rig.button("action.rig.project.delete.verb").orElseThrow();
        assertThat(sure.isDisabled()).isTrue();
        fill("Type research to confirm", "research");
        assertThat(sure.isDisabled()).isFalse();
        rig.push("action.rig.project.delete.verb").pass(Duration.ofSeconds(10));
        assertThat(rig.projects.projects).containsOnlyKeys("p2");
        rig.go(Kind.INSTANCE);
        assertThat(names()).as("one project left").hasSize(3);
        assertThat(columns()).doesNotContain("scope");
    }

    /// Buttons that delete a project. What has just come into the window is drawn first.
    private int deletes() {
        Fx.pulse();
        Fx.pulse();
        return Fx.call(
                () -> rig.nodes(ButtonBase.class, b -> words(b).contains("project.delete")).size());
    }

    private static String words(ButtonBase button) {
        return button.getText() == null ? "" : button.getText();
    }

    @Test
    void aChainOfOperationsIsSeenStepByStep() {
        rig.go(Kind.INSTANCE).choose("train-p1-1").push("action.rig.vm.retype");
        rig.lower("Activity").pass(Duration.ofSeconds(15)).picture("chain");
        assertThat(newest().items())
                .extracting(Command.Item::state)
                .containsExactly(ItemState.FOLLOWING, ItemState.WAITING, ItemState.WAITING);

        rig.pass(Duration.ofMinutes(3));
        assertThat(newest().count(ItemState.DONE)).isEqualTo(3);
        assertThat(rig.projects.sent.stream().filter(r -> r.method().equals("PATCH")))
                .extracting(r -> r.values().getLast())
                .containsExactly("stop", "update", "start");
    }

    @Test
    void whatGoesOnIsCountedBesideWhatIsUsual() {
        rig.go(Kind.INSTANCE).choose("train-p1-1").push("action.rig.vm.retype");
        rig.lower("Activity").pass(Duration.ofSeconds(12));
        assertThat(rig.shows("11 s")).isTrue();
        assertThat(rig.shows("usually")).as("the first is like no other").isFalse();
        rig.pass(Duration.ofMinutes(3));

        rig.choose("train-p1-2").push("action.rig.vm.retype").pass(Duration.ofSeconds(1));
        assertThat(rig.shows("train-p1-2: going on")).as("in a notice").isTrue();
        assertThat(rig.shows("0 s · usually 25 s")).isTrue();
        rig.pass(Duration.ofSeconds(8)).picture("usual");
        assertThat(rig.shows("8 s · usually 25 s")).isTrue();
        rig.pass(Duration.ofSeconds(3));
        assertThat(rig.shows("11 s · usually 25 s")).isTrue();
    }

    @Test
    void rowsStandByAccountProjectAndNameWhicheverAccountWasReadFirst() {
        rig.open().go(Kind.INSTANCE);
        assertThat(names().subList(0, 7))
                .containsExactly(
                        "train-p1-1",
                        "train-p1-2",
                        "train-p1-3",
                        "train-p2-1",
                        "train-p2-2",
                        "train-p2-3",
                        "eval-gh200");
        Fx.run(() -> rig.connections.order(List.of("team", "rig")));
        rig.pass(Duration.ofSeconds(5));
        assertThat(names()).startsWith("eval-gh200").endsWith("train-p2-2", "train-p2-3");
    }

    @Test
    void operationsAreReadOnlyWhileTheirTableIsShown() {
        rig.pass(Duration.ofMinutes(3)).press(KeyCode.N, Rig.Mod.CTRL).pass(Duration.ofMinutes(1));
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.projects.sent("GET", "/operations")).isEmpty();

        rig.go(Kind.OPERATION);
        assertThat(names()).hasSize(2);
        assertThat(columns()).contains("state");
        rig.go(Kind.INSTANCE).pass(Duration.ofSeconds(5));
        int read = rig.projects.sent("GET", "/operations").size();
        rig.pass(Duration.ofMinutes(5));
        assertThat(rig.projects.sent("GET", "/operations")).hasSize(read);
    }

    @Test
    void aReportIsAskedDrawnAndSaved() {
        rig.goToReports().picture("report-form");
        assertThat(rig.projects.sent("GET", "/usage")).as("not before it is asked").isEmpty();
        rig.push("Show").pass(Duration.ofSeconds(1)).picture("report-light");
        rig.dark(true).picture("report-dark").dark(false);

        assertThat(rig.projects.sent("GET", "/usage")).hasSize(1);
        assertThat(rig.shows("52 rows")).isTrue();
        var chart = rig.nodes(StackedBarChart.class, _ -> true).getFirst();
        assertThat(Fx.call(() -> chart.getData().size())).as("types with GPUs").isEqualTo(3);
        assertThat(chart.getAccessibleText()).contains("GPU-hours").contains("2026-11-11");

        rig.push("GiB-hours");
        assertThat(Fx.call(() -> chart.getData().size())).isEqualTo(1);
        rig.push("Save as CSV…").push("Save as JSON…").push("Save the service's own file…");
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.saved.get("rig-usage.csv")).as("the newest").startsWith("day;gpu");
        assertThat(rig.saved.get("rig-usage.json")).contains("\"quantity\"");
    }

    @Test
    void aReportSaysWhatIsRelatedByItsName() {
        rig.goToReports().push("Show").pass(Duration.ofSeconds(1)).push("fact.rig.owner");
        rig.picture("report-names");
        assertThat(groups()).containsExactlyInAnyOrder("research", "serving");
        assertThat(rig.shows("research")).isTrue();

        rig.projects.projects.put("p1", "science");
        rig.go(Kind.PROJECT).pass(Duration.ofMinutes(2)).goToReports();
        assertThat(groups()).containsExactlyInAnyOrder("science", "serving");
        rig.push("Save as CSV…");
        assertThat(rig.saved.get("rig-usage.csv")).contains(",p1,").doesNotContain("research");
    }

    /// By which the bars are divided, as the legend says.
    private List<String> groups() {
        return Fx.call(
                () ->
                        rig.nodes(StackedBarChart.class, _ -> true).stream()
                                .<XYChart.Series<?, ?>>flatMap(
                                        c -> ((StackedBarChart<?, ?>) c).getData().stream())
                                .map(XYChart.Series::getName)
                                .toList());
    }

    @Test
    void aLambdaAccountHasNoneOfIt() {
        rig.close();
        rig = new Rig(folder.resolve("other")).open();
        assertThat(rig.button("Usage").filter(ButtonBase::isVisible)).isEmpty();
        assertThat(columns()).doesNotContain("scope");
        assertThat(rig.nodes(Label.class, l -> "Organisation".equals(l.getText()))).isEmpty();
    }
}
