package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.account.vault.VaultDoor;
import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.MissingKey.Failure;
import io.pilothouse.cloud.CloudException.MissingKey.Looked;
import io.pilothouse.cloud.CloudException.NoCredential;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Timeout(60)
final class CredentialsTest {
    @TempDir Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Credentials credentials;

    @BeforeEach
    void make() {
        credentials = within(Duration.ofSeconds(30));
    }

    @AfterEach
    void end() {
        threads.close();
    }

    private Credentials within(Duration limit) {
        var variables = new HashMap<>(System.getenv());
        variables.putAll(Map.of("KEY", " secret-1\n", "BLANK", " "));
        return new Credentials(
                Environment.of(variables),
                this::find,
                a -> !a.id().equals("unconfirmed"),
                threads,
                limit);
    }

    private VaultDoor.Found find(String id, String account, String field) {
        return account.equals("locked")
                ? VaultDoor.Found.Not.LOCKED
                : id.equals("gpu") && field.equals("api-key")
                        ? new VaultDoor.Found.Here(Secret.of("kept"))
                        : VaultDoor.Found.Not.MISSING;
    }

    private static Account account(String id, Credential credential) {
        return new Account(
                id,
                id,
                "lambda-cloud",
                Optional.empty(),
                Stage.PRODUCTION,
                false,
                "violet",
                Map.of("api-key", credential),
                Map.of(),
                Json.obj());
    }

    private Secret key(Credential credential) throws NoCredential {
        return credentials.resolve(account("a", credential)).get("api-key");
    }

    /// A script that notes each of its runs.
    private Credential script(String body) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        var text = "echo run >> '" + folder.resolve("runs") + "'\n" + body + "\n";
        var script = Files.writeString(folder.resolve("script"), text);
        return new Credential.Command(List.of("/bin/sh", script.toString(), "an 'argument' $HOME"));
    }

    private int runs() throws IOException {
        return Files.readAllLines(folder.resolve("runs")).size();
    }

    @Test
    void aVariableIsReadWithoutTheBlanksAroundIt() throws NoCredential {
        assertThat(key(new Credential.Env("KEY")).reveal()).isEqualTo("secret-1");
    }

    @Test
    void aVariableThatIsMissingOrBlankIsNamed() {
        for (var name : List.of("NONE", "BLANK")) {
            assertThatThrownBy(() -> key(new Credential.Env(name)))
                    .isInstanceOf(NoCredential.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aPlainValueAndWhatIsHeldAreTakenAsTheyAre() throws NoCredential {
        assertThat(key(new Credential.Value("ann")).reveal()).isEqualTo("ann");
        var held = Secret.of("h");
        assertThat(key(new Credential.Held(held))).isSameAs(held);
    }

    private MissingKey missing(String account, Credential credential) {
        return catchThrowableOfType(
                        NoCredential.class, () -> credentials.resolve(account(account, credential)))
                .missing();
    }

    @Test
    void theVaultGivesTheKeyOrSaysWhatIsWithIt() throws NoCredential {
        assertThat(key(new Credential.Vault("gpu")).reveal()).isEqualTo("kept");
        assertThat(missing("locked", new Credential.Vault("gpu")))
                .isEqualTo(new MissingKey.VaultLocked());
        assertThat(missing("a", new Credential.Vault("tpu")))
                .isEqualTo(new MissingKey.VaultMissing("tpu"));
    }

    @Test
    void nothingIsRunForAnAccountThatIsNotConfirmed() throws IOException {
        assertThat(missing("unconfirmed", script("echo key")))
                .isEqualTo(new MissingKey.Unconfirmed());
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aMissingVariableTellsWhereWasLooked() {
        assertThat(missing("a", new Credential.Env("NONE")))
                .isEqualTo(new MissingKey.Variable("NONE", Looked.PROCESS));
    }

    @Test
    void aProgramsFailureIsToldAsData() throws IOException {
        assertThat(missing("a", script("echo 'no such entry' >&2; exit 3")))
                .isEqualTo(new MissingKey.Command("/bin/sh", Failure.EXITED, "3", "no such entry"));
    }

    @Test
    void aProgramSeesTheGivenEnvironmentAndIsFoundInItsPath() throws Exception {
        var command = script("echo $KEY");
        assertThat(key(command).reveal()).isEqualTo("secret-1");
        var tool = folder.resolve("pilothouse-test-tool");
        Files.writeString(tool, "#!/bin/sh\necho $NEW\n");
        assumeTrue(tool.toFile().setExecutable(true));
        var elsewhere = Map.of("PATH", "relative:" + folder + ":/bin:/usr/bin", "NEW", "found");
        credentials =
                new Credentials(
                        Environment.of(elsewhere),
                        VaultDoor.NONE,
                        _ -> true,
                        threads,
                        Duration.ofSeconds(30));
        assertThat(key(new Credential.Command(List.of("pilothouse-test-tool"))).reveal())
                .isEqualTo("found");
    }

    @Test
    void aRefusedKeyIsReadAgainOnceUntilOneIsAccepted() throws Exception {
        var command = script("wc -l < '" + folder.resolve("runs") + "'");
        assertThat(credentials.refused("a")).isFalse(); // nothing was printed
        key(command);
        assertThat(credentials.refused("another")).isFalse();
        assertThat(credentials.refused("a")).isTrue();
        key(command);
        assertThat(credentials.refused("a")).isFalse();
        key(command);
        assertThat(runs()).isEqualTo(2);

        credentials.accepted("a");
        assertThat(credentials.refused("a")).isTrue();
        key(command);
        assertThat(credentials.refused("a")).isFalse();
        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void aRefusedVariableIsNotWorthAnotherTry() throws NoCredential {
        key(new Credential.Env("KEY"));
        assertThat(credentials.refused("a")).isFalse();
    }

    @Test
    void aProgramsFirstLineIsTheKeyAndItRunsOnce() throws Exception {
        var command = script("echo 'key one'; echo 'second line'");
        assertThat(key(command).reveal()).isEqualTo("key one");
        assertThat(key(command).reveal()).isEqualTo("key one");
        assertThat(runs()).isOne();
    }

    @Test
    void argumentsReachAProgramWithoutAShell() throws Exception {
        assertThat(key(script("printf '%s\\r\\n' \"$1\"")).reveal())
                .isEqualTo("an 'argument' $HOME");
    }

    @Test
    void whatIsForgottenIsReadOnceMore() throws Exception {
        var command = script("wc -l < '" + folder.resolve("runs") + "'");
        assertThat(key(command).reveal().strip()).isEqualTo("1");
        credentials.forget("another");
        assertThat(key(command).reveal().strip()).isEqualTo("1");
        credentials.forget("a");
        assertThat(key(command).reveal().strip()).isEqualTo("2");
        assertThat(key(command).reveal().strip()).isEqualTo("2");
    }

    @Test
    void aProgramThatFailedIsRunAgainOnlyByAPerson() throws Exception {
        var command = script("echo 'no such entry' >&2; echo more >&2; echo half; exit 3");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> key(command))
                    .isInstanceOf(NoCredential.class)
                    .hasMessage("/bin/sh ended with 3: no such entry");
            credentials.forget("a");
        }
        assertThat(runs()).isOne();
        credentials.retry("a");
        assertThatThrownBy(() -> key(command)).isInstanceOf(NoCredential.class);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void aProgramThatPrintsNothingGivesNoKey() throws Exception {
        var command = script("echo");
        assertThatThrownBy(() -> key(command)).hasMessage("/bin/sh printed nothing");
    }

    @Test
    void aProgramThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> key(new Credential.Command(List.of("/no/such/program"))))
                .hasMessage("/no/such/program can't be started");
    }

    @Test
    void aProgramThatPrintsMoreThanAPipeHoldsStillEnds() throws Exception {
        var command =
                script(
                        "echo key; i=0; while [ $i -lt 20000 ]; do echo 'much more of it';"
                                + " i=$((i+1)); done");
        assertThat(key(command).reveal()).isEqualTo("key");
    }

    @Test
    void aProgramThatDoesNotEndIsKilledWithWhatItStarted() throws Exception {
        credentials = within(Duration.ofSeconds(1));
        var command = script("sleep 600 & echo $! > '" + folder.resolve("child") + "'; wait");
        assertThatThrownBy(() -> key(command)).hasMessage("/bin/sh did not end within 1 s");
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(p -> p.onExit().join());
    }

    @Test
    void aProgramReadsNothing() throws Exception {
        assertThat(key(script("cat; echo key")).reveal()).isEqualTo("key");
    }

    @Test
    void oneProgramRunsAtATime() throws Exception {
        var lock = folder.resolve("busy");
        var command =
                script(
                        "mkdir '"
                                + lock
                                + "' || exit 1; sleep 0.05; rmdir '"
                                + lock
                                + "'; echo key");
        var all = new ArrayList<Future<Map<String, Secret>>>();
        for (int i = 0; i < 5; i++) {
            var account = account("account-" + i, command);
            all.add(threads.submit(() -> credentials.resolve(account)));
        }
        for (var one : all) {
            assertThat(one.get().get("api-key").reveal()).isEqualTo("key");
        }
        assertThat(runs()).isEqualTo(5);
    }

    @Test
    void anInterruptedWaitIsNotTakenForAFailure() throws Exception {
        var command = script("echo key");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> key(command)).isInstanceOf(NoCredential.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(key(command).reveal()).isEqualTo("key");
    }
}
