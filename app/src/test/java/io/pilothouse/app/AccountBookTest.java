package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.Confirmation;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.app.accounts.AccountBook;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.accounts.AccountDesk.Checked;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The accounts of a real home, at a service that is re-enacted on loopback.
class AccountBookTest {
    @TempDir Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final LambdaSetup setup = LambdaSetup.demo(RehearsalClock.system(), Speed.demo());
    private RehearsalCloud cloud;
    private Backstage backstage;
    private AccountBook book;

    @BeforeEach
    void start() throws IOException {
        cloud = RehearsalCloud.start(threads, RehearsalClock.system(), setup);
        backstage = new Backstage(Home.at(folder), Optional.empty(), crashes::add);
        backstage.start();
        book = backstage.accounts();
    }

    @AfterEach
    void stop() throws IOException {
        backstage.close();
        cloud.close();
        threads.shutdownNow();
        assertThat(crashes).isEmpty();
    }

    private Account account(String id, String key) {
        return new Account(
                id,
                "Name of " + id,
                "lambda-cloud",
                cloud.accounts().getFirst().endpoint(),
                Stage.DEVELOPMENT,
                false,
                "teal",
                Map.of("api-key", new Credential.Command(List.of("echo", key))),
                Map.of(),
                Json.obj());
    }

    private void add(Account account) {
        assertThat(book.putNow(account, Map.of())).isEmpty();
    }

    private List<String> open() {
        return backstage.connections().all().stream().map(c -> c.account().id()).toList();
    }

    private Path file() {
        return folder.resolve("accounts.json");
    }

    private Checked check(Account account) throws Exception {
        var answer = new CompletableFuture<Checked>();
        var _ = book.check(account, answer::complete);
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void anAccountIsWrittenAndOpened() throws IOException {
        add(account("a", setup.key()));
        add(account("b", setup.key()));
        assertThat(open()).containsExactly("a", "b");
        assertThat(Files.readString(file())).contains("\"id\": \"a\"", "\"echo\"");
    }

    @Test
    void theOrderAndTheNameFollowWhatIsWritten() {
        add(account("a", setup.key()));
        add(account("b", setup.key()));
        assertThat(book.changeNow(List::reversed)).isEmpty();
        assertThat(open()).containsExactly("b", "a");

        var before = backstage.connections().of("a").orElseThrow();
        assertThat(
                        book.changeNow(
                                all ->
                                        all.stream()
                                                .map(a -> a.id().equals("b") ? renamed(a) : a)
                                                .toList()))
                .isEmpty();
        assertThat(open()).containsExactly("b", "a");
        assertThat(backstage.connections().of("b").orElseThrow().account().name())
                .isEqualTo("Another");
        assertThat(backstage.connections().of("a")).containsSame(before);
    }

    private static Account renamed(Account a) {
        return new Account(
                a.id(),
                "Another",
                a.provider(),
                a.endpoint(),
                a.stage(),
                a.readOnly(),
                a.colour(),
                a.credentials(),
                a.budgets(),
                a.options());
    }

    @Test
    void whatIsRemovedIsClosedAndNothingIsSentForIt() {
        add(account("a", setup.key()));
        assertThat(book.changeNow(_ -> List.of())).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(book.listing().accounts()).isEmpty();
        assertThat(cloud.arrivals().kept()).noneMatch(a -> a.mutating());
    }

    private void await(BooleanSupplier holds) {
        // what is told of health comes from other threads; the tests' own limit ends a wait in vain
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private Health health(String id) {
        return backstage.connections().of(id).orElseThrow().health();
    }

    private void restart() throws IOException {
        backstage.close();
        backstage = new Backstage(Home.at(folder), Optional.empty(), crashes::add);
        backstage.start();
        book = backstage.accounts();
    }

    private Account kept(String id) {
        return account(id, "").with(Map.of("api-key", new Credential.Vault(id + "/api-key")));
    }

    @Test
    void aTypedKeyLivesInTheVaultAndTheNextRunWaitsForItsPassphrase() throws Exception {
        backstage.vault().create(Secret.of("correct horse"));
        assertThat(book.putNow(kept("a"), Map.of("api-key", Secret.of(setup.key())))).isEmpty();
        await(() -> health("a").state() == Health.State.GOOD);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(setup.key());
            }
        }

        restart();
        await(() -> health("a").state() == Health.State.SIGNED_OUT);
        assertThat(health("a").why())
                .get()
                .isInstanceOfSatisfying(
                        CloudException.NoCredential.class,
                        e -> assertThat(e.missing()).isInstanceOf(MissingKey.VaultLocked.class));
        backstage.vault().unlock(Secret.of("correct horse"));
        await(() -> health("a").state() == Health.State.GOOD);
    }

    @Test
    void aKeyThatTheVaultCantTakeIsSaidAndNoAccountIsWritten() {
        assertThat(book.putNow(kept("a"), Map.of("api-key", Secret.of("k")))).isPresent();
        assertThat(book.listing().accounts()).isEmpty();
    }

    @Test
    void theVaultForgetsTheKeyOfAnAccountThatIsRemoved() throws Exception {
        backstage.vault().create(Secret.of("correct horse"));
        book.putNow(kept("a"), Map.of("api-key", Secret.of(setup.key())));
        book.putNow(kept("b"), Map.of("api-key", Secret.of(setup.key())));
        book.changeNow(all -> all.stream().filter(a -> a.id().equals("b")).toList());
        assertThat(backstage.vault().labels())
                .extracting(Vault.Label::account)
                .containsExactly("b");
    }

    @Test
    void aCommandThatStandsInTheFileIsNotRunBeforeAPersonAgrees() throws IOException {
        var ran = folder.resolve("ran");
        Files.writeString(
                file(),
                """
                {"accounts": [{"id": "x", "provider": "lambda-cloud", "endpoint": "%s",
                  "credentials": {"api-key": {"command": ["tee", "%s"]}}}]}
                """
                        .formatted(cloud.accounts().getFirst().endpoint().orElseThrow(), ran));
        backstage.reread();
        await(() -> health("x").state() == Health.State.SIGNED_OUT);
        assertThat(book.listing().unconfirmed().get("x"))
                .extracting(Confirmation::what)
                .containsExactly(Confirmation.What.COMMAND);
        assertThat(ran).doesNotExist();
        assertThat(cloud.arrivals().kept()).isEmpty();

        book.confirmNow("x");
        assertThat(book.listing().unconfirmed()).isEmpty();
        await(() -> Files.exists(ran));

        restart();
        assertThat(book.listing().unconfirmed()).isEmpty();
    }

    @Test
    void aChangeFromOutsideIsTakenUp() throws IOException {
        var told = new ArrayList<Integer>();
        var pin = book.observe(() -> told.add(book.listing().accounts().size()));
        Files.writeString(
                file(),
                """
                {"accounts": [{"id": "x", "provider": "lambda-cloud",
                  "endpoint": "http://127.0.0.1:9", "credentials": {"api-key": {"env": "NONE"}}}]}
                """);
        assertThat(backstage.reread()).isTrue();
        assertThat(backstage.reread()).isFalse();
        assertThat(open()).containsExactly("x");
        assertThat(told).containsExactly(1);
        pin.close();
    }

    @Test
    void aFileThatCantBeReadKeepsTheLastGoodStateAndIsNotWritten() throws IOException {
        add(account("a", setup.key()));
        Files.writeString(file(), "{\"accounts\": [ {");
        assertThat(backstage.reread()).isTrue();

        assertThat(book.listing().obstacle()).isPresent();
        assertThat(open()).containsExactly("a");
        assertThat(book.changeNow(_ -> List.of()))
                .hasValueSatisfying(w -> assertThat(w).contains("no JSON"));
        assertThat(file()).hasContent("{\"accounts\": [ {");
        assertThat(open()).containsExactly("a");
    }

    @Test
    void aCaFileThatIsMissingIsSaidAndStopsThatAccountOnly() {
        add(account("a", setup.key()));
        var b = account("b", setup.key());
        add(
                new Account(
                        b.id(),
                        b.name(),
                        b.provider(),
                        b.endpoint(),
                        b.stage(),
                        b.readOnly(),
                        b.colour(),
                        b.credentials(),
                        b.budgets(),
                        b.options(),
                        new Account.Reach(
                                Optional.empty(),
                                Optional.of(folder.resolve("no.pem").toString()),
                                Optional.empty())));
        assertThat(open()).containsExactly("a");
        assertThat(book.listing().notOpened().get("b")).contains("no.pem");
        assertThat(book.listing().accounts()).hasSize(2);
    }

    @Test
    void aGoodKeyIsAnsweredWithWhatIsThere() throws Exception {
        assertThat(check(account("new", setup.key())))
                .isInstanceOfSatisfying(
                        Checked.Answered.class,
                        a -> {
                            assertThat(a.call()).isEqualTo("ssh-keys");
                            assertThat(a.answer().list("data")).isNotEmpty();
                        });
        assertThat(open()).isEmpty();
        assertThat(cloud.arrivals().kept()).hasSize(1);
    }

    @Test
    void aWrongKeyIsRefusedWithOneCall() throws Exception {
        assertThat(check(account("new", "wrong")))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        r -> assertThat(r.why()).isInstanceOf(CloudException.Unauthorized.class));
        assertThat(cloud.arrivals().kept()).hasSize(1);
    }

    @Test
    void aCommandThatFailsIsRunAgainAtTheNextCheck() throws Exception {
        var script = folder.resolve("key");
        var account = account("new", setup.key());
        var command = new Credential.Command(List.of("cat", script.toString()));
        var from =
                new Account(
                        account.id(),
                        account.name(),
                        account.provider(),
                        account.endpoint(),
                        account.stage(),
                        account.readOnly(),
                        account.colour(),
                        Map.of("api-key", command),
                        Map.of(),
                        Json.obj());
        assertThat(check(from))
                .isInstanceOfSatisfying(
                        Checked.Refused.class,
                        r -> assertThat(r.why()).isInstanceOf(CloudException.NoCredential.class));
        Files.writeString(script, setup.key());
        assertThat(check(from)).isInstanceOf(Checked.Answered.class);
    }

    @Test
    void aSecondAccountWithTheSameKeyKeepsToTheLimitsOfTheFirst() throws Exception {
        add(account("a", setup.key()));
        for (int i = 0; i < 3; i++) {
            assertThat(check(account("twin", setup.key()))).isInstanceOf(Checked.Answered.class);
        }
        assertThat(cloud.arrivals().closerThan(java.time.Duration.ofSeconds(1), _ -> true))
                .isZero();
    }

    @Test
    void aCheckThatWasCalledOffTellsNothing() throws Exception {
        var told = new CopyOnWriteArrayList<Checked>();
        book.check(account("new", setup.key()), told::add).close();
        assertThat(check(account("other", setup.key()))).isInstanceOf(Checked.Answered.class);
        assertThat(told).isEmpty();
    }

    @Test
    void settingsThatCantBeUsedAreSaidAtTheCheck() throws Exception {
        var a = account("new", setup.key());
        var checked =
                check(
                        new Account(
                                a.id(),
                                a.name(),
                                a.provider(),
                                a.endpoint(),
                                a.stage(),
                                a.readOnly(),
                                a.colour(),
                                a.credentials(),
                                a.budgets(),
                                a.options(),
                                new Account.Reach(
                                        Optional.empty(),
                                        Optional.of("/nowhere/ca.pem"),
                                        Optional.empty())));
        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Unusable.class, u -> assertThat(u.why()).contains("ca.pem"));
    }
}
