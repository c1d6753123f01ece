package io.pilothouse.ui.kit.vault;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.account.vault.VaultException;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The vault for a window: deriving a key takes a while, so each change runs on a thread of its own, and its end is told
/// on the FX thread.
public final class VaultDesk {
    @FunctionalInterface
    private interface Change {
        void make() throws VaultException;
    }

    private final Vault vault;
    private final Executor threads;
    private final Executor fx;

    /// @param threads runs what blocks
    /// @param fx the one door to the FX thread
    public VaultDesk(Vault vault, Executor threads, Executor fx) {
        this.vault = vault;
        this.threads = threads;
        this.fx = fx;
    }

    public Vault.State state() {
        return vault.state();
    }

    /// Told on the FX thread after each change of [#state].
    public Pin observe(Runnable changed) {
        return vault.onState(_ -> fx.execute(changed));
    }

    /// Makes a vault where there is none; opens the one that is there.
    ///
    /// @param then told why it was not opened; empty when it was
    public void open(Secret passphrase, Consumer<Optional<VaultException>> then) {
        run(
                () -> {
                    if (vault.state() == Vault.State.ABSENT) {
                        vault.create(passphrase);
                    } else {
                        vault.unlock(passphrase);
                    }
                },
                then);
    }

    /// @param then told why it still has the old one; empty when `fresh` holds
    public void change(Secret current, Secret fresh, Consumer<Optional<VaultException>> then) {
        run(() -> vault.changePassphrase(current, fresh), then);
    }

    /// Keys are asked for again when they are next needed.
    public void lock() {
        threads.execute(vault::lock);
    }

    /// Is there a generation before one that can't be read?
    public boolean hasPrevious() {
        return vault.hasPrevious();
    }

    /// Goes back to the generation before; the file that stood there is kept under another name.
    public void restorePrevious(Secret passphrase, Consumer<Optional<VaultException>> then) {
        run(() -> vault.restorePrevious(passphrase), then);
    }

    /// Gives the vault another name, so that a new one can be made.
    public void setAside(Consumer<Optional<VaultException>> then) {
        run(vault::setAside, then);
    }

    private void run(Change change, Consumer<Optional<VaultException>> then) {
        threads.execute(
                () -> {
                    Optional<VaultException> failure = Optional.empty();
                    try {
                        change.make();
                    } catch (VaultException e) {
                        failure = Optional.of(e);
                    }
                    var told = failure;
                    fx.execute(() -> then.accept(told));
                });
    }
}
