package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.crusoe.CrusoeSeed;
import io.pilothouse.rehearsal.crusoe.CrusoeSetup;
import io.pilothouse.rehearsal.lambdacloud.LambdaSeed;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.ui.kit.Words;

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

    private static final String LOCKED =
            "The vault is locked. Type its passphrase; once is enough until the program ends.";
    private static final String REFUSES = "The server refuses connections. Nothing was sent.";

    /// Of which an account may have nothing.
    private static final List<Kind> EMPTY =
            List.of(
                    Kind.INSTANCE,
                    Kind.TEMPLATE,
                    Kind.VOLUME,
                    Kind.SNAPSHOT,
                    Kind.NETWORK,
                    Kind.LOAD_BALANCER,
                    Kind.SSH_KEY,
                    Kind.OPERATION);

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
        cloud = RehearsalCloud.start(threads, RehearsalClock.system(), lambda, Optional.of(crusoe));
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

    private HomeWindow open() throws Exception {
        window = new HomeWindow(home);
        return window;
    }

    /// As a person does it, in the dialog that is open.
    private void typePassphrase() {
        window.eyes().type("Passphrase", PASSPHRASE);
        window.eyes().push("Unlock");
    }

    private boolean sees(String words) {
        return window.eyes().see(words);
    }

    @Test
    void aLockedVaultIsSaidOnEveryScreenAndUnlockingItFillsTheList() throws Exception {
        home(lambda.key());
        open().until("Lab: vault locked").pictures("locked-overview");
        assertThat(sees("Team GPU: vault locked")).isTrue();
        assertThat(sees("Reading…")).isFalse();
        assertThat(sees("Nothing is there")).isFalse();
        window.go(Kind.CAPACITY).pictures("locked-capacity");
        assertThat(window.eyes().count(LOCKED)).as("a card an account").isEqualTo(2);
        window.eyes().push("Usage");
        window.pictures("locked-usage");
        assertThat(sees("Lab: " + LOCKED)).isTrue();
        window.eyes().push("Accounts");
        window.pictures("locked-accounts");
        assertThat(window.eyes().count(LOCKED)).isEqualTo(2);
        window.go(Kind.INSTANCE);
        window.eyes().push("Launch instances");
        window.pictures("locked-launch");
        assertThat(sees("No type has capacity")).as("nobody knows").isFalse();
        window.eyes().push("Cancel");

        window.pictures("locked-instance");
        assertThat(window.eyes().count("Instances could not be read.")).isOne();
        assertThat(window.eyes().count(LOCKED)).as("one press helps both").isOne();
        window.eyes().push("Unlock vault…: Team GPU, Lab");
        window.pictures("locked-unlocking");
        typePassphrase();
        window.until("train-h100-01").until("eval-b");
        assertThat(sees("locked")).isFalse();
        assertThat(sees("could not be read")).isFalse();
    }

    @Test
    void theRowsOfAnEarlierRunStayWhileTheVaultIsLocked() throws Exception {
        home(lambda.key());
        open().backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.INSTANCE).until("train-h100-01").until("eval-b");
        window.close();

        open().go(Kind.INSTANCE).until("train-h100-01").until("eval-b");
        window.until("Team GPU: vault locked, ").pictures("locked-old-rows");
        assertThat(window.eyes().button("Unlock vault…: Team GPU")).isPresent();
        assertThat(window.eyes().button("Unlock vault…: Lab")).as("the same").isEmpty();
        window.eyes().push("Unlock vault…: Team GPU");
        typePassphrase();
        window.until("Updated ");
        window.untilNot("vault locked");
        assertThat(sees("eval-b")).isTrue();
    }

    @Test
    void aKeyThatIsRefusedOnceMoreLeadsToTheAccountAndAnotherKeyFillsTheList() throws Exception {
        home("wrong");
        open().backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.INSTANCE).until("eval-b").until("Team GPU: key refused");
        window.pictures("key-refused-partly");
        window.eyes().push("Sign in again: Team GPU");
        window.until("Edit Team GPU").until("API key was invalid");
        window.pictures("key-refused-form");
        window.eyes().push("Key");
        window.eyes().type("Key", lambda.key());
        window.eyes().push("Check and save");
        window.until("Team GPU was saved.").until("train-h100-01");
        window.untilNot("key refused");
    }

    @Test
    void whatRefusesConnectionsSaysSoOnEveryScreenAndRetryReads() throws Exception {
        home(lambda.key());
        cloud.faults().add(Fault.of(Fault.Kind.REFUSED));
        cloud.crusoe().orElseThrow().station().faults().add(Fault.of(Fault.Kind.REFUSED));
        open().backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.NETWORK).until("Networks could not be read.").until(REFUSES);
        window.untilNot(LOCKED);
        window.pictures("refusing-network");
        window.go(Kind.CAPACITY).until(REFUSES).pictures("refusing-capacity");
        window.eyes().push("Usage");
        window.until("Lab: " + REFUSES).pictures("refusing-usage");
        window.go(Kind.INSTANCE).until("Instances could not be read.").until(REFUSES);
        window.pictures("refusing-instance");
        cloud.faults().clear();
        window.eyes().push("Retry: Team GPU, Lab");
        window.until("train-h100-01").until("Lab: unreachable");
        assertThat(sees("could not be read")).isFalse();
    }

    @Test
    void theProjectThatMayNotBeReadIsNamed() throws Exception {
        home(lambda.key());
        open().backstage().vault().unlock(Secret.of(PASSPHRASE));
        window.go(Kind.INSTANCE).until("eval-b");
        window.eyes().type("Filter", "account:lab");
        window.until("infer-1");
        var serving =
                window
                        .backstage()
                        .connections()
                        .of("lab")
                        .orElseThrow()
                        .inventory()
                        .of("crusoe.project")
                        .stream()
                        .filter(p -> p.name().equals("serving"))
                        .findFirst()
                        .orElseThrow();
        var faults = cloud.crusoe().orElseThrow().station().faults();
        faults.add(
                Fault.of(Fault.Kind.INACTIVE)
                        .on("GET", "/v1alpha5/projects/" + serving.id() + "/"));
        window.eyes().push("Refresh (F5)");
        window.until("Lab · serving: ").pictures("partly-crusoe-instance");
        assertThat(sees("infer-1")).as("a failed read removes nothing").isTrue();
        window.go(Kind.SNAPSHOT).until("Lab · serving");
        window.pictures("partly-crusoe-snapshot");
        assertThat(sees("in any account")).isFalse();
        faults.clear();
        window.eyes().push("Refresh (F5)");
        window.untilNot("Lab · serving");
    }

    @Test
    void everyKindOfAnEmptyAccountSaysSoAndOffersToMakeTheFirst() throws Exception {
        cloud.close();
        cloud =
                RehearsalCloud.start(
                        threads,
                        RehearsalClock.system(),
                        lambda.withSeed(LambdaSeed.empty()),
                        Optional.of(crusoe.withSeed(CrusoeSeed.empty())));
        home(lambda.key());
        open().backstage().vault().unlock(Secret.of(PASSPHRASE));
        for (var kind : EMPTY) {
            var many = Words.of("kind." + kind.id() + ".many");
            window.go(kind).until("No " + Words.inSentence(many) + " in any account.");
            window.pictures("none-" + kind.id());
        }
        window.eyes().push("Usage");
        window.pictures("none-usage");
        window.go(Kind.INSTANCE).until("No instances in any account.");
        window.eyes().push("Launch instances");
        assertThat(sees("Type and region")).isTrue();
    }

    @Test
    void aHomeWithNothingLeadsToTheFirstAccount() throws Exception {
        open().until("Welcome to Pilothouse").pictures("first-run");
        assertThat(window.eyes().texts()).as("no list to go to").doesNotContain("Instances");
        window.eyes().push("Add account…");
        assertThat(sees("Add account")).isTrue();
        assertThat(window.eyes().button("Check and save")).isPresent();
    }
}
