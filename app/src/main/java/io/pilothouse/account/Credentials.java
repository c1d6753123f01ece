package io.pilothouse.account;

import io.pilothouse.cloud.CloudException.NoCredential;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Secret;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Fetches what the accounts refer to. What a program printed is kept in memory for the run. Safe to use from any
/// thread; blocks while a program runs, and only one runs at a time, as it may ask a person something.
public final class Credentials {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private record Key(String account, List<String> command) {}

    private sealed interface Outcome {
        record Printed(Secret secret) implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    private final Function<String, Optional<String>> environment;
    private final Program program;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Key, Outcome> outcomes = new ConcurrentHashMap<>();

    /// @param environment the value of a variable
    /// @param executor runs what reads a program's output, two at a time, which may block
    public Credentials(Function<String, Optional<String>> environment, Executor executor) {
        this(environment, executor, LIMIT);
    }

    Credentials(Function<String, Optional<String>> environment, Executor executor, Duration limit) {
        this.environment = environment;
        this.program = new Program(executor, limit);
    }

    /// Every credential of the account, by field. May take as long as a program does: 60 s for each.
    ///
    /// @throws NoCredential names the variable, or says how the program failed
    public Map<String, Secret> resolve(Account account) throws NoCredential {
        var found = new LinkedHashMap<String, Secret>();
        for (var credential : account.credentials().entrySet()) {
            found.put(credential.getKey(), secret(account, credential.getValue()));
        }
        return found;
    }

    private Secret secret(Account account, Credential credential) throws NoCredential {
        return switch (credential) {
            case Credential.Env(var variable) ->
                    environment
                            .apply(variable)
                            .filter(v -> !v.isBlank())
                            .map(v -> Secret.of(v.strip()))
                            .orElseThrow(
                                    () ->
                                            new NoCredential(
                                                    "the environment variable "
                                                            + variable
                                                            + " is not set"));
            case Credential.Command(var command) -> printed(new Key(account.id(), command));
            case Credential.Vault _ -> throw new NoCredential("vault");
            case Credential.Value(var value) -> Secret.of(value);
            case Credential.Held(var held) -> held;
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
                case Outcome.Failed(var why) -> throw new NoCredential(why);
            };
        } finally {
            turn.unlock();
        }
    }

    private Outcome run(List<String> command) throws NoCredential {
        try {
            return new Outcome.Printed(program.firstLine(command));
        } catch (Program.Failed e) {
            return new Outcome.Failed(e.why());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static NoCredential interrupted() {
        Thread.currentThread().interrupt();
        return new NoCredential("interrupted");
    }

    /// The key was refused or is not needed any more: the next [#resolve] runs the program again. A program that failed
    /// is not run again by this.
    public void forget(String account) {
        outcomes.entrySet()
                .removeIf(
                        o ->
                                o.getKey().account().equals(account)
                                        && o.getValue() instanceof Outcome.Printed);
    }

    /// A person asks to try again: what failed is run again too.
    public void retry(String account) {
        outcomes.keySet().removeIf(k -> k.account().equals(account));
    }
}
