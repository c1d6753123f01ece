package io.pilothouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.app.Rig;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class AccessibleNamesTest {
    @TempDir private Path folder;

    @Test
    void everythingThatTakesTheFocusHasAName() {
        try (var rig = new Rig(folder)) {
            assertThat(nameless(rig)).as("first run").isEmpty();
            rig.open();
            var lists =
                    List.of(
                            Kind.INSTANCE,
                            Kind.INSTANCE_TYPE,
                            Kind.IMAGE,
                            Kind.VOLUME,
                            Kind.FIREWALL,
                            Kind.SSH_KEY);
            for (var kind : lists) {
                rig.go(kind);
                var table = rig.table();
                Fx.run(() -> table.getSelectionModel().select(0));
                Fx.pulse();
                assertThat(nameless(rig)).as(kind.id()).isEmpty();
                rig.press(KeyCode.N, Rig.Mod.CTRL);
                assertThat(nameless(rig)).as("making a " + kind.id()).isEmpty();
                rig.press(KeyCode.ESCAPE);
            }
            rig.go(Kind.CAPACITY);
            assertThat(nameless(rig)).as("capacity").isEmpty();
            rig.go(Kind.INSTANCE).choose("eval-gh200").push("Raw");
            assertThat(nameless(rig)).as("raw").isEmpty();
            rig.lower("Activity");
            assertThat(nameless(rig)).as("activity").isEmpty();
            rig.push("Relations");
            assertThat(nameless(rig)).as("relations").isEmpty();
            rig.push("Activity");
            assertThat(nameless(rig)).as("activity of a row").isEmpty();
            Fx.run(() -> rig.table().requestFocus());
            rig.press(KeyCode.DELETE);
            assertThat(nameless(rig)).as("confirmation").isEmpty();
            rig.press(KeyCode.ESCAPE).press(KeyCode.F1);
            assertThat(nameless(rig)).as("keys").isEmpty();
            rig.press(KeyCode.ESCAPE).press(KeyCode.K, Rig.Mod.CTRL);
            assertThat(nameless(rig)).as("palette").isEmpty();
            rig.press(KeyCode.ESCAPE).open("lab", "Lab", "orange", Account.Stage.DEVELOPMENT);
            assertThat(nameless(rig.goToOverview())).as("overview and accounts").isEmpty();
        }
    }

    @Test
    void soHasAllThatComesWithProjectsAndReports() {
        try (var rig = new Rig(folder)) {
            rig.openProjects().go(Kind.PROJECT).choose("research");
            Fx.pulse();
            rig.push("action.rig.project.delete…");
            assertThat(nameless(rig)).as("a word to type").isEmpty();
            rig.press(KeyCode.ESCAPE).go(Kind.INSTANCE).press(KeyCode.N, Rig.Mod.CTRL);
            assertThat(nameless(rig)).as("a form with every input").isEmpty();
            rig.press(KeyCode.ESCAPE).goToReports().push("Show").pass(Duration.ofSeconds(1));
            assertThat(nameless(rig)).as("a report").isEmpty();
        }
    }

    /// As one goes through a list it is the line that is read, and as one goes through a table it is the row.
    @Test
    void everyLineAndRowSaysSomething() {
        try (var rig = new Rig(folder).openProjects()) {
            for (var kind : List.of(Kind.INSTANCE, Kind.PROJECT)) {
                rig.go(kind);
                Fx.pulse();
                assertThat(lines(rig)).as(kind.id()).isNotEmpty().allMatch(w -> !w.isBlank());
            }
            rig.goToReports().push("Show").pass(Duration.ofSeconds(1));
            assertThat(lines(rig)).as("report").isNotEmpty().allMatch(w -> !w.isBlank());
            rig.go(Kind.INSTANCE).choose("train-p1-1", "train-p1-2");
            rig.push("action.rig.vm.stop…");
            assertThat(lines(rig)).as("plan").isNotEmpty().allMatch(w -> !w.isBlank());
            rig.push("action.rig.vm.stop.verb").pass(Duration.ofSeconds(1));
            assertThat(lines(rig)).as("activity").anyMatch(w -> w.contains("stop train-p1-1"));
            assertThat(lines(rig)).allMatch(w -> !w.isBlank());
            rig.lower("Requests").press(KeyCode.K, Rig.Mod.CTRL);
            assertThat(lines(rig)).as("palette and requests").allMatch(w -> !w.isBlank());
        }
    }

    @Test
    void aRowIsReadWithItsStateAndTheTitlesOfItsColumns() {
        try (var rig = new Rig(folder).open()) {
            Fx.pulse();
            assertThat(lines(rig))
                    .anySatisfy(
                            words ->
                                    assertThat(words)
                                            .startsWith("eval-gh200, State active, ")
                                            .contains("Account Team GPU", "Type gpu_1x_gh200")
                                            .doesNotContain("—"));
        }
    }

    private static List<String> lines(Rig rig) {
        return Fx.call(
                () -> {
                    var all = new ArrayList<Node>();
                    collect(rig.scene().getRoot(), all);
                    return all.stream()
                            .filter(n -> n instanceof TableRow<?> || n instanceof ListCell<?>)
                            .filter(n -> !((IndexedCell<?>) n).isEmpty())
                            .map(n -> n.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .map(words -> words == null ? "" : words.toString())
                            .toList();
                });
    }

    @Test
    void aControlWithoutANameIsFound() {
        var found =
                Fx.call(
                        () -> {
                            var named = new TextField();
                            named.setAccessibleText("Filter");
                            var labelled = new TextField();
                            var label = new Label("Name");
                            label.setLabelFor(labelled);
                            return nameless(
                                    new HBox(
                                            new Button("Go"),
                                            new Button(),
                                            named,
                                            new TextField(),
                                            label,
                                            labelled));
                        });
        assertThat(found).hasSize(2);
    }

    private static List<String> nameless(Rig rig) {
        return Fx.call(() -> nameless(rig.scene().getRoot()));
    }

    private static List<String> nameless(Parent root) {
        var all = new ArrayList<Node>();
        collect(root, all);
        var labelled =
                all.stream()
                        .filter(n -> n instanceof Label l && l.getLabelFor() != null)
                        .map(n -> ((Label) n).getLabelFor())
                        .toList();
        return all.stream()
                .filter(Node::isFocusTraversable)
                .filter(n -> !(n instanceof ScrollPane))
                .filter(n -> !labelled.contains(n) && name(n).isBlank())
                .map(n -> n.getClass().getSimpleName() + " " + n.getStyleClass())
                .toList();
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null
                ? labeled.getText()
                : "";
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
