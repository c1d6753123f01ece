package io.pilothouse.ui.overview;

import static io.pilothouse.testkit.Fleet.NOW;
import static io.pilothouse.testkit.Fleet.machine;
import static io.pilothouse.testkit.Fleet.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.standing.cost.CostKeeper;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.overview.attention.Concern;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.chart.Reach;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

class OverviewViewModelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private Fleet fleet;
    private AccountFilter filter;
    private CostKeeper costs;
    private OverviewViewModel model;
    private Pin shown;

    @BeforeEach
    void open() {
        start(NOW);
    }

    private void start(Instant when) {
        fleet = new Fleet(folder, when);
        filter = new AccountFilter(fleet.bench(), Preferences.unkept());
        costs = new CostKeeper(fleet.connections, fleet.store, fleet.history.costs(), fleet.time);
        model =
                new OverviewViewModel(
                        fleet.bench(), filter, costs, fleet.history.transitions(), BERLIN);
        shown = model.shown();
    }

    @AfterEach
    void close() {
        shown.close();
        model.close();
        filter.close();
        costs.close();
        fleet.close();
    }

    private void team(Resource... machines) {
        fleet.has("team", "machine", machines).open("team", "Team");
        pass(MINUTE);
    }

    private void now(String account, Resource... machines) {
        fleet.has(account, "machine", machines).read();
        pass(Duration.ofSeconds(2));
    }

    private void pass(Duration span) {
        fleet.pass(span);
        model.tick();
        fleet.pass(Duration.ofSeconds(1));
    }

    private Figure figure(String caption) {
        return model.figuresProperty().get().stream()
                .filter(f -> f.caption().equals(caption))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> more(Figure figure) {
        return figure.more().stream().map(Figure.Part::words).toList();
    }

    private List<String> concerns() {
        return model.concernsProperty().get().stream().map(Concern::title).toList();
    }

    private Concern concern() {
        return model.concernsProperty().get().getFirst();
    }

    private List<String> events() {
        return model.eventsProperty().get().stream()
                .map(e -> (e.title() + " " + e.word() + " " + e.note()).strip())
                .toList();
    }

    @Test
    void beforeAnythingIsReadNoFigureIsInvented() {
        fleet.open("team", "Team");
        model.tick();
        assertThat(figure("Burn rate").value()).isEqualTo("—");
        assertThat(figure("Today").value()).isEqualTo("—");
        assertThat(figure("Running").value()).isEqualTo("—");
        assertThat(model.ageProperty().get()).isEqualTo("Reading…");
        assertThat(model.sharesProperty().get().getFirst().words()).isEqualTo("not read yet");
    }

    @Test
    void withoutAnAccountThatIsSaid() {
        model.tick();
        assertThat(model.ageProperty().get()).isEqualTo("No account yet.");
        assertThat(model.sharesProperty().get()).isEmpty();
    }

    @Test
    void theBurnRateIsAboutOrAtLeast() {
        team(machine("a", "active", 1075), machine("b", "terminated", 249));
        assertThat(figure("Burn rate").value()).isEqualTo("≈ $10.75");
        assertThat(more(figure("Burn rate"))).containsExactly("1 instance with a price");
        now("team", machine("a", "active", 1075), machine("own", "active"));
        assertThat(figure("Burn rate").value()).isEqualTo("≥ $10.75");
    }

    @Test
    void theNewestChangeIsSaidWithItsTime() {
        team(machine("a", "active", 1000));
        pass(Duration.ofMinutes(10));
        now("team", machine("a", "active", 1000), machine("b", "booting", 399));
        assertThat(more(figure("Burn rate"))).containsExactly("+$3.99 since 15:43");
    }

    @Test
    void whatWasNotSeenMakesTodayALowerBound() {
        team(machine("a", "active", 6000));
        pass(Duration.ofHours(1));
        assertThat(figure("Today").value()).startsWith("≥ $61.").hasSize(8);
        assertThat(more(figure("Today"))).containsExactly("seen 61 min of 16 h");
        assertThat(figure("November").value()).isEqualTo(figure("Today").value());
    }

    @Test
    void aWholeDayIsSeenFromMidnightToMidnight() {
        team(machine("a", "active", 600));
        // 09 h 28 min until midnight in Berlin, and six hours of the next day
        pass(Duration.ofHours(8).plusMinutes(27).plusHours(6));
        assertThat(figure("Today").value()).isEqualTo("≈ $36.00");
        assertThat(more(figure("Today"))).containsExactly("≈ $144.00 by midnight");
        assertThat(figure("November").value()).startsWith("≥ ");
    }

    @Test
    void costsSurviveARestartAndTheGapStaysOne() {
        team(machine("a", "active", 6000));
        pass(Duration.ofHours(2));
        close();
        start(fleet.time.now().plus(Duration.ofHours(3)));
        team(machine("a", "active", 6000));
        pass(Duration.ofMinutes(2));
        assertThat(model.curveProperty().get().spans().stream().map(s -> s.seen()))
                .containsExactly(Seen.NONE, Seen.ALL, Seen.NONE, Seen.ALL);
        assertThat(figure("Today").value()).startsWith("≥ $12");
        assertThat(model.curveProperty().get().words())
                .contains("between $60.00 and $60.00 an hour")
                .contains("Not seen for");
    }

    @Test
    void theChartReachesAsFarAsIsAskedAndIsDrawnOnceAMinute() {
        team(machine("a", "active", 6000));
        assertThat(model.curveProperty().get().ticks().stream().map(t -> t.words()))
                .containsExactly("16:00", "20:00", "00:00", "04:00", "08:00", "12:00");
        var told = new int[1];
        var pin = model.curveProperty().subscribe(_ -> told[0]++);
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(5));
        }
        pin.unsubscribe();
        assertThat(told[0]).isLessThanOrEqualTo(3);
        model.reachProperty().set(Reach.WEEK);
        assertThat(model.curveProperty().get().ticks()).hasSize(7);
    }

    @Test
    void whatRunsIsCountedByAccountAndKind() {
        fleet.has("lab", "machine", machine("x", "active"), machine("y", "stopped"));
        fleet.has("lab", "disk", Fleet.disk("data")).open("lab", "Lab");
        team(machine("a", "active", 300), machine("b", "booting", 100));
        assertThat(model.sharesProperty().get())
                .extracting(s -> s.account().name() + ": " + s.words() + ", " + s.price())
                .containsExactly("Lab: 1 of 2 running, no price", "Team: 1 of 2 running, ≈ $4.00");
        assertThat(model.kindsProperty().get())
                .extracting(k -> k.kind() + " " + k.count())
                .containsExactly("INSTANCE 4", "VOLUME 1");
        assertThat(figure("Running").value()).isEqualTo("2");
        assertThat(figure("Running").unit()).isEqualTo("of 4");
        assertThat(more(figure("In transition"))).containsExactly("1 booting");
    }

    @Test
    void theFilterNarrowsEverything() {
        fleet.has("lab", "machine", machine("x", "unhealthy", 500)).open("lab", "Lab");
        team(machine("a", "active", 300));
        assertThat(concerns()).containsExactly("x is unhealthy");
        assertThat(figure("Burn rate").value()).isEqualTo("≈ $8.00");
        filter.only("team");
        assertThat(concerns()).isEmpty();
        assertThat(figure("Burn rate").value()).isEqualTo("≈ $3.00");
        assertThat(model.sharesProperty().get()).hasSize(1);
    }

    @Test
    void aRowThatFailsIsRedAndLeadsToItsDetails() {
        team(machine("a", "active", 75));
        now("team", machine("a", "unhealthy", 75));
        pass(Duration.ofMinutes(14));
        assertThat(concern().isNow()).isTrue();
        assertThat(concern().title()).isEqualTo("a is unhealthy");
        assertThat(concern().detail()).isEqualTo("for 14 min · $0.75/h");
        assertThat(concern().deed())
                .isInstanceOfSatisfying(
                        Deed.Reveal.class,
                        d -> {
                            assertThat(d.kind()).isEqualTo(Kind.INSTANCE);
                            assertThat(d.row().ref().id()).isEqualTo("id-a");
                        });
    }

    @Test
    void manyThatFailAlikeAreSaidTogether() {
        team(
                machine("a", "unhealthy", 75),
                machine("b", "unhealthy", 75),
                machine("c", "unhealthy", 75),
                machine("d", "unhealthy", 75));
        assertThat(concerns()).containsExactly("4 instances are unhealthy");
        assertThat(concern().detail()).isEqualTo("a, b, c and 1 more");
        assertThat(concern().deed()).isEqualTo(new Deed.Go(Kind.INSTANCE));
    }

    @Test
    void anAccountThatCanNotBeReachedIsSaidWithTheAgeOfWhatIsShown() {
        team(machine("a", "unhealthy", 75), machine("b", "active", 75));
        fleet.fails("team", Fleet.unreachable());
        pass(Duration.ofMinutes(6));
        assertThat(concerns()).as("old rows tell nothing").containsExactly("Team: unreachable");
        assertThat(concern().isNow()).isTrue();
        assertThat(concern().verb()).isEqualTo("Retry");
        assertThat(concern().detail())
                .contains(" min · ")
                .endsWith("2 rows are shown as they were");
        assertThat(figure("Burn rate").value()).isEqualTo("≥ $1.50");
        assertThat(more(figure("Running"))).contains("2 not read lately");
        assertThat(model.sharesProperty().get().getFirst().old()).startsWith("read ");
        assertThat(model.ageProperty().get()).startsWith("read ");
        fleet.recovers("team");
        fleet.sent.clear();
        model.readAgain("team");
        pass(Duration.ofSeconds(2));
        assertThat(fleet.sent).contains("GET /machine");
        assertThat(concerns()).containsExactly("a is unhealthy");
    }

    @Test
    void aRefusedKeyLeadsToTheSignIn() {
        team(machine("a", "active", 75));
        fleet.fails("team", Fleet.refusedKey());
        pass(MINUTE);
        assertThat(concern().title()).isEqualTo("Team: key refused");
        assertThat(concern().verb()).isEqualTo("Sign in again");
        assertThat(concern().deed()).isEqualTo(new Deed.SignIn("team"));
    }

    @Test
    void whatExpiresSoonIsAmberAndWhatDidLatelyIsRed() {
        fleet.has(
                "team",
                "token",
                token("ci", NOW.plus(Duration.ofDays(3))),
                token("old", NOW.minus(Duration.ofDays(2))),
                token("older", NOW.minus(Duration.ofDays(90))),
                token("far", NOW.plus(Duration.ofDays(90))));
        team();
        assertThat(concerns())
                .containsExactly("API token old has expired", "API token ci expires in 2 d 23 h");
        assertThat(more(figure("Needs attention"))).containsExactly("1 now", "1 soon");
    }

    @Test
    void whatThisHomeDidIsToldFromWhatItDidNot() {
        team(machine("a", "active", 75), machine("b", "active", 75));
        now("team", machine("a", "stopped", 75), machine("b", "active", 75));
        ask("machine.restart", "b");
        pass(Duration.ofSeconds(3));
        now("team", machine("a", "stopped", 75), machine("b", "booting", 75));
        assertThat(events())
                .containsExactly(
                        "b: active → booting booting",
                        "Restart done",
                        "a: active → stopped stopped not from here");
    }

    @Test
    void whatWasThereAtTheFirstReadIsNoNews() {
        team(machine("a", "active", 75));
        assertThat(events()).isEmpty();
        now("team", machine("a", "active", 75), machine("b", "booting", 75));
        now("team", machine("b", "booting", 75));
        assertThat(events())
                .containsExactly(
                        "Instance a is gone  not from here", "Instance b is new  not from here");
    }

    @Test
    void aCommandThatWasStoppedCanBeGoneOnWith() {
        team(machine("a", "active", 75), machine("b", "active", 75));
        var command = ask("machine.kill", "a", "b");
        fleet.commands.undo(command.id());
        pass(Duration.ofSeconds(1));
        assertThat(concerns()).as("withdrawn is ended").isEmpty();
        var second = ask("machine.restart", "a", "b");
        fleet.commands.pause(second.id());
        fleet.time.runDue();
        model.tick();
        assertThat(concerns()).containsExactly("Restart: paused, 2 of 2 not sent");
        assertThat(concern().verb()).isEqualTo("Resume");
        model.resume(second.id());
        pass(Duration.ofSeconds(5));
        assertThat(concerns()).isEmpty();
        assertThat(fleet.sent).contains("POST /machine/id-a/restart", "POST /machine/id-b/restart");
    }

    @Test
    void anOutcomeThatIsNotKnownIsSaidNow() {
        team(machine("a", "active", 75));
        fleet.fails("team", new CloudException.Unanswered("no answer", true));
        var command = ask("machine.restart", "a");
        pass(Duration.ofSeconds(3));
        assertThat(concerns()).contains("Restart: outcome not known");
        var mine =
                model.concernsProperty().get().stream()
                        .filter(c -> c.deed().equals(new Deed.Activity(command.id())))
                        .findFirst()
                        .orElseThrow();
        assertThat(mine.isNow()).isTrue();
        assertThat(mine.detail()).startsWith("Asked for at 15:3");
        assertThat(events()).contains("Restart outcome not known");
    }

    @Test
    void whatIsNotOnTheScreenIsNotMade() {
        shown.close();
        team(machine("a", "active", 75));
        assertThat(figure("Burn rate").value()).isEqualTo("—");
        shown = model.shown();
        assertThat(figure("Burn rate").value()).isEqualTo("≈ $0.75");
    }

    private io.pilothouse.sync.Command ask(String action, String... names) {
        var connection = fleet.connections.of("team").orElseThrow();
        Action known = connection.cloud().action(action).orElseThrow();
        var targets =
                List.of(names).stream()
                        .map(n -> connection.inventory().find("machine", n).orElseThrow())
                        .toList();
        return fleet.commands.ask(
                connection,
                known,
                Optional.empty(),
                targets,
                Json.obj(),
                Json.obj(),
                action.equals("machine.restart") ? "Restart" : "Kill");
    }
}
