package io.pilothouse.account.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pilothouse.account.vault.Vault.State;
import io.pilothouse.account.vault.VaultDoor.Found;
import io.pilothouse.account.vault.VaultException.Why;
import io.pilothouse.domain.Secret;
import io.pilothouse.testkit.Property;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Whatever happens to the file: an answer, never a wrong key, never a lost byte.
final class VaultDamageTest {
    private static final Secret PASSPHRASE = Secret.of("correct horse");
    private static final byte[] TYPED = "correct horse".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final int HASH = 32;

    /// Where the numbers stand.
    private static final int VERSION = 8;

    private static final int KIBIBYTES = 10;
    private static final int PASSES = 14;
    private static final int LANES = 18;

    @TempDir private Path folder;
    private Path path;
    private byte[] whole;

    @BeforeEach
    void makeAVault() throws Exception {
        path = folder.resolve("vault");
        var vault = vault();
        vault.create(PASSPHRASE);
        vault.put("gpu", "team", "api-key", Secret.of("secret-1"));
        vault.put("cpu", "home", "token", Secret.of("secret-2"));
        whole = Files.readAllBytes(path);
    }

    private Vault vault() {
        return Vault.locked(path, CLOCK, new QuickDerivation());
    }

    /// The same with a last part that fits, as someone would make it who is not a broken disk.
    private static byte[] rehashed(byte[] file) {
        int end = file.length - HASH;
        var hash = Layout.hash(file, end);
        System.arraycopy(hash, 0, file, end, HASH);
        return file;
    }

    private static byte[] flipped(byte[] file, int at, int mask) {
        var copy = file.clone();
        copy[at] ^= (byte) mask;
        return copy;
    }

    private static Why refusal(byte[] file) {
        var refused =
                catchThrowableOfType(
                        VaultException.class,
                        () -> Layout.read(file).unlock(TYPED, new QuickDerivation()));
        assertThat(refused).as("a changed file must not open").isNotNull();
        return refused.why();
    }

    @Test
    void aFlippedBitAnywhereIsDamageWhateverThePassphrase() {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                assertThat(refusal(flipped(whole, at, 1 << bit)))
                        .as("byte %s", at)
                        .isEqualTo(Why.DAMAGED);
            }
        }
    }

    @Test
    void everyLengthItCouldBeCutToIsDamage() {
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isEqualTo(Why.DAMAGED);
            if (length >= HASH) {
                assertThat(refusal(rehashed(Arrays.copyOf(whole, length))))
                        .isIn(Why.DAMAGED, Why.UNFIT);
            }
        }
    }

    @Test
    void aFlippedBitBehindARightCheckSumDoesNotOpenEither() {
        var seen = EnumSet.noneOf(Why.class);
        for (int at = 0; at < whole.length - HASH; at++) {
            for (int bit = 0; bit < 8; bit++) {
                seen.add(refusal(rehashed(flipped(whole, at, 1 << bit))));
            }
        }
        assertThat(seen).isEqualTo(Set.of(Why.DAMAGED, Why.NEWER, Why.UNFIT, Why.WRONG_PASSPHRASE));
    }

    @Test
    void entriesThatAreLeftOutSwappedOrTakenFromElsewhereAreNoticed() throws Exception {
        var layout = Layout.read(whole);
        var key = layout.unlock(TYPED, new QuickDerivation());
        var both = layout.entries();
        var first = both.get(0);
        var second = both.get(1);
        var swapped =
                List.of(
                        new Entry(first.id(), first.account(), first.field(), 1, second.box()),
                        second);
        int head = layout.head().length;
        for (var entries : List.of(List.<Entry>of(), List.of(first), both.reversed(), swapped)) {
            // with the seal of the whole one: nobody without the key can make another
            var forged = Layout.write(layout.head(), entries, new byte[32], new SecureRandom());
            System.arraycopy(
                    whole,
                    whole.length - HASH - Box.OVERHEAD,
                    forged,
                    forged.length - HASH - Box.OVERHEAD,
                    Box.OVERHEAD);
            assertThat(forged.length).isGreaterThan(head);
            assertThat(refusal(rehashed(forged))).isEqualTo(Why.DAMAGED);
        }
        assertThat(second.box().open(key, first.label())).isEmpty();
        assertThat(first.box().open(key, Entry.label("gpu", "team", "api-key", 2))).isEmpty();
        assertThat(first.box().open(key, Entry.label("gpu", "home", "api-key", 1))).isEmpty();
        assertThat(first.box().open(key, Entry.label("gp", "uteam", "api-key", 1))).isEmpty();
        assertThat(first.box().open(key, first.label())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "19456, 2, 1, WRONG_PASSPHRASE",
        "19455, 2, 1, UNFIT",
        "19456, 1, 1, UNFIT",
        "19456, 2, 0, UNFIT",
        "-1, 3, 4, UNFIT",
        "196609, 3, 4, UNFIT",
        "65536, 17, 4, UNFIT",
        "65536, 3, 17, UNFIT"
    })
    void weakAndUnbearableDerivationsAreRefusedBeforeAnyWorkIsDone(
            int kibibytes, int passes, int lanes, Why why) {
        var other = ByteBuffer.wrap(whole.clone());
        other.putInt(KIBIBYTES, kibibytes).putInt(PASSES, passes).putInt(LANES, lanes);
        assertThat(refusal(rehashed(other.array()))).isEqualTo(why);
    }

    @Test
    void aNewerVersionIsLeftUntouched() throws Exception {
        var bytes = ByteBuffer.wrap(whole.clone()).putShort(VERSION, (short) 2).array();
        var newer = rehashed(bytes);
        Files.write(path, newer);
        var vault = vault();
        var refused = catchThrowableOfType(VaultException.class, () -> vault.unlock(PASSPHRASE));
        assertThat(refused.why()).isEqualTo(Why.NEWER);
        assertThat(refused.notice().key()).isEqualTo("vault.newer");
        assertThat(path).hasBinaryContent(newer);
    }

    /// Random damage of several kinds at once, through the whole vault: it does not open, what can be tried is tried,
    /// and every byte that was there is still in the folder.
    @Test
    void noDamageIsOpenedOrOverwritten() {
        Property.holds(
                300,
                40,
                (random, size) -> {
                    var damaged = damaged(random, size);
                    if (Arrays.equals(damaged, whole)) {
                        return;
                    }
                    Files.write(path, damaged);
                    var vault = vault();
                    tryEverything(vault);
                    assertThat(vault.state()).isEqualTo(State.LOCKED);
                    assertThat(vault.find("gpu", "team", "api-key")).isEqualTo(Found.Not.LOCKED);
                    assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
                });
    }

    private static void tryEverything(Vault vault) {
        var tries = new ArrayList<VaultException>();
        var other = Secret.of("another one");
        tries.add(catchThrowableOfType(VaultException.class, () -> vault.unlock(PASSPHRASE)));
        tries.add(catchThrowableOfType(VaultException.class, () -> vault.create(PASSPHRASE)));
        tries.add(
                catchThrowableOfType(
                        VaultException.class, () -> vault.changePassphrase(PASSPHRASE, other)));
        tries.add(
                catchThrowableOfType(
                        VaultException.class, () -> vault.put("gpu", "team", "api-key", other)));
        tries.add(catchThrowableOfType(VaultException.class, () -> vault.remove("gpu")));
        assertThat(tries).doesNotContainNull();
    }

    private byte[] damaged(SplittableRandom random, int size) {
        var bytes = whole.clone();
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 40));
                case 1 -> {
                    if (bytes.length > 0) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                }
                case 2 -> {
                    int at = random.nextInt(bytes.length + 1);
                    var out = new ByteArrayOutputStream();
                    out.write(bytes, 0, at);
                    out.write(random.nextInt(256));
                    out.write(bytes, at, bytes.length - at);
                    bytes = out.toByteArray();
                }
                default -> {
                    if (bytes.length > HASH) {
                        rehashed(bytes);
                    }
                }
            }
        }
        return bytes;
    }

    @Test
    void whateverIsPutComesOutAgain() {
        Property.holds(
                12,
                200,
                (random, size) -> {
                    Files.deleteIfExists(path);
                    var vault = vault();
                    vault.create(PASSPHRASE);
                    var keys = new ArrayList<String>();
                    for (int i = 0; i < 1 + size / 60; i++) {
                        keys.add(text(random, size));
                        vault.put("id-" + i, text(random, 9), "f", Secret.of("first"));
                        vault.put("id-" + i, "account", "f", Secret.of(keys.get(i)));
                    }
                    var next = vault();
                    next.unlock(PASSPHRASE);
                    for (int i = 0; i < keys.size(); i++) {
                        assertThat(next.find("id-" + i, "account", "f"))
                                .isEqualTo(new Found.Here(Secret.of(keys.get(i))));
                    }
                });
    }

    private static String text(SplittableRandom random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x11_0000);
            text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point);
        }
        return text.toString();
    }
}
