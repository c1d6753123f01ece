package io.pilothouse.account;

import io.pilothouse.account.vault.VaultDoor;
import io.pilothouse.account.vault.VaultDoor.Found;
import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.NoCredential;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Secret;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Fetches what the accounts refer to. What a program printed is kept in memory for the run. Safe to use from any
/// thread; blocks while a program runs, and only one runs at a time, as it may ask a person something.
public final class Credentials {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private record Key(String account, List<String> command) {}

    private sealed interface Outcome {
        record Printed(Secret secret) implements Outcome {}

        record Failed(MissingKey.Command why, String words) implements Outcome {}
    }

    private final Environment environment;
    private final VaultDoor vault;
    private final Predicate<Account> confirmed;
    private final Program program;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Key, Outcome> outcomes = new ConcurrentHashMap<>();

    /// Accounts whose programs were run again after a refusal, and have not been accepted since.
    private final Set<String> readAgain = ConcurrentHashMap.newKeySet();

    /// @param confirmed may anything of the account be run or sent? Asked each time
    /// @param executor runs what reads a program's output, two at a time, which may block
    public Credentials(
            Environment environment,
            VaultDoor vault,
            Predicate<Account> confirmed,
            Executor executor) {
        this(environment, vault, confirmed, executor, LIMIT);
    }

    Credentials(
            Environment environment,
            VaultDoor vault,
            Predicate<Account> confirmed,
            Executor executor,
            Duration limit) {
        this.environment = environment;
        this.vault = vault;
        this.confirmed = confirmed;
        this.program = new Program(environment, executor, limit);
    }

    /// Every credential of the account, by field. May take as long as a program does: 60 s for each.
    ///
    /// @throws NoCredential tells the variable, the program's failure, what is with the vault, or that the account is not
    ///     confirmed; then nothing was run or read
    public Map<String, Secret> resolve(Account account) throws NoCredential {
        if (!confirmed.test(account)) {
            throw new NoCredential(
                    new MissingKey.Unconfirmed(), "the account is not confirmed in this home");
        }
        return resolveTyped(account);
    }

    /// As [#resolve], for an account that a person has just typed, and that is not written down yet: nobody has to agree
    /// to it any more.
    public Map<String, Secret> resolveTyped(Account account) throws NoCredential {
        var found = new LinkedHashMap<String, Secret>();
        for (var credential : account.credentials().entrySet()) {
            found.put(
                    credential.getKey(),
                    secret(account, credential.getKey(), credential.getValue()));
        }
        return found;
    }

    private Secret secret(Account account, String field, Credential credential)
            throws NoCredential {
        return switch (credential) {
            case Credential.Env(var variable) -> variable(variable);
            case Credential.Command(var command) -> printed(new Key(account.id(), command));
            case Credential.Vault(var id) -> kept(id, account.id(), field);
            case Credential.Value(var value) -> Secret.of(value);
            case Credential.Held(var held) -> held;
        };
    }

    private Secret variable(String name) throws NoCredential {
        var value = environment.get(name).map(String::strip).filter(v -> !v.isEmpty());
        if (value.isEmpty()) {
            throw new NoCredential(
                    new MissingKey.Variable(name, environment.looked()),
                    "the environment variable " + name + " is not set");
        }
        return Secret.of(value.get());
    }

    private Secret kept(String id, String account, String field) throws NoCredential {
        return switch (vault.find(id, account, field)) {
            case Found.Here(var secret) -> secret;
            case Found.Not.LOCKED ->
                    throw new NoCredential(new MissingKey.VaultLocked(), "the vault is locked");
            case Found.Not.MISSING ->
                    throw new NoCredential(
                            new MissingKey.VaultMissing(id), "the vault has no such key: " + id);
        };
    }

    private Secret printed(Key key) throws NoCredential {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            var outcome = outcomes.get(key);
            if (outcome == null) {
                outcome = run(key.command);
                outcomes.put(key, outcome);
            }
            return switch (outcome) {
                case Outcome.Printed(var secret) -> secret;
                case Outcome.Failed(var why, var words) -> throw new NoCredential(why, words);
            };
        } finally {
            turn.unlock();
        }
    }

    private Outcome run(List<String> command) throws NoCredential {
        try {
            return new Outcome.Printed(program.firstLine(command));
        } catch (Program.Failed e) {
            return new Outcome.Failed(e.why(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static NoCredential interrupted() {
        Thread.currentThread().interrupt();
        return new NoCredential("interrupted");
    }

    /// The service refused the account's key (401). The first time since it was last accepted, what its programs printed
    /// is forgotten: the key may have been replaced where it comes from.
    ///
    /// @return whether the next [#resolve] runs a program again, so that it is worth a try
    public boolean refused(String account) {
        boolean printed =
                outcomes.entrySet().stream()
                        .anyMatch(
                                o ->
                                        o.getKey().account().equals(account)
                                                && o.getValue() instanceof Outcome.Printed);
        if (!printed || !readAgain.add(account)) {
            return false;
        }
        forget(account);
        return true;
    }

    /// The service took the account's key: should it refuse one later, that is a new story. Cheap enough for every answer.
    public void accepted(String account) {
        readAgain.remove(account);
    }

    /// The key is not needed any more: the next [#resolve] runs the program again. A program that failed is not run
    /// again by this.
    public void forget(String account) {
        outcomes.entrySet()
                .removeIf(
                        o ->
                                o.getKey().account().equals(account)
                                        && o.getValue() instanceof Outcome.Printed);
    }

    /// A person asks to try again: what failed is run again too.
    public void retry(String account) {
        readAgain.remove(account);
        outcomes.keySet().removeIf(k -> k.account().equals(account));
    }
}
