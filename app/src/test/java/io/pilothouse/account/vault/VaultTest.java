package io.pilothouse.account.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.account.vault.Vault.State;
import io.pilothouse.account.vault.VaultDoor.Found;
import io.pilothouse.account.vault.VaultException.Why;
import io.pilothouse.domain.Secret;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

final class VaultTest {
    private static final Secret PASSPHRASE = Secret.of("correct horse");
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z"));

    @TempDir private Path folder;
    private Path path;
    private Vault vault;

    @BeforeEach
    void name() {
        path = folder.resolve("vault");
        vault = vault();
    }

    private Vault vault() {
        return Vault.locked(path, NOON, new QuickDerivation());
    }

    private Vault withKey(String key) throws VaultException {
        vault.create(PASSPHRASE);
        vault.put("gpu", "team", "api-key", Secret.of(key));
        return vault;
    }

    private static String key(Vault vault) {
        return vault.find("gpu", "team", "api-key") instanceof Found.Here(var secret)
                ? secret.reveal()
                : "none";
    }

    private static Why refusal(ThrowingCallable call) {
        return catchThrowableOfType(VaultException.class, call).why();
    }

    @Test
    void aKeyIsFoundAgainByTheNextRun() throws VaultException {
        withKey("secret-1");
        var next = vault();
        assertThat(next.state()).isEqualTo(State.LOCKED);
        assertThat(next.find("gpu", "team", "api-key")).isEqualTo(Found.Not.LOCKED);
        next.unlock(PASSPHRASE);
        assertThat(key(next)).isEqualTo("secret-1");
        assertThat(next.labels()).containsExactly(new Vault.Label("gpu", "team", "api-key"));
    }

    @Test
    void theRealDerivationOpensWhatItClosed() throws VaultException {
        var real = Vault.locked(path, NOON);
        real.create(PASSPHRASE);
        real.put("gpu", "team", "api-key", Secret.of("secret-1"));
        var next = Vault.locked(path, NOON);
        assertThat(refusal(() -> next.unlock(Secret.of("wrong horse"))))
                .isEqualTo(Why.WRONG_PASSPHRASE);
        next.unlock(PASSPHRASE);
        assertThat(key(next)).isEqualTo("secret-1");
    }

    @Test
    void aKeyIsForTheAccountAndFieldItWasPutFor() throws VaultException {
        withKey("secret-1");
        assertThat(vault.find("gpu", "other", "api-key")).isEqualTo(Found.Not.MISSING);
        assertThat(vault.find("gpu", "team", "login")).isEqualTo(Found.Not.MISSING);
        assertThat(vault.find("tpu", "team", "api-key")).isEqualTo(Found.Not.MISSING);
    }

    @Test
    void aNewValueReplacesTheOldAndTheFileBeforeIsKept() throws Exception {
        withKey("secret-1");
        var before = Files.readAllBytes(path);
        vault.put("gpu", "team", "api-key", Secret.of("secret-2"));
        assertThat(key(vault)).isEqualTo("secret-2");
        assertThat(folder.resolve("vault~")).hasBinaryContent(before);
        var next = vault();
        next.unlock(PASSPHRASE);
        assertThat(key(next)).isEqualTo("secret-2");
    }

    @Test
    void whatIsRemovedIsGone() throws VaultException {
        withKey("secret-1");
        vault.remove("no such");
        vault.remove("gpu");
        assertThat(key(vault)).isEqualTo("none");
        var next = vault();
        next.unlock(PASSPHRASE);
        assertThat(next.labels()).isEmpty();
    }

    @Test
    void aLockedVaultGivesAndTakesNothing() throws VaultException {
        withKey("secret-1").lock();
        assertThat(vault.find("gpu", "team", "api-key")).isEqualTo(Found.Not.LOCKED);
        assertThat(refusal(() -> vault.put("a", "b", "c", PASSPHRASE))).isEqualTo(Why.LOCKED);
        assertThat(refusal(() -> vault.remove("gpu"))).isEqualTo(Why.LOCKED);
        assertThat(refusal(() -> vault.labels())).isEqualTo(Why.LOCKED);
        vault.unlock(PASSPHRASE);
        assertThat(key(vault)).isEqualTo("secret-1");
    }

    @Test
    void aWrongPassphraseIsSaidAndLeavesItAsItWas() throws VaultException {
        withKey("secret-1");
        var wrong = Secret.of("correct horses");
        assertThat(refusal(() -> vault.unlock(wrong))).isEqualTo(Why.WRONG_PASSPHRASE);
        assertThat(key(vault)).isEqualTo("secret-1");
        vault.lock();
        assertThat(refusal(() -> vault.unlock(wrong))).isEqualTo(Why.WRONG_PASSPHRASE);
        assertThat(vault.state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aPassphraseIsTheSameHoweverItsLettersAreComposed() throws VaultException {
        vault.create(Secret.of("caf\u00e9 au lait"));
        vault.lock();
        vault.unlock(Secret.of("cafe\u0301 au lait"));
        assertThat(vault.state()).isEqualTo(State.OPEN);
    }

    @Test
    void changesOfStateAreTold() throws VaultException {
        var told = new ArrayList<State>();
        assertThat(vault.state()).isEqualTo(State.ABSENT);
        try (var _ = vault.onState(told::add)) {
            withKey("secret-1");
            vault.lock();
            vault.lock();
            vault.unlock(PASSPHRASE);
        }
        vault.lock();
        assertThat(told).isEqualTo(List.of(State.OPEN, State.LOCKED, State.OPEN));
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThat(refusal(() -> vault.create(Secret.of("7 chars"))))
                .isEqualTo(Why.SHORT_PASSPHRASE);
        assertThat(path).doesNotExist();
    }

    @Test
    void whereThereIsNoVaultNoneIsOpenedAndNoKeyFound() {
        assertThat(refusal(() -> vault.unlock(PASSPHRASE))).isEqualTo(Why.ABSENT);
        assertThat(vault.find("gpu", "team", "api-key")).isEqualTo(Found.Not.MISSING);
    }

    @Test
    void aVaultThatWasTakenAwayIsNoticed() throws Exception {
        withKey("secret-1").lock();
        Files.delete(path);
        assertThat(refusal(() -> vault.unlock(PASSPHRASE))).isEqualTo(Why.ABSENT);
        assertThat(vault.state()).isEqualTo(State.ABSENT);
    }

    @Test
    void aFileThatIsThereIsNeverReplacedByANewVault() throws IOException {
        Files.writeString(path, "anything");
        assertThat(refusal(() -> vault.create(PASSPHRASE))).isEqualTo(Why.EXISTS);
        assertThat(path).hasContent("anything");
    }

    @Test
    void afterAChangeTheOldPassphraseOpensNeitherGeneration() throws Exception {
        withKey("secret-1");
        var fresh = Secret.of("battery staple");
        assertThat(refusal(() -> vault.changePassphrase(fresh, fresh)))
                .isEqualTo(Why.WRONG_PASSPHRASE);
        assertThat(refusal(() -> vault.changePassphrase(PASSPHRASE, Secret.of("short"))))
                .isEqualTo(Why.SHORT_PASSPHRASE);
        vault.changePassphrase(PASSPHRASE, fresh);
        assertThat(key(vault)).isEqualTo("secret-1");
        for (var generation : List.of("vault", "vault~")) {
            Files.copy(folder.resolve(generation), folder.resolve("copy-" + generation));
            var copy =
                    Vault.locked(folder.resolve("copy-" + generation), NOON, new QuickDerivation());
            assertThat(refusal(() -> copy.unlock(PASSPHRASE))).isEqualTo(Why.WRONG_PASSPHRASE);
            copy.unlock(fresh);
            assertThat(key(copy)).isEqualTo("secret-1");
        }
    }

    @Test
    void aFileThatWasChangedOutsideIsNotOverwritten() throws Exception {
        withKey("secret-1");
        Files.writeString(path, "from elsewhere");
        assertThat(refusal(() -> vault.put("a", "b", "c", PASSPHRASE)))
                .isEqualTo(Why.CHANGED_OUTSIDE);
        assertThat(path).hasContent("from elsewhere");
        assertThat(key(vault)).isEqualTo("secret-1");
    }

    @Test
    void aSaveThatFailsLeavesFileAndMemoryAsTheyWere() throws Exception {
        withKey("secret-1");
        var before = Files.readAllBytes(path);
        Files.createDirectories(folder.resolve("vault.new/in the way"));
        assertThat(refusal(() -> vault.put("gpu", "team", "api-key", Secret.of("secret-2"))))
                .isEqualTo(Why.NOT_SAVED);
        assertThat(key(vault)).isEqualTo("secret-1");
        assertThat(path).hasBinaryContent(before);
    }

    @Test
    void aDamagedFileIsSetAsideAndThePreviousGenerationTakesItsPlace() throws Exception {
        withKey("secret-1").put("two", "team", "login", PASSPHRASE);
        Files.writeString(path, "damaged");
        var next = vault();
        assertThat(refusal(() -> next.unlock(PASSPHRASE))).isEqualTo(Why.DAMAGED);
        assertThat(next.hasPrevious()).isTrue();
        assertThat(refusal(() -> next.restorePrevious(Secret.of("wrong horse"))))
                .isEqualTo(Why.WRONG_PASSPHRASE);
        assertThat(path).hasContent("damaged");
        next.restorePrevious(PASSPHRASE);
        assertThat(key(next)).isEqualTo("secret-1");
        assertThat(folder.resolve("vault.unreadable-2026-05-01T120000Z")).hasContent("damaged");
        next.put("three", "team", "token", PASSPHRASE);
    }

    @Test
    void bothGenerationsAreKeptWhenANewVaultIsBegun() throws Exception {
        withKey("secret-1").put("two", "team", "login", PASSPHRASE);
        vault.setAside();
        assertThat(vault.state()).isEqualTo(State.ABSENT);
        vault.create(Secret.of("another start"));
        vault.put("a", "b", "c", PASSPHRASE);
        vault.put("a", "b", "d", PASSPHRASE);
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "vault",
                            "vault~",
                            "vault.unreadable-2026-05-01T120000Z",
                            "vault~.unreadable-2026-05-01T120000Z");
        }
    }

    @Test
    void thePreviousGenerationOfAVaultThatIsGoneIsKeptToo() throws Exception {
        withKey("secret-1").lock();
        var previous = Files.readAllBytes(folder.resolve("vault~"));
        Files.delete(path);
        var next = vault();
        next.create(PASSPHRASE);
        next.put("a", "b", "c", PASSPHRASE);
        assertThat(folder.resolve("vault~.unreadable-2026-05-01T120000Z"))
                .hasBinaryContent(previous);
    }

    @Test
    void itIsItsOwnersAloneWhateverItWas() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        withKey("secret-1");
        assertThat(mode("vault")).isEqualTo("rw-------");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        vault.put("a", "b", "c", PASSPHRASE);
        assertThat(mode("vault")).isEqualTo("rw-------");
        assertThat(mode("vault~")).isEqualTo("rw-------");
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
