package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;

/// What overview, capacity, usage and the drawer say while something is in the way.
class OtherStatesTest {
    @TempDir private Path folder;

    private Rig rig;
    private Eyes eyes;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        eyes = new Eyes(rig.scene());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private LambdaInMemory connect(LambdaInMemory.Fault fault, boolean silent) {
        Fx.run(
                () -> {
                    rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT);
                    rig.roads.get("team").fault = fault;
                    rig.roads.get("team").silent = silent;
                });
        rig.pass(Duration.ofMinutes(2));
        return rig.roads.get("team");
    }

    @Test
    void theOverviewDoesNotSayThatNothingIsThereBeforeItWasRead() {
        connect(Broken.NOTHING, true);
        rig.goToOverview();
        Pictures.of(rig, "loading-overview");
        assertThat(eyes.see("Nothing needs attention.")).isFalse();
        assertThat(eyes.see("Nothing is there")).isFalse();
        assertThat(eyes.texts()).doesNotContain("0");
        assertThat(eyes.see("Reading…")).isTrue();
    }

    @Test
    void theOverviewOfAnAccountThatCantBeReadDoesNotSayThatItIsReading() {
        var road = connect(Broken.UNREACHABLE, false);
        rig.goToOverview();
        Pictures.of(rig, "unreachable-overview");
        assertThat(eyes.see("Reading…")).isFalse();
        assertThat(eyes.see("Not read yet")).isTrue();
        assertThat(eyes.see("Nothing is there")).isFalse();
        road.fault = Broken.NOTHING;
        eyes.push("Retry: Team GPU: unreachable");
        rig.pass(Duration.ofMinutes(1));
        assertThat(eyes.see("5 of 6 running")).isTrue();
    }

    @Test
    void theOverviewSaysWhichAccountIsReadInPartOnly() {
        rig.projects.fault = Broken.on("/p2/");
        rig.openProjects().goToOverview();
        Pictures.of(rig, "partly-overview");
        assertThat(eyes.see("Rig, in part: refused")).isTrue();
        assertThat(eyes.see("in part, read ")).isTrue();
        assertThat(eyes.see("not all read")).as("beside how many run").isTrue();
    }

    @Test
    void capacitySaysWhyThereIsNone() {
        var road = connect(Broken.KEY_REFUSED, false);
        rig.go(Kind.CAPACITY);
        Pictures.of(rig, "key-refused-capacity");
        assertThat(eyes.count("API key was invalid. Check it.")).isOne();
        road.fault = Broken.NOTHING;
        eyes.push("Sign in again");
        rig.pass(Duration.ofMinutes(1));
        assertThat(eyes.see("cells have capacity now")).isTrue();
    }

    @Test
    void oldCapacityIsNotSaidToBeNow() {
        rig.open().roads.get("team").fault = Broken.UNREACHABLE;
        rig.go(Kind.CAPACITY).pass(Duration.ofMinutes(3));
        Pictures.of(rig, "stale-capacity");
        assertThat(eyes.see("cells had capacity when they were read")).isTrue();
        assertThat(eyes.see("capacity now")).isFalse();
    }

    @Test
    void capacityAndUsageThatTheShownAccountDoesNotOfferSayWhose() {
        rig.open().openProjects();
        Fx.run(() -> rig.shell().accounts().only("rig"));
        rig.go(Kind.CAPACITY);
        Pictures.of(rig, "not-offered-capacity");
        assertThat(eyes.see("Capacity: not offered by Rig.")).isTrue();
        eyes.push("Show all accounts");
        rig.pass(Duration.ofSeconds(1));
        assertThat(eyes.see("cells have capacity now")).isTrue();

        Fx.run(() -> rig.shell().accounts().only("team"));
        rig.goToReports();
        Pictures.of(rig, "not-offered-usage");
        assertThat(eyes.see("Usage: not offered by Team GPU.")).isTrue();
        assertThat(eyes.button("Show")).as("nothing to ask").isEmpty();
        eyes.push("Show all accounts");
        rig.pass(Duration.ofSeconds(2));
        assertThat(eyes.button("Show")).isPresent();
    }

    @Test
    void usageWhoseProjectsCantBeReadSaysWhyAndRetryReads() {
        rig.projects.fault = Broken.on("/projects");
        rig.openProjects().goToReports();
        Pictures.of(rig, "failed-usage");
        assertThat(eyes.see("Rig: You are not a member of it.")).isTrue();
        rig.projects.fault = Broken.NOTHING;
        eyes.push("Retry");
        rig.pass(Duration.ofSeconds(20));
        assertThat(eyes.button("Show")).isPresent();
        assertThat(eyes.see("not a member")).isFalse();
    }

    @Test
    void aLaunchSaysWhyItsTypesAreNotKnown() {
        Fx.run(() -> rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT));
        rig.roads.get("team").fault = Broken.on("/instance-types");
        rig.pass(Duration.ofSeconds(30)).press(KeyCode.N, Rig.Mod.CTRL);
        rig.pass(Duration.ofSeconds(2));
        Pictures.of(rig, "launch-unread");
        assertThat(eyes.see("The types could not be read")).isTrue();
        assertThat(eyes.see("You are not a member of it.")).isTrue();
        rig.roads.get("team").fault = Broken.NOTHING;
        rig.pass(Duration.ofMinutes(10));
        assertThat(eyes.see("You are not a member of it.")).isFalse();
        assertThat(eyes.see("types have capacity")).isTrue();
    }

    @Test
    void aReportWhoseKeyIsRefusedOffersToSignInAgain() {
        rig.openProjects().goToReports();
        rig.projects.fault = Broken.KEY_REFUSED;
        eyes.push("Show");
        rig.pass(Duration.ofSeconds(2));
        Pictures.of(rig, "refused-usage");
        rig.projects.fault = Broken.NOTHING;
        eyes.push("Sign in again");
        rig.pass(Duration.ofSeconds(20));
        eyes.push("Show");
        rig.pass(Duration.ofSeconds(2));
        assertThat(eyes.button("Sign in again")).isEmpty();
        assertThat(eyes.see("rows")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Overview", "Relations", "Activity", "Raw"})
    void everyTabOfTheDrawerSaysThatItsRowIsOldAndWhy(String tab) {
        rig.open().choose("train-h100-01");
        var drawer =
                rig.nodes(javafx.scene.control.ToggleButton.class, b -> tab.equals(b.getText()));
        Fx.run(() -> drawer.getLast().fire());
        assertThat(eyes.see("Old: read")).isFalse();
        rig.roads.get("team").fault = Broken.UNREACHABLE;
        rig.pass(Duration.ofMinutes(4));
        Pictures.of(rig, "stale-drawer-" + tab.toLowerCase(java.util.Locale.ROOT));
        assertThat(eyes.count("Old: read 4 min ago · unreachable")).isOne();
        rig.roads.get("team").fault = Broken.NOTHING;
        eyes.push("Retry");
        rig.pass(Duration.ofSeconds(20));
        assertThat(eyes.see("Old: read")).isFalse();
    }

    @Test
    void theDrawerOfASignedOutAccountSignsIn() {
        rig.open().choose("train-h100-01");
        rig.roads.get("team").fault = Broken.KEY_REFUSED;
        rig.pass(Duration.ofMinutes(4));
        Pictures.of(rig, "key-refused-drawer");
        assertThat(eyes.see("Old: read 4 min ago · key refused")).isTrue();
        rig.roads.get("team").fault = Broken.NOTHING;
        eyes.push("Sign in again");
        rig.pass(Duration.ofSeconds(20));
        assertThat(eyes.see("Old: read")).isFalse();
    }
}
