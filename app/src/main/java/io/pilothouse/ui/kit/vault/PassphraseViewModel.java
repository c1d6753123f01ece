package io.pilothouse.ui.kit.vault;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.account.vault.VaultException;
import io.pilothouse.account.vault.VaultException.Why;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.Words;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Optional;

/// The passphrase while it is asked for: to make a vault, to open it, to go back to the generation before, or to choose
/// another. Touched on the FX thread only.
public final class PassphraseViewModel {
    /// What the passphrase is asked for.
    public enum Purpose {
        /// There is no vault yet: a passphrase is chosen, typed twice.
        CREATE,
        UNLOCK,
        /// The vault can't be read; the generation before it opens with its own passphrase.
        RESTORE,
        /// The current one and, typed twice, another.
        CHANGE
    }

    private final VaultDesk desk;
    private final Runnable opened;
    private final ReadOnlyObjectWrapper<Purpose> purpose;
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Boolean> broken = new ReadOnlyObjectWrapper<>(false);
    private boolean over;

    /// To open the vault, or to make one.
    ///
    /// @param opened told once, when the keys can be had
    public PassphraseViewModel(VaultDesk desk, Runnable opened) {
        this(desk, desk.state() == Vault.State.ABSENT ? Purpose.CREATE : Purpose.UNLOCK, opened);
    }

    PassphraseViewModel(VaultDesk desk, Purpose purpose, Runnable opened) {
        this.desk = desk;
        this.opened = opened;
        this.purpose = new ReadOnlyObjectWrapper<>(purpose);
    }

    public ReadOnlyObjectProperty<Purpose> purposeProperty() {
        return purpose.getReadOnlyProperty();
    }

    /// Is a key being derived?
    public ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why it is not open; empty while nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// No passphrase helps: the file is damaged, and can be set aside.
    ReadOnlyObjectProperty<Boolean> brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    boolean canRestore() {
        return desk.hasPrevious();
    }

    /// @param current the one that opens it, or the first of two of a new vault
    /// @param fresh for [Purpose#CHANGE]
    /// @param again the new one once more
    public void submit(String current, String fresh, String again) {
        if (busy.get() || over) {
            return;
        }
        var chosen = purpose.get() == Purpose.CHANGE ? fresh : current;
        if (asksTwice() && chosen.length() < Vault.LEAST_PASSPHRASE) {
            problem.set(Words.of("vault.short-passphrase"));
            return;
        }
        if (asksTwice() && !chosen.equals(again)) {
            problem.set(Words.of("vault.not-alike"));
            return;
        }
        if (current.isEmpty()) {
            problem.set(Words.of("vault.type-it"));
            return;
        }
        begin();
        switch (purpose.get()) {
            case CREATE, UNLOCK -> desk.open(Secret.of(current), this::ended);
            case RESTORE -> desk.restorePrevious(Secret.of(current), this::ended);
            case CHANGE -> desk.change(Secret.of(current), Secret.of(fresh), this::ended);
        }
    }

    /// Is a passphrase chosen, so that it is typed twice?
    boolean asksTwice() {
        return purpose.get() == Purpose.CREATE || purpose.get() == Purpose.CHANGE;
    }

    private void begin() {
        problem.set("");
        busy.set(true);
    }

    private void ended(Optional<VaultException> failure) {
        busy.set(false);
        if (over) {
            return;
        }
        if (failure.isEmpty()) {
            over = true;
            opened.run();
            return;
        }
        say(failure.get());
    }

    private void say(VaultException why) {
        problem.set(Words.of(why.notice().key()));
        broken.set(why.why() == Why.DAMAGED || why.why() == Why.UNFIT);
        if (why.why() == Why.EXISTS) {
            purpose.set(Purpose.UNLOCK); // another instance or a copy put it there meanwhile
        } else if (why.why() == Why.ABSENT && purpose.get() == Purpose.UNLOCK) {
            purpose.set(Purpose.CREATE);
        }
    }

    /// From now on the passphrase of the generation before is asked for.
    void restore() {
        problem.set("");
        broken.set(false);
        purpose.set(Purpose.RESTORE);
    }

    /// Gives the damaged vault another name and asks for the passphrase of a new one.
    void startAnew() {
        begin();
        desk.setAside(
                failure -> {
                    busy.set(false);
                    if (failure.isPresent()) {
                        say(failure.get());
                    } else {
                        broken.set(false);
                        purpose.set(Purpose.CREATE);
                    }
                });
    }

    /// The answer of what is under way is dropped.
    public void cancel() {
        over = true;
    }
}
