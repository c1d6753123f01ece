package io.pilothouse.ui.resources.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The relations of a disk to the machines that have it, while the lists are read again.
class RelationsPageTest {
    private static final Resource DATA = Fleet.disk("data");

    @TempDir private Path folder;

    private final List<Runnable> drawings = new ArrayList<>();
    private Fleet fleet;
    private Drawer drawer;
    private Stage stage;
    private Pin shown;

    @BeforeEach
    void open() {
        fleet = new Fleet(folder).open("team", "Team").open("lab", "Lab");
        machines("active", 12);
        fleet.has("team", "disk", DATA, Fleet.disk("other")).read();
        var account = fleet.bench().account("team").orElseThrow();
        var preferences = Preferences.unkept();
        preferences.change(p -> p.withChoice(Tab.CHOICE, Tab.RELATIONS.id()));
        Fx.run(
                () -> {
                    drawer =
                            new Drawer(
                                    bench(),
                                    Kind.VOLUME,
                                    preferences,
                                    _ -> {},
                                    _ -> {},
                                    (_, _) -> {},
                                    () -> {});
                    drawer.show(Row.fixed(account, DATA), List.of());
                    stage = new Stage();
                    stage.setScene(new Scene(drawer.view(), 320, 200));
                    stage.show();
                    shown = drawer.shown();
                });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
        fleet.close();
    }

    /// As the fleet's, but what is to be done on the FX thread waits until it is drawn.
    private Workbench bench() {
        var b = fleet.bench();
        return new Workbench(
                b.store(),
                b.connections(),
                b.roads(),
                b.commands(),
                b.requests(),
                b.transitions(),
                b.timeline(),
                drawings::add,
                b.clipboard(),
                b.rehearsal());
    }

    private void machines(String word, int count) {
        fleet.has(
                "team",
                "machine",
                IntStream.range(0, count)
                        .mapToObj(i -> Fleet.machine("m" + i, word))
                        .map(m -> m.with(Facts.VOLUMES, List.of(new Link("disk", "data"))))
                        .toArray(Resource[]::new));
    }

    private void draw() {
        var all = List.copyOf(drawings);
        drawings.clear();
        Fx.run(() -> all.forEach(Runnable::run));
        Fx.pulse();
    }

    private List<Hyperlink> links() {
        return Fx.call(
                () ->
                        drawer.view().lookupAll(".hyperlink").stream()
                                .map(Hyperlink.class::cast)
                                .toList());
    }

    private boolean says(String word) {
        return links().stream().allMatch(l -> l.getAccessibleText().contains(word));
    }

    private ScrollPane page() {
        return Fx.call(() -> (ScrollPane) drawer.view().lookup(".scroll-pane"));
    }

    @Test
    void onlyWhatIsRelatedToTheRowIsDrawnAgain() {
        fleet.has("lab", "machine", Fleet.machine("foreign", "active"));
        fleet.has("team", "token", Fleet.token("deploy", Fleet.NOW));
        fleet.has("team", "disk", DATA, Fleet.disk("third")).read();
        assertThat(drawings).isEmpty();

        machines("booting", 12);
        fleet.read();
        assertThat(drawings).hasSize(1);
        draw();
        assertThat(says("booting")).isTrue();
    }

    @Test
    void focusAndScrollStayWhereTheyAreWhileItIsDrawnAgain() {
        var fifth = links().get(5);
        Fx.run(fifth::requestFocus);
        Fx.pulse();
        var page = page();
        Fx.run(() -> page.setVvalue(0.5));
        Fx.pulse();
        var top = links().getFirst();
        double above = Fx.call(() -> above(page, top));
        assertThat(above).isNegative();

        machines("booting", 20);
        fleet.read();
        draw();

        assertThat(links()).hasSize(20).doesNotContain(fifth);
        assertThat(Fx.call(() -> stage.getScene().getFocusOwner()))
                .isEqualTo(links().get(5))
                .isNotEqualTo(fifth);
        var newTop = links().getFirst();
        assertThat(Fx.call(() -> above(page, newTop))).isEqualTo(above);
    }

    private static double above(ScrollPane page, Hyperlink link) {
        return page.sceneToLocal(link.localToScene(0, 0)).getY();
    }

    @Test
    void whatIsNotInFrontIsDrawnWhenItComesBack() {
        Fx.run(shown::close);
        machines("booting", 12);
        fleet.read();
        assertThat(drawings).as("it listens no more").isEmpty();
        assertThat(says("active")).isTrue();

        Fx.run(() -> shown = drawer.shown());
        assertThat(says("booting")).isTrue();
        machines("stopped", 12);
        fleet.read();
        draw();
        assertThat(says("stopped")).isTrue();
    }
}
