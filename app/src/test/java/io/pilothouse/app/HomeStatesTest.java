package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.crusoe.CrusoeSetup;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.testkit.Fx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A home with its accounts, as a person meets it when something is in the way: the program with its window over the
/// re-enacted clouds, over sockets.
class HomeStatesTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir Path home;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LambdaSetup lambda =
            LambdaSetup.demo(RehearsalClock.system(), Speed.demo())
                    .withLimits(RunningRehearsal.FAST);
    private final CrusoeSetup crusoe = CrusoeSetup.demo(RehearsalClock.system(), Speed.demo());
    private RehearsalCloud cloud;
    private HomeWindow window;

    @BeforeEach
    void start() throws Exception {
        cloud =
                RehearsalCloud.start(
                        threads, RehearsalClock.system(), lambda, Optional.of(crusoe));
    }

    @AfterEach
    void stop() throws Exception {
        window.close();
        cloud.close();
        threads.shutdownNow();
        assertThat(window.crashes()).isEmpty();
    }

    /// Accounts of both clouds whose keys are in the vault.
    private void home(String lambdaKey) throws Exception {
        var vault = Vault.locked(home.resolve("vault"), Instant::now);
        vault.create(Secret.of(PASSPHRASE));
        put(vault, "team", "api-key", lambdaKey);
        put(vault, "lab", "access-key", crusoe.accessKey());
        put(vault, "lab", "secret-key", crusoe.secretKey());
        vault.lock();
        write(
                account("team", "Team GPU", "lambda-cloud", "violet", 0, "api-key"),
                account("lab", "Lab", "crusoe", "orange", 1, "access-key", "secret-key"));
    }

    private static void put(Vault vault, String account, String field, String key)
            throws Exception {
        vault.put(Vault.idFor(account, field), account, field, Secret.of(key));
    }

    private Json account(
            String id, String name, String provider, String colour, int at, String... fields) {
        Json keys = Json.obj();
        for (var field : fields) {
            keys = keys.with(field, Json.obj("vault", Vault.idFor(id, field)));
        }
        var made =
                Json.obj(
                        "id", id,
                        "name", name,
                        "provider", provider,
                        "endpoint", cloud.accounts().get(at).endpoint().orElseThrow(),
                        "class", "development",
                        "colour", colour,
                        "credentials", keys);
        return id.equals("team") ? made.with("budgets", Json.obj("all", "1/20ms")) : made;
    }

    private void write(Json... accounts) throws Exception {
        var file = Json.obj("version", 1, "accounts", List.of(accounts));
        Files.writeString(home.resolve("accounts.json"), JsonText.pretty(file));
    }

    @Test
    void aLockedVault() throws Exception {
        home(lambda.key());
        window = new HomeWindow(home);
        window.until("Unlock vault").pictures("locked-overview");
        System.out.println(window.eyes().texts());
        window.go(Kind.INSTANCE);
        window.pictures("locked-instance");
        System.out.println(window.eyes().texts());
        window.go(Kind.CAPACITY).pictures("locked-capacity");
        window.go(Kind.NETWORK).pictures("locked-network");
        window.eyes().push("Usage");
        window.pictures("locked-usage");
        window.eyes().push("Accounts");
        window.pictures("locked-accounts");
        window.eyes().push("Settings");
        window.pictures("locked-settings");
        window.go(Kind.INSTANCE);
        window.eyes().push("Launch instances");
        window.pictures("locked-launch");
        window.eyes().push("Cancel");
        window.eyes().push("Unlock vault…");
        window.pictures("locked-unlocking");
        window.eyes().type("Passphrase", PASSPHRASE);
        window.eyes().push("Unlock");
        window.until("train-h100-01");
        window.pictures("locked-unlocked");
    }

    @Test
    void aRefusedKey() throws Exception {
        home("wrong");
        window = new HomeWindow(home);
        window.backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.SSH_KEY).until("Sign in again").pictures("refused-sshkey");
        window.go(Kind.INSTANCE).until("research").pictures("refused-instance");
        window.eyes().push("Sign in again");
        window.until("Edit Team GPU").pictures("refused-form");
    }

    @Test
    void partly() throws Exception {
        home(lambda.key());
        var project = cloud.crusoe().orElseThrow();
        window = new HomeWindow(home);
        window.backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.NETWORK).until("research").pictures("crusoe-network");
        System.out.println(window.eyes().texts());
    }

    @Test
    void firstRun() throws Exception {
        window = new HomeWindow(home);
        window.until("Nothing to steer yet").pictures("first-run");
    }

    @Test
    void unreachable() throws Exception {
        home(lambda.key());
        cloud.faults().add(Fault.of(Fault.Kind.REFUSED));
        cloud.crusoe().orElseThrow().station().faults().add(Fault.of(Fault.Kind.REFUSED));
        window = new HomeWindow(home);
        window.backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.INSTANCE).until("Retry").until("could not be read").pictures("refusing-instance");
        window.go(Kind.NETWORK).until("could not be read").pictures("refusing-network");
        window.go(Kind.CAPACITY); window.until("refuses").pictures("refusing-capacity");
        window.eyes().push("Usage");
        window.pictures("refusing-usage");
        window.eyes().push("Overview");
        window.until("unreachable").pictures("refusing-overview");
        System.out.println(window.eyes().texts());
        window.go(Kind.INSTANCE);
        cloud.faults().clear();
        window.eyes().push("Retry");
        window.until("train-h100-01");
    }
}
