package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;

import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What stands in the place of a table's rows, and what its verbs do.
class TableStatesTest {
    private static final Duration A_WHILE = Duration.ofMinutes(2);

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

    private LambdaInMemory connect(String id, LambdaInMemory.Fault fault) {
        Fx.run(
                () -> {
                    rig.connect(
                            id,
                            id.equals("lab") ? "lab-east" : "Team GPU",
                            "violet",
                            Stage.DEVELOPMENT);
                    rig.roads.get(id).fault = fault;
                });
        return rig.roads.get(id);
    }

    private void picture(String name) {
        Pictures.of(rig, name);
    }

    private int rows() {
        return Fx.call(() -> rig.table().getItems().size());
    }

    @ParameterizedTest
    @CsvSource({"INSTANCE,Instances", "VOLUME,Volumes", "FIREWALL,Firewalls"})
    void whatWasNeverReadSaysWhyOnceAndRetryReads(Kind kind, String many) {
        var road = connect("team", Broken.UNREACHABLE);
        rig.go(kind).pass(A_WHILE);
        picture("unreachable-" + kind.id());
        assertThat(eyes.count(many + " could not be read.")).isOne();
        assertThat(eyes.count("The server refuses connections.")).isOne();
        assertThat(eyes.count("Retry")).isOne();
        assertThat(eyes.see("Reading")).isFalse();

        road.fault = Broken.NOTHING;
        eyes.push("Retry");
        rig.pass(Duration.ofSeconds(20));
        assertThat(rows()).isPositive();
        assertThat(eyes.see("could not be read")).isFalse();
    }

    @Test
    void aRefusedKeySaysSoAndSigningInAgainReads() {
        var road = connect("team", Broken.KEY_REFUSED);
        rig.pass(A_WHILE);
        picture("key-refused-instance");
        assertThat(eyes.count("API key was invalid. Check it.")).isOne();
        road.fault = Broken.NOTHING;
        eyes.push("Sign in again: Team GPU");
        rig.pass(Duration.ofSeconds(30));
        assertThat(rows()).isEqualTo(6);
    }

    @Test
    void whatIsReadForTheFirstTimeSaysNothingElse() {
        connect("team", Broken.NOTHING).silent = true;
        rig.pass(Duration.ofSeconds(3));
        picture("loading-instance");
        assertThat(eyes.count("Reading instances…")).isOne();
        assertThat(eyes.count("Reading")).isOne();
        assertThat(eyes.see("No instances")).isFalse();
    }

    @Test
    void noneInWhatCouldBeReadIsNotNone() {
        connect("lab", Broken.NOTHING).instances = _ -> Json.of(List.of());
        rig.pass(A_WHILE);
        assertThat(eyes.see("No instances in any account.")).isTrue();
        var road = connect("team", Broken.UNREACHABLE);
        rig.pass(A_WHILE);
        picture("partly-none-instance");
        assertThat(eyes.see("No instances in what could be read.")).isTrue();
        assertThat(eyes.see("in any account")).isFalse();
        assertThat(eyes.count("Retry")).isOne();
        assertThat(eyes.texts()).as("the sidebar has no number").doesNotContain("0");

        road.fault = Broken.NOTHING;
        eyes.push("Retry: Team GPU");
        rig.pass(Duration.ofSeconds(20));
        assertThat(rows()).isEqualTo(6);
    }

    @Test
    void whileOneAccountIsStillBeingReadItIsNotSaidThatThereIsNone() {
        connect("lab", Broken.NOTHING).instances = _ -> Json.of(List.of());
        rig.pass(A_WHILE);
        connect("team", Broken.NOTHING).silent = true;
        rig.pass(Duration.ofSeconds(5));
        assertThat(eyes.see("Reading instances…")).isTrue();
        assertThat(eyes.see("No instances")).isFalse();
    }

    @Test
    void noneOffersToMakeTheFirst() {
        connect("team", Broken.NOTHING).instances = _ -> Json.of(List.of());
        rig.pass(Duration.ofSeconds(30));
        picture("none-instance");
        assertThat(eyes.count("Launch instances")).as("above and in the middle").isEqualTo(2);
        eyes.push("Launch instances");
        assertThat(eyes.see("Type and region")).isTrue();
    }

    @Test
    void whatTheShownAccountDoesNotOfferSaysWhose() {
        rig.open().openProjects();
        rig.go(Kind.SSH_KEY);
        assertThat(eyes.see("Add SSH key")).isTrue();
        Fx.run(() -> rig.shell().accounts().only("rig"));
        rig.pass(Duration.ofSeconds(30));
        picture("not-offered-ssh-key");
        assertThat(eyes.see("SSH keys: not offered by Rig.")).isTrue();
        assertThat(eyes.see("Reading")).isFalse();
        assertThat(eyes.see("Add SSH key")).as("nobody to add it for").isFalse();
        eyes.push("Show all accounts");
        rig.pass(Duration.ofSeconds(5));
        assertThat(rows()).isEqualTo(3);
        assertThat(eyes.see("Add SSH key")).isTrue();
    }

    @Test
    void theFilterThatHidesAllIsClearedByItsButton() {
        rig.open();
        Fx.run(() -> rig.nodes(TextField.class, _ -> true).getFirst().setText("state:gone"));
        rig.pass(Duration.ofSeconds(1));
        picture("filtered-instance");
        assertThat(eyes.see("The filter hides all 6.")).isTrue();
        eyes.push("Clear filter");
        assertThat(rows()).isEqualTo(6);
    }

    @Test
    void anEmptyProjectIsSaidByItsNameAndLeadsToAllProjects() {
        rig.projects.without = "/p2/vms";
        rig.openProjects().go(Kind.INSTANCE);
        rig.preferences.change(p -> p.withScope(java.util.Optional.of("rig/rig.project/p2")));
        rig.go(Kind.VOLUME).go(Kind.INSTANCE);
        picture("none-in-project");
        assertThat(eyes.see("No instances in serving.")).isTrue();
        assertThat(eyes.see("The filter hides")).isFalse();
        eyes.push("All type.rig.project.many");
        rig.pass(Duration.ofSeconds(1));
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void aProjectThatFailsIsNamedBelowTheRowsOfTheOthers() {
        rig.projects.fault = Broken.on("/p2/");
        rig.openProjects();
        rig.go(Kind.INSTANCE);
        picture("partly-instance");
        assertThat(rows()).isEqualTo(3);
        assertThat(eyes.see("Rig · serving: refused")).isTrue();

        rig.projects.fault = Broken.on("/p");
        rig.pass(Duration.ofMinutes(3));
        picture("stale-instance");
        assertThat(rows()).as("a failed read removes none").isEqualTo(3);
        assertThat(eyes.count("Rig: refused, 3 rows from 3 min ago")).isOne();
        rig.projects.fault = Broken.NOTHING;
        eyes.push("Retry: Rig");
        rig.pass(Duration.ofSeconds(20));
        assertThat(rows()).isEqualTo(6);
        assertThat(eyes.see("refused")).isFalse();
    }

    @Test
    void eachAccountInTroubleHasItsOwnWayOut() {
        rig.open().open("lab", "lab-east", "orange", Stage.DEVELOPMENT);
        rig.roads.get("team").fault = Broken.UNREACHABLE;
        rig.roads.get("lab").fault = Broken.KEY_REFUSED;
        rig.pass(Duration.ofMinutes(4));
        picture("two-troubles");
        assertThat(rows()).isEqualTo(12);
        assertThat(eyes.button("Retry: Team GPU")).isPresent();
        assertThat(eyes.button("Sign in again: lab-east")).isPresent();
    }

    @Test
    void theReadOnlyWhileShownListOfOperationsHasItsStatesToo() {
        rig.projects.fault = Broken.on("/operations");
        rig.openProjects().go(Kind.OPERATION);
        picture("failed-operation");
        assertThat(eyes.count("Operations could not be read.")).isOne();
        assertThat(eyes.count("You are not a member of it.")).isOne();
        rig.projects.fault = Broken.NOTHING;
        eyes.push("Retry");
        rig.pass(Duration.ofSeconds(20));
        assertThat(rows()).isEqualTo(2);
    }
}
