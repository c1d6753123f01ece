package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class StatesTest {
    @TempDir private Path folder;
    private Rig rig;

    @AfterEach
    void close() { rig.close(); }

    private void pics(String name) {
        rig.picture("../states/" + name + "-light").dark(true).picture("../states/" + name + "-dark").dark(false);
    }

    static final LambdaInMemory.Fault GONE = _ -> {
        throw new CloudException.Unreachable(CloudException.Unreachable.Cause.REFUSED, "no");
    };
    static final LambdaInMemory.Fault KEY = _ -> {
        throw new CloudException.Unauthorized(new Refusal("global/invalid-api-key", "API key was invalid.", "Check it."));
    };

    private void connect(LambdaInMemory.Fault fault) {
        Fx.run(() -> { rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT); rig.roads.get("team").fault = fault; });
        rig.pass(Duration.ofMinutes(2));
    }

    @Test
    void never() {
        rig = new Rig(folder);
        connect(GONE);
        pics("g-never-instance");
        rig.go(Kind.CAPACITY); pics("g-never-capacity");
        rig.goToOverview(); pics("g-never-overview");
        rig.press(KeyCode.K, Rig.Mod.CTRL); pics("g-never-palette");
    }

    @Test
    void signedOut() {
        rig = new Rig(folder);
        connect(KEY);
        pics("g-key-instance");
        rig.go(Kind.CAPACITY); pics("g-key-capacity");
        rig.goToOverview(); pics("g-key-overview");
    }

    @Test
    void loading() {
        rig = new Rig(folder);
        Fx.run(() -> { rig.connect("team", "Team GPU", "violet", Stage.DEVELOPMENT); rig.roads.get("team").silent = true; });
        rig.pass(Duration.ofSeconds(3));
        pics("g-loading-instance");
        rig.go(Kind.CAPACITY); pics("g-loading-capacity");
        rig.goToOverview(); pics("g-loading-overview");
    }

    @Test
    void partly() {
        rig = new Rig(folder);
        rig.projects.fault = r -> { if (r.path(v -> v).contains("/p2/")) throw new CloudException.Refused(403, new Refusal("forbidden", "You are not a member of this project.", "")); };
        rig.openProjects();
        rig.go(Kind.INSTANCE); pics("g-partly-instance");
        rig.choose("train-p1-1"); pics("g-partly-drawer");
        rig.go(Kind.VOLUME); pics("g-partly-volume");
        rig.go(Kind.OPERATION); pics("g-partly-operation");
        rig.goToOverview(); pics("g-partly-overview");
        rig.goToReports(); rig.pass(Duration.ofSeconds(2)); pics("g-partly-reports");
        rig.projects.fault = r -> { if (r.path(v -> v).contains("/p")) throw new CloudException.Refused(403, new Refusal("forbidden", "You are not a member of this project.", "")); };
        rig.go(Kind.INSTANCE); rig.pass(Duration.ofMinutes(3)); pics("g-allscopes-stale");
    }

    @Test
    void partlyEmpty() {
        rig = new Rig(folder);
        rig.open("lab", "lab-east", "orange", Stage.DEVELOPMENT);
        rig.roads.get("lab").instances = _ -> Json.of(List.of());
        rig.pass(Duration.ofSeconds(60));
        connect(GONE);
        pics("g-partlyempty-instance");
        rig.goToOverview(); pics("g-partlyempty-overview");
    }

    @Test
    void notSupported() {
        rig = new Rig(folder);
        rig.open();
        rig.openProjects();
        rig.go(Kind.SSH_KEY);
        Fx.run(() -> rig.shell().accounts().only("rig"));
        rig.pass(Duration.ofSeconds(30)); pics("g-unsupported-sshkey");
        rig.go(Kind.CAPACITY); pics("g-unsupported-capacity");
        Fx.run(() -> rig.shell().accounts().only("team"));
        rig.go(Kind.OPERATION); pics("g-unsupported-operation");
        rig.goToReports(); pics("g-unsupported-reports");
    }

    @Test
    void drawerStale() {
        rig = new Rig(folder);
        rig.open();
        rig.choose("train-h100-01");
        rig.roads.get("team").fault = GONE;
        rig.pass(Duration.ofMinutes(4)); pics("g-drawer-stale-overview");
        for (var tab : List.of("Relations", "Activity", "Raw")) { rig.push(tab); rig.pass(Duration.ofSeconds(1)); pics("g-drawer-stale-" + tab); }
        rig.roads.get("team").fault = KEY;
        rig.pass(Duration.ofMinutes(4)); pics("g-drawer-key");
        rig.go(Kind.CAPACITY); pics("g-stale-capacity");
        rig.goToOverview(); pics("g-stale-overview");
    }
}
