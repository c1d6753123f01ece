package io.pilothouse.account.vault;

import io.pilothouse.account.vault.VaultException.Why;
import io.pilothouse.desktop.DurableFile;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The keys that are kept here, in one file that a passphrase opens. While it is locked nothing that could open it is in
/// memory, as far as Java lets us wipe it. Safe to use from any thread; [#create], [#unlock], [#changePassphrase] and
/// [#restorePrevious] derive a key, which takes about 0.2 s and 64 MiB. What is saved is on the disk when a method
/// returns; when one throws, file and memory are as before, unless it says otherwise.
public final class Vault implements VaultDoor {
    /// Fewer characters than this are guessed whatever Argon2id does.
    public static final int LEAST_PASSPHRASE = 8;

    /// Whether keys can be had.
    public enum State {
        /// There is no file yet.
        ABSENT,
        LOCKED,
        OPEN
    }

    /// An entry, without its key.
    public record Label(String id, String account, String field) {}

    private static final class Opened {
        private final byte[] key;

        /// As it stands on the disk.
        private final byte[] file;

        private final byte[] head;
        private final SequencedMap<String, Entry> entries;

        Opened(byte[] key, byte[] file, byte[] head, SequencedMap<String, Entry> entries) {
            this.key = key;
            this.file = file;
            this.head = head;
            this.entries = entries;
        }
    }

    private final Path path;
    private final DurableFile file;
    private final InstantSource clock;
    private final Derivation derivation;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock turn = new ReentrantLock();
    private final Listeners<State> listeners = new Listeners<>();
    private @Nullable Opened opened;
    private volatile State state;

    private Vault(Path path, InstantSource clock, Derivation derivation) {
        this.path = path;
        this.file = DurableFile.ofOwner(path);
        this.clock = clock;
        this.derivation = derivation;
        this.state = Files.exists(path) ? State.LOCKED : State.ABSENT;
    }

    /// Reads nothing yet.
    ///
    /// @param clock names the time in the name of a file that is set aside
    public static Vault locked(Path path, InstantSource clock) {
        return locked(path, clock, new Argon2id());
    }

    static Vault locked(Path path, InstantSource clock, Derivation derivation) {
        return new Vault(path, clock, derivation);
    }

    /// What an account's field is called in the vault, as a rule.
    public static String idFor(String account, String field) {
        return account + "/" + field;
    }

    public State state() {
        return state;
    }

    /// Tells each change of [#state], on the thread that made it.
    public Pin onState(Consumer<? super State> listener) {
        return listeners.add(listener);
    }

    /// Makes an empty vault and opens it.
    ///
    /// @throws VaultException EXISTS where there is a file of any content; SHORT_PASSPHRASE; NOT_SAVED
    public void create(Secret passphrase) throws VaultException {
        change(
                () -> {
                    checkLength(passphrase);
                    if (content(file).isPresent()) {
                        throw new VaultException(Why.EXISTS);
                    }
                    // of a vault that is gone: the second save would replace it
                    setAside(previous());
                    opened = renewed(new LinkedHashMap<>(), passphrase, null);
                });
    }

    /// @throws VaultException WRONG_PASSPHRASE, ABSENT, DAMAGED, NEWER, UNFIT or NO_ACCESS; a vault that was open stays
    ///     so
    public void unlock(Secret passphrase) throws VaultException {
        change(
                () -> {
                    var content = content(file);
                    if (content.isEmpty() && opened == null) {
                        state = State.ABSENT;
                    }
                    replace(opened(content, passphrase));
                });
    }

    /// Wipes the keys. Does nothing to one that is locked.
    public void lock() {
        change(
                () -> {
                    wipe();
                    state = state == State.OPEN ? State.LOCKED : state;
                });
    }

    /// The key, for the account and the field that it was put there for.
    @Override
    public Found find(String id, String account, String field) {
        turn.lock();
        try {
            if (opened == null) {
                return state == State.LOCKED ? Found.Not.LOCKED : Found.Not.MISSING;
            }
            var entry = opened.entries.get(id);
            return entry == null || !entry.account().equals(account) || !entry.field().equals(field)
                    ? Found.Not.MISSING
                    : new Found.Here(secret(entry, opened.key));
        } finally {
            turn.unlock();
        }
    }

    /// What is in it, in the order it was put there.
    ///
    /// @throws VaultException LOCKED
    public List<Label> labels() throws VaultException {
        turn.lock();
        try {
            return open().entries.values().stream()
                    .map(e -> new Label(e.id(), e.account(), e.field()))
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    /// Keeps a key, in place of one with that id. [#find] gives it to this account and field alone.
    ///
    /// @throws VaultException LOCKED, CHANGED_OUTSIDE or NOT_SAVED
    public void put(String id, String account, String field, Secret key) throws VaultException {
        change(
                () -> {
                    var now = open();
                    var entries = new LinkedHashMap<>(now.entries);
                    var old = entries.get(id);
                    int revision = old == null ? 1 : old.revision() + 1;
                    entries.put(id, entry(id, account, field, revision, key, now.key));
                    save(entries);
                });
    }

    /// Does nothing where there is no such entry. The previous generation of the file holds it until the next save.
    ///
    /// @throws VaultException LOCKED, CHANGED_OUTSIDE or NOT_SAVED
    public void remove(String id) throws VaultException {
        change(
                () -> {
                    var entries = new LinkedHashMap<>(open().entries);
                    if (entries.remove(id) != null) {
                        save(entries);
                    }
                });
    }

    /// Encrypts everything anew, under a key that neither passphrase opened before, and saves it twice: afterwards the old
    /// passphrase opens neither the file nor its previous generation.
    ///
    /// @throws VaultException WRONG_PASSPHRASE for `current`; SHORT_PASSPHRASE, ABSENT, DAMAGED; NOT_SAVED, where
    ///     `fresh` may hold already while the previous generation still opens with `current`
    public void changePassphrase(Secret current, Secret fresh) throws VaultException {
        change(
                () -> {
                    checkLength(fresh);
                    var old = opened(content(file), current);
                    try {
                        replace(renewed(old.entries, fresh, old.key));
                    } finally {
                        Arrays.fill(old.key, (byte) 0);
                    }
                    // sealed with another nonce: drives the old generation out
                    save(open().entries);
                });
    }

    /// Is there an earlier generation, for when the file is damaged or gone?
    public boolean hasPrevious() {
        return Files.exists(previous().path());
    }

    /// Opens the previous generation and makes it the vault; the file that stood there is set aside under another name.
    ///
    /// @throws VaultException as [#unlock], for the previous generation; nothing was moved then
    public void restorePrevious(Secret passphrase) throws VaultException {
        change(
                () -> {
                    var found = opened(content(previous()), passphrase);
                    setAside(file);
                    write(found.file);
                    replace(found);
                });
    }

    /// Gives the file and its previous generation other names, so that a new vault can be made. For one that is damaged,
    /// or whose passphrase is lost.
    ///
    /// @throws VaultException NOT_SAVED
    public void setAside() throws VaultException {
        change(
                () -> {
                    setAside(file);
                    setAside(previous());
                    wipe();
                    state = State.ABSENT;
                });
    }

    // --- with the turn held

    @FunctionalInterface
    private interface Step<E extends Exception> {
        void run() throws E;
    }

    private <E extends Exception> void change(Step<E> step) throws E {
        turn.lock();
        var before = state;
        var after = before;
        try {
            step.run();
        } finally {
            state = opened != null ? State.OPEN : state;
            after = state;
            turn.unlock();
            if (before != after) {
                listeners.tell(after);
            }
        }
    }

    private Opened open() throws VaultException {
        if (opened == null) {
            throw new VaultException(Why.LOCKED);
        }
        return opened;
    }

    private Opened opened(Optional<byte[]> content, Secret passphrase) throws VaultException {
        if (content.isEmpty()) {
            throw new VaultException(Why.ABSENT);
        }
        var layout = Layout.read(content.get());
        var typed = bytes(passphrase);
        try {
            var key = layout.unlock(typed, derivation);
            var entries = new LinkedHashMap<String, Entry>();
            layout.entries().forEach(e -> entries.put(e.id(), e));
            return new Opened(key, content.get(), layout.head(), entries);
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    /// The entries under a new key, saved.
    private Opened renewed(Map<String, Entry> entries, Secret passphrase, byte @Nullable [] oldKey)
            throws VaultException {
        var key = new byte[Box.KEY_BYTES];
        random.nextBytes(key);
        var fresh = new LinkedHashMap<String, Entry>();
        for (var e : entries.values()) {
            var secret = secret(e, oldKey == null ? key : oldKey);
            fresh.put(e.id(), entry(e.id(), e.account(), e.field(), e.revision() + 1, secret, key));
        }
        var typed = bytes(passphrase);
        try {
            var head = Layout.head(Stretch.USUAL, key, typed, derivation, random);
            var content = Layout.write(head, fresh.values(), key, random);
            write(content);
            return new Opened(key, content, head, fresh);
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    private static void checkLength(Secret passphrase) throws VaultException {
        if (passphrase.reveal().length() < LEAST_PASSPHRASE) {
            throw new VaultException(Why.SHORT_PASSPHRASE);
        }
    }

    private void save(SequencedMap<String, Entry> entries) throws VaultException {
        var now = open();
        var onDisk = content(file);
        if (onDisk.isPresent() && !Arrays.equals(onDisk.get(), now.file)) {
            throw new VaultException(Why.CHANGED_OUTSIDE);
        }
        var content = Layout.write(now.head, entries.values(), now.key, random);
        write(content);
        opened = new Opened(now.key, content, now.head, entries);
    }

    private void write(byte[] content) throws VaultException {
        try {
            file.save(content);
        } catch (IOException e) {
            throw new VaultException(Why.NOT_SAVED, e);
        }
    }

    private Entry entry(
            String id, String account, String field, int revision, Secret secret, byte[] key) {
        var plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            var label = Entry.label(id, account, field, revision);
            return new Entry(id, account, field, revision, Box.close(key, label, plain, random));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static Secret secret(Entry entry, byte[] key) {
        var plain =
                entry.box()
                        .open(key, entry.label())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "an entry under an intact seal does not open"));
        try {
            return Secret.of(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(plain)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private void replace(Opened by) {
        wipe();
        opened = by;
    }

    private void wipe() {
        if (opened != null) {
            Arrays.fill(opened.key, (byte) 0);
            opened = null;
        }
    }

    private DurableFile previous() {
        return DurableFile.ofOwner(path.resolveSibling(path.getFileName() + "~"));
    }

    private void setAside(DurableFile which) throws VaultException {
        try {
            if (Files.exists(which.path())) {
                which.setAside(clock.instant());
            }
        } catch (IOException e) {
            throw new VaultException(Why.NOT_SAVED, e);
        }
    }

    private static Optional<byte[]> content(DurableFile of) throws VaultException {
        try {
            return of.read();
        } catch (IOException e) {
            throw new VaultException(Why.NO_ACCESS, e);
        }
    }

    /// The same bytes for what looks the same, however the keyboard of that system composes it.
    private static byte[] bytes(Secret passphrase) {
        return Normalizer.normalize(passphrase.reveal(), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
    }
}
