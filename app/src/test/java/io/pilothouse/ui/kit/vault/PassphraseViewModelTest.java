package io.pilothouse.ui.kit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.vault.Vault.State;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.vault.PassphraseViewModel.Purpose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

class PassphraseViewModelTest {
    private static final String GOOD = "correct horse";

    @TempDir Path folder;
    private int opened;

    private PassphraseViewModel asking() {
        return new PassphraseViewModel(Vaults.in(folder), () -> opened++);
    }

    private void make() {
        Vaults.in(folder).open(Secret.of(GOOD), failure -> assertThat(failure).isEmpty());
    }

    private void damage() throws IOException {
        var bytes = Files.readAllBytes(folder.resolve("vault"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("vault"), bytes);
    }

    @Test
    void aNewVaultIsMadeWithAPassphraseTypedTwice() {
        var model = asking();
        assertThat(model.purposeProperty().get()).isEqualTo(Purpose.CREATE);
        model.submit(GOOD, "", "correct hose");
        assertThat(model.problemProperty().get()).contains("not alike");
        assertThat(folder.resolve("vault")).doesNotExist();
        model.submit(GOOD, "", GOOD);
        assertThat(opened).isEqualTo(1);
        assertThat(folder.resolve("vault")).exists();
    }

    @Test
    void aShortPassphraseMakesNone() {
        var model = asking();
        model.submit("short", "", "short");
        assertThat(model.problemProperty().get()).contains("at least 8 characters");
        assertThat(folder.resolve("vault")).doesNotExist();
    }

    @Test
    void aWrongPassphraseIsSaidAndTheRightOneOpens() {
        make();
        var model = asking();
        assertThat(model.purposeProperty().get()).isEqualTo(Purpose.UNLOCK);
        model.submit("", "", "");
        assertThat(model.problemProperty().get()).isEqualTo("Type the passphrase.");
        model.submit("wrong horse", "", "");
        assertThat(model.problemProperty().get()).contains("not the passphrase");
        assertThat(opened).isZero();
        model.submit(GOOD, "", "");
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void itIsBusyUntilTheKeyIsDerivedAndTakesNoSecondTryMeanwhile() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var vault = Vaults.of(folder);
        var model =
                new PassphraseViewModel(
                        new VaultDesk(vault, waiting::add, Runnable::run), () -> opened++);
        model.submit(GOOD, "", GOOD);
        model.submit(GOOD, "", GOOD);
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void whatIsCalledOffTellsNothing() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var model =
                new PassphraseViewModel(
                        new VaultDesk(Vaults.of(folder), waiting::add, Runnable::run),
                        () -> opened++);
        model.submit(GOOD, "", GOOD);
        model.cancel();
        waiting.remove().run();
        assertThat(opened).isZero();
    }

    @Test
    void aDamagedVaultOffersTheOneBeforeOrANewOne() throws IOException {
        make();
        var vault = Vaults.of(folder);
        var desk = new VaultDesk(vault, Runnable::run, Runnable::run);
        desk.change(Secret.of("x"), Secret.of(GOOD), failure -> assertThat(failure).isPresent());
        desk.change(Secret.of(GOOD), Secret.of(GOOD + "!"), f -> assertThat(f).isEmpty());
        damage();
        var model = asking();
        model.submit(GOOD + "!", "", "");
        assertThat(model.brokenProperty().get()).isTrue();
        assertThat(model.canRestore()).isTrue();
        model.restore();
        assertThat(model.purposeProperty().get()).isEqualTo(Purpose.RESTORE);
        model.submit(GOOD + "!", "", "");
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aDamagedVaultCanBeSetAsideForANewOne() throws IOException {
        make();
        damage();
        var model = asking();
        model.submit(GOOD, "", "");
        model.startAnew();
        assertThat(model.purposeProperty().get()).isEqualTo(Purpose.CREATE);
        model.submit(GOOD, "", GOOD);
        assertThat(opened).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSizeGreaterThan(1);
        }
    }

    @Test
    void anotherPassphraseIsChosenWithTheCurrentOne() {
        make();
        var desk = Vaults.in(folder);
        var model = new PassphraseViewModel(desk, Purpose.CHANGE, () -> opened++);
        model.submit(GOOD, "another horse", "another horse");
        assertThat(opened).isEqualTo(1);
        assertThat(desk.state()).isEqualTo(State.OPEN);
        var later = asking();
        later.submit(GOOD, "", "");
        assertThat(later.problemProperty().get()).contains("not the passphrase");
    }
}
