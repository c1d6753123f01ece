package io.pilothouse.account.vault;

import io.pilothouse.account.vault.VaultException.Why;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The file, byte by byte. In this order, numbers big-endian:
///
/// | what | bytes |
/// |---|---|
/// | `PHVAULT` and a line feed | 8 |
/// | version, 1 | 2 |
/// | Argon2id: KiB, passes, lanes | 4 + 4 + 4 |
/// | salt | 16 |
/// | box with the vault's key, closed with the passphrase's key; its label is all before it | 60 |
/// | number of entries | 4 |
/// | entries: id, account, field (as `DataOutput.writeUTF`), revision (4), length (4) and box | |
/// | seal: an empty box closed with the vault's key; its label is all before it | 28 |
/// | SHA-256 of all before it | 32 |
///
/// The last tells damage from a wrong passphrase; the seal notices what a person with a hex editor could do about it:
/// entries left out, put back or in another order. All versions begin with the first two and end with the last.
final class Layout {
    static final int VERSION = 1;
    static final int SALT_BYTES = 16;

    private static final byte[] MAGIC = "PHVAULT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_END = MAGIC.length + Short.BYTES;
    private static final int HEAD_BYTES = VERSION_END + 3 * Integer.BYTES + SALT_BYTES;
    private static final int WRAPPED_BYTES = Box.KEY_BYTES + Box.OVERHEAD;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_ENTRY_BYTES = 3 * Short.BYTES + 2 * Integer.BYTES + Box.OVERHEAD;
    private static final byte[] NOTHING = new byte[0];

    private final byte[] file;
    private final Stretch stretch;
    private final byte[] salt;
    private final Box wrapped;
    private final List<Entry> entries;

    private Layout(byte[] file, Stretch stretch, byte[] salt, Box wrapped, List<Entry> entries) {
        this.file = file;
        this.stretch = stretch;
        this.salt = salt;
        this.wrapped = wrapped;
        this.entries = List.copyOf(entries);
    }

    /// @throws VaultException DAMAGED, NEWER or UNFIT
    static Layout read(byte[] file) throws VaultException {
        int end = file.length - HASH_BYTES;
        if (end < VERSION_END
                || !Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC)
                || !Arrays.equals(hash(file, end), Arrays.copyOfRange(file, end, file.length))) {
            throw new VaultException(Why.DAMAGED);
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(file, 0, end))) {
            in.skipNBytes(MAGIC.length);
            int version = in.readUnsignedShort();
            if (version > VERSION) {
                throw new VaultException(Why.NEWER);
            }
            var stretch = new Stretch(in.readInt(), in.readInt(), in.readInt());
            if (!stretch.isFit()) {
                throw new VaultException(Why.UNFIT);
            }
            var salt = bytes(in, SALT_BYTES);
            var wrapped = new Box(bytes(in, WRAPPED_BYTES));
            var entries = entries(in);
            if (version < VERSION || in.available() != Box.OVERHEAD) {
                throw new VaultException(Why.DAMAGED);
            }
            return new Layout(file, stretch, salt, wrapped, entries);
        } catch (IOException e) {
            throw new VaultException(Why.DAMAGED, e);
        }
    }

    private static List<Entry> entries(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / LEAST_ENTRY_BYTES) {
            throw new IOException("the number of entries");
        }
        var found = new ArrayList<Entry>(count);
        for (int i = 0; i < count; i++) {
            var id = in.readUTF();
            var account = in.readUTF();
            var field = in.readUTF();
            int revision = in.readInt();
            int length = in.readInt();
            if (length < Box.OVERHEAD) {
                throw new IOException("the length of an entry");
            }
            found.add(new Entry(id, account, field, revision, new Box(bytes(in, length))));
        }
        return found;
    }

    private static byte[] bytes(DataInputStream in, int count) throws IOException {
        if (count > in.available()) {
            throw new IOException("cut short");
        }
        return in.readNBytes(count);
    }

    /// The vault's key, once everything has proved to be as it was written.
    ///
    /// @throws VaultException WRONG_PASSPHRASE or DAMAGED
    byte[] unlock(byte[] passphrase, Derivation derivation) throws VaultException {
        var outer = derivation.key(passphrase, salt, stretch);
        Optional<byte[]> key;
        try {
            key = wrapped.open(outer, Arrays.copyOf(file, HEAD_BYTES));
        } finally {
            Arrays.fill(outer, (byte) 0);
        }
        if (key.isEmpty()) {
            throw new VaultException(Why.WRONG_PASSPHRASE);
        }
        int end = file.length - HASH_BYTES - Box.OVERHEAD;
        var seal = new Box(Arrays.copyOfRange(file, end, end + Box.OVERHEAD));
        if (seal.open(key.get(), Arrays.copyOf(file, end)).isEmpty()) {
            Arrays.fill(key.get(), (byte) 0);
            throw new VaultException(Why.DAMAGED);
        }
        return key.get();
    }

    List<Entry> entries() {
        return entries;
    }

    /// The beginning of a new file, for [#write]: all that depends on the passphrase.
    static byte[] head(
            Stretch stretch,
            byte[] key,
            byte[] passphrase,
            Derivation derivation,
            SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var head =
                written(
                        out -> {
                            out.write(MAGIC);
                            out.writeShort(VERSION);
                            out.writeInt(stretch.kibibytes());
                            out.writeInt(stretch.passes());
                            out.writeInt(stretch.lanes());
                            out.write(salt);
                        });
        var outer = derivation.key(passphrase, salt, stretch);
        try {
            var wrapped = Box.close(outer, head, key, random);
            return written(
                    out -> {
                        out.write(head);
                        out.write(wrapped.bytes());
                    });
        } finally {
            Arrays.fill(outer, (byte) 0);
        }
    }

    byte[] head() {
        return Arrays.copyOf(file, HEAD_BYTES + WRAPPED_BYTES);
    }

    static byte[] write(byte[] head, Collection<Entry> entries, byte[] key, SecureRandom random) {
        var body =
                written(
                        out -> {
                            out.write(head);
                            out.writeInt(entries.size());
                            for (var entry : entries) {
                                entry.write(out);
                            }
                        });
        var sealed =
                written(
                        out -> {
                            out.write(body);
                            out.write(Box.close(key, body, NOTHING, random).bytes());
                        });
        return written(
                out -> {
                    out.write(sealed);
                    out.write(hash(sealed, sealed.length));
                });
    }

    /// SHA-256 of the first bytes.
    static byte[] hash(byte[] bytes, int count) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, count);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Part part) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            part.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
