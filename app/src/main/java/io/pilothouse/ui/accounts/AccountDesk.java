package io.pilothouse.ui.accounts;

import io.pilothouse.account.AccountProblem;
import io.pilothouse.account.Confirmation;
import io.pilothouse.account.imports.Found;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the accounts screen may ask for: the accounts as they stand, a change of them, and one call that checks a key.
/// Nothing here blocks; what is told comes on any thread.
public interface AccountDesk {
    /// The accounts as they stand.
    ///
    /// @param accounts those that can be used, in the file's order
    /// @param problems of the file, in its order
    /// @param obstacle why nothing is saved now; empty when it is
    /// @param notOpened why an account that can be read can't be used, by its id
    /// @param unconfirmed what a person has to agree to before anything of an account is run or sent, by its id
    /// @param rehearsal the accounts live in memory and can't be changed
    /// @param file where they are kept
    record Listing(
            List<Account> accounts,
            List<AccountProblem> problems,
            Optional<AccountProblem> obstacle,
            Map<String, String> notOpened,
            Map<String, List<Confirmation>> unconfirmed,
            boolean rehearsal,
            String file) {
        /// With other confirmations outstanding.
        public Listing with(Map<String, List<Confirmation>> others) {
            return new Listing(accounts, problems, obstacle, notOpened, others, rehearsal, file);
        }
    }

    /// How a check ended.
    sealed interface Checked {
        /// @param call the name of the call that was answered
        record Answered(String call, Json answer) implements Checked {}

        record Refused(CloudException why) implements Checked {}

        /// The settings could not even be used, such as a `ca-file` that is not there.
        record Unusable(String why) implements Checked {}
    }

    /// The vendors an account can be at, in the order in which they are offered.
    List<Provider> providers();

    Listing listing();

    /// Told after each change of [#listing], also one from outside.
    Pin observe(Runnable changed);

    /// Is there such a variable in this program's environment?
    boolean isSet(String variable);

    /// Changes the accounts and writes the file.
    ///
    /// @param then told why it was not written, in words; empty when it was
    void change(UnaryOperator<List<Account>> change, Consumer<Optional<String>> then);

    /// Writes one account that a person typed, in place of the one with its id or behind all others. What it makes the
    /// program run or send counts as agreed to. Keys are put into the vault first, which has to be open for them.
    ///
    /// @param keys by credential field
    /// @param then told why it was not written, in words; empty when it was
    void put(Account account, Map<String, Secret> keys, Consumer<Optional<String>> then);

    /// What has to be agreed to even by the person who types it: keys that would be sent without encryption.
    List<Confirmation> inClear(Account account);

    /// A person agrees to all that [Listing#unconfirmed] tells of the account.
    void confirm(String account);

    /// Looks for keys that other programs of this user have.
    void imports(Consumer<List<Found>> then);

    /// Asks the service *who am I* once, as this account; the account itself is not touched. Closing the pin calls it
    /// off: nothing is told any more.
    Pin check(Account account, Consumer<Checked> then);

    /// A person tries again with an account that is signed out; a program that failed is run again.
    ///
    /// @param refused told why it is still signed out after this one try; never when it is not
    void signIn(String account, Consumer<CloudException> refused);

    /// Looks whether the file has changed.
    void reread();
}
