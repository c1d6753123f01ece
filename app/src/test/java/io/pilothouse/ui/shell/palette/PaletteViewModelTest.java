package io.pilothouse.ui.shell.palette;

import static io.pilothouse.ui.shell.palette.PaletteStage.disk;
import static io.pilothouse.ui.shell.palette.PaletteStage.machine;
import static io.pilothouse.ui.shell.palette.PaletteStage.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.ui.shell.palette.PaletteViewModel.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class PaletteViewModelTest {
    private static final String KILL = "action.kill…";

    private final PaletteStage stage = new PaletteStage();

    @Test
    void atFirstThereAreTheActionsOfTheChosenRowsAndTheCommands() {
        stage.has("team", "machine", machine("web-1")).choose(machine("web-1"));
        assertThat(lines(stage.open()))
                .containsExactly(
                        "# chosen rows",
                        "Show details",
                        "action.restart",
                        KILL,
                        "action.rules",
                        "# Commands",
                        "Go to volumes",
                        "Refresh",
                        "Theme: dark",
                        "action.launch…",
                        "action.launch…");
    }

    @Test
    void rowsAreFoundByNameIdAndAddressAndEnterShowsThem() {
        stage.has("team", "machine", machine("web-1", "10.0.0.7"), machine("db-1"))
                .has("lab", "disk", disk("web-data"));
        var palette = stage.open();
        palette.queryProperty().set("web");
        assertThat(lines(palette)).containsExactly("# Resources", "web-1", "web-data");
        palette.queryProperty().set("id-of-web-1");
        assertThat(lines(palette)).containsExactly("# Resources", "web-1");
        palette.queryProperty().set("10.0.0.7");
        assertThat(lines(palette)).containsExactly("# Resources", "web-1");
        assertThat(palette.hit(1).orElseThrow().note())
                .containsExactly(new Piece("10.0.0.7", true));
        palette.run();
        assertThat(stage.done).containsExactly("closed", "instance team id-of-web-1");
    }

    @Test
    void theSectionWithTheBestAnswerStandsFirst() {
        stage.has("team", "machine", machine("preferred"), machine("r-e-f"));
        var palette = stage.open();
        palette.queryProperty().set("ref");
        assertThat(lines(palette))
                .startsWith("# Commands", "Refresh", "# Resources", "preferred", "r-e-f");
    }

    @Test
    void scatteredLettersStandBelowEveryBetterAnswerOfAnySection() {
        stage.has("team", "machine", machine("ref"), machine("r-e-f"), machine("xref"));
        var palette = stage.open();
        palette.queryProperty().set("ref");
        assertThat(lines(palette))
                .startsWith(
                        "# Resources",
                        "ref",
                        "xref",
                        "# Commands",
                        "Refresh",
                        "# Resources",
                        "r-e-f");
    }

    @Test
    void whatDestroysBringsNothingToTheFrontThatAnswersLess() {
        stage.has("team", "machine", machine("web-1"), machine("skill")).choose(machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set("kill");
        assertThat(lines(palette)).containsExactly("# Resources", "skill", "# chosen rows", KILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "kill", "action.kill…", "rules", "action.rules", "l", ""})
    void whatDestroysOrReplacesIsNeverTheFirst(String typed) {
        stage.has("team", "machine", machine("web-1")).choose(machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set(typed);
        var first = palette.hit(palette.chosenProperty().get()).orElseThrow();
        assertThat(first.entry().destroys()).isFalse();
        assertThat(palette.chosenProperty().get()).isEqualTo(1);
        // nor is it at its row's second level
        palette.queryProperty().set("@web");
        palette.into();
        palette.queryProperty().set(typed);
        assertThat(palette.hit(0).map(h -> h.entry().destroys())).contains(false);
    }

    @Test
    void whatDestroysIsTheSecondOfWhatAnswersAlone() {
        stage.has("team", "machine", machine("web-1")).choose(machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set("kill");
        assertThat(lines(palette)).containsExactly("# chosen rows", "Show details", KILL);
        palette.move(1);
        palette.run();
        assertThat(stage.done).containsExactly("closed", "kill[web-1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit rules", "rules", "edit", "action.edit rules…"})
    void whatReplacesAndShowsAFormFirstIsTheFirstWhereItAnswersBest(String typed) {
        var ruleset = ruleset("web");
        stage.has("team", "ruleset", ruleset).choose(ruleset);
        var palette = stage.open();
        palette.queryProperty().set(typed);
        assertThat(lines(palette)).startsWith("# chosen rows", "action.edit rules…");
        palette.run();
        assertThat(stage.done).containsExactly("closed", "edit rules[web]");
    }

    @Test
    void whatIsOnlyInDetailsIsNotFound() {
        stage.has("team", "machine", machine("web-1")).choose(machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set("secret");
        assertThat(lines(palette)).isEmpty();
        palette.queryProperty().set("web");
        palette.into();
        assertThat(lines(palette)).doesNotContain("action.secret");
    }

    @Test
    void whatIsOffSaysWhyAndIsNotDone() {
        var gone = machine("web-1", Phase.GONE);
        stage.has("team", "machine", gone).choose(gone);
        var palette = stage.open();
        palette.queryProperty().set("restart");
        var hit = palette.hit(1).orElseThrow();
        assertThat(hit.entry().off()).contains("it-is-gone");
        palette.run();
        assertThat(stage.done).isEmpty();
    }

    @Test
    void anActionThatHasGoneOffMeanwhileIsHandedOnWithItsReason() {
        stage.has("team", "machine", machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set("web");
        palette.into();
        palette.queryProperty().set("restart");
        stage.has("team", "machine", machine("web-1", Phase.GONE));
        palette.run();
        assertThat(stage.done).containsExactly("closed", "restart[web-1]");
    }

    @Test
    void whatWasChosenLatelyComesFirstAmongEquals() {
        stage.has("team", "machine", machine("web-1"), machine("web-2"), machine("my-web"));
        choose("web-2");
        choose("my-web");
        var palette = stage.open();
        assertThat(lines(palette)).startsWith("# Resources", "my-web", "web-2", "# Commands");
        palette.queryProperty().set("web");
        assertThat(lines(palette)).containsExactly("# Resources", "web-2", "web-1", "my-web");
    }

    @Test
    void enterAloneDoesNotRepeatAnActionOnOtherRows() {
        stage.has("team", "machine", machine("web-1")).choose(machine("web-1"));
        choose("action.restart");
        assertThat(lines(stage.open())).startsWith("# chosen rows", "Show details");
    }

    @Test
    void theActionsOfARowAreASecondLevelFromWhichOneComesBack() {
        stage.has("team", "machine", machine("web-1"));
        var palette = stage.open();
        palette.queryProperty().set("web");
        assertThat(palette.into()).isTrue();
        assertThat(palette.aboutProperty().get()).isEqualTo("web-1");
        assertThat(palette.queryProperty().get()).isEmpty();
        assertThat(lines(palette))
                .containsExactly("Show details", "action.restart", KILL, "action.rules");
        assertThat(palette.into()).isFalse();
        assertThat(palette.back()).isTrue();
        assertThat(palette.queryProperty().get()).isEqualTo("web");
        assertThat(lines(palette)).containsExactly("# Resources", "web-1");
        assertThat(palette.back()).isFalse();
    }

    @Test
    void aCommandHasNoSecondLevel() {
        var palette = stage.open();
        palette.queryProperty().set("refresh");
        assertThat(palette.into()).isFalse();
        palette.run();
        assertThat(stage.done).containsExactly("closed", "refreshed");
    }

    @Test
    void somethingNewIsMadeInTheAccountThatIsChosenAndNotInOneThatIsReadOnly() {
        var palette = stage.open();
        palette.queryProperty().set("launch");
        assertThat(lines(palette)).hasSize(3);
        assertThat(palette.hit(1).flatMap(h -> h.entry().account()).orElseThrow().name())
                .isEqualTo("Team");
        assertThat(palette.hit(2).flatMap(h -> h.entry().off())).isPresent();
        palette.run(2);
        assertThat(stage.done).isEmpty();
        palette.run(1);
        assertThat(stage.done).containsExactly("closed", "create in team");
    }

    @Test
    void facetsNarrowTheRowsAndLeaveCommandsOut() {
        stage.has("team", "machine", machine("web-1"), machine("web-2", Phase.GONE))
                .has("lab", "machine", machine("web-3"))
                .has("lab", "disk", disk("web-4"));
        assertThat(found("state:active")).containsExactly("web-1", "web-3");
        assertThat(found("account:lab web")).containsExactly("web-3", "web-4");
        assertThat(found("kind:vol")).containsExactly("web-4");
        assertThat(found("!account:lab kind:instance")).containsExactly("web-1", "web-2");
        assertThat(found("@e")).hasSize(4);
        assertThat(found("> e")).isNotEmpty().noneMatch(name -> name.startsWith("web"));
    }

    @Test
    void whatIsGoneComesLastAmongEquals() {
        stage.has("team", "machine", machine("web-1", Phase.GONE), machine("web-2"));
        assertThat(found("web")).containsExactly("web-2", "web-1");
    }

    @Test
    void theRowsOfAnAccountThatIsClosedAreNotFound() {
        stage.has("team", "machine", machine("web-1"));
        stage.store.forget("team");
        assertThat(found("@")).isEmpty();
    }

    @Test
    void ofFiveThousandAtMostFiftyAreShownTheBestFirst() {
        stage.has(
                "team",
                "machine",
                IntStream.range(0, 5_000)
                        .mapToObj(i -> machine("node-" + i))
                        .toArray(Resource[]::new));
        var palette = stage.open();
        for (var typed : List.of("n", "no", "node-49")) {
            palette.queryProperty().set(typed);
            assertThat(palette.lines().stream().filter(l -> l instanceof Line.Found))
                    .as(typed)
                    .hasSizeLessThanOrEqualTo(Ranking.MOST)
                    .hasSizeGreaterThan(20);
        }
        assertThat(lines(palette)).startsWith("# Resources", "node-49", "node-490");
        assertThat(palette.aboutProperty().get()).isEqualTo("5 commands, 5,000 resources");
    }

    @Test
    void movingPassesHeadingsAndEndsAtTheEnds() {
        stage.has("team", "machine", machine("go"));
        var palette = stage.open();
        palette.queryProperty().set("go");
        assertThat(lines(palette))
                .containsExactly("# Resources", "go", "# Commands", "Go to volumes");
        palette.move(1);
        assertThat(palette.chosenProperty().get()).isEqualTo(3);
        palette.move(10);
        assertThat(palette.chosenProperty().get()).isEqualTo(3);
        palette.move(-10);
        assertThat(palette.chosenProperty().get()).isEqualTo(1);
        palette.queryProperty().set("no such thing");
        assertThat(palette.chosenProperty().get()).isEqualTo(-1);
        palette.run();
        assertThat(stage.done).isEmpty();
    }

    private void choose(String name) {
        var palette = stage.open();
        palette.queryProperty().set(name);
        palette.run();
    }

    private List<String> found(String typed) {
        var palette = stage.open();
        palette.queryProperty().set(typed);
        return lines(palette).stream().filter(l -> !l.startsWith("#")).toList();
    }

    private static List<String> lines(PaletteViewModel palette) {
        return palette.lines().stream()
                .map(
                        line ->
                                switch (line) {
                                    case Line.Heading(var words) -> "# " + words;
                                    case Line.Found(var hit) -> hit.entry().text();
                                })
                .toList();
    }
}
