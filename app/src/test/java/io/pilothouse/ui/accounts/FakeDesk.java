package io.pilothouse.ui.accounts;

import io.pilothouse.account.AccountProblem;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Pin;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Accounts in memory; a check is answered when the test says so.
final class FakeDesk implements AccountDesk {
    private final Listeners<FakeDesk> listeners = new Listeners<>();
    private final List<Provider> providers = List.of(new LambdaCloudProvider());
    final List<Account> checked = new ArrayList<>();
    final List<String> signedIn = new ArrayList<>();
    final Set<String> variables = Set.of("LAMBDA_API_KEY");
    Optional<Consumer<Checked>> waiting = Optional.empty();
    Optional<String> failure = Optional.empty();
    Listing listing =
            new Listing(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    false,
                    "/home/anna/.config/pilothouse/accounts.json");

    static FakeDesk with(Account... accounts) {
        var desk = new FakeDesk();
        desk.accounts(List.of(accounts));
        return desk;
    }

    static Account account(String id, String name, String colour, Credential key) {
        return new Account(
                id,
                name,
                "lambda-cloud",
                Optional.empty(),
                Stage.PRODUCTION,
                false,
                colour,
                Map.of("api-key", key),
                Map.of(),
                Json.obj());
    }

    static Account team() {
        return account("team-gpu", "Team GPU", "violet", new Credential.Env("LAMBDA_API_KEY"));
    }

    static Account lab() {
        return account(
                "lab", "Lab", "teal", new Credential.Command(List.of("pass", "show", "gpu")));
    }

    /// As it is said of a key in clear text.
    static AccountProblem clearText() {
        return new AccountProblem(
                Optional.of("lab"),
                "credentials/api-key",
                12,
                24,
                Notice.of("account.clear-text", "api-key", "{\"env\": \"LAMBDA_CLOUD_API_KEY\"}"),
                false);
    }

    void accounts(List<Account> accounts) {
        listing =
                new Listing(
                        List.copyOf(accounts),
                        listing.problems(),
                        listing.obstacle(),
                        listing.notOpened(),
                        listing.rehearsal(),
                        listing.file());
        listeners.tell(this);
    }

    void broken(AccountProblem problem) {
        listing =
                new Listing(
                        listing.accounts(),
                        List.of(problem),
                        Optional.of(problem),
                        Map.of(),
                        false,
                        listing.file());
        listeners.tell(this);
    }

    void rehearses() {
        listing =
                new Listing(
                        listing.accounts(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        true,
                        listing.file());
        listeners.tell(this);
    }

    void answer(Checked checkedNow) {
        waiting.orElseThrow().accept(checkedNow);
    }

    List<String> ids() {
        return listing.accounts().stream().map(Account::id).toList();
    }

    @Override
    public List<Provider> providers() {
        return providers;
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public Pin observe(Runnable changed) {
        return listeners.add(_ -> changed.run());
    }

    @Override
    public boolean isSet(String variable) {
        return variables.contains(variable);
    }

    @Override
    public void change(UnaryOperator<List<Account>> change, Consumer<Optional<String>> then) {
        if (failure.isEmpty()) {
            accounts(change.apply(listing.accounts()));
        }
        then.accept(failure);
    }

    @Override
    public Pin check(Account account, Consumer<Checked> then) {
        checked.add(account);
        waiting = Optional.of(then);
        return () -> {};
    }

    @Override
    public void signIn(String account) {
        signedIn.add(account);
    }

    @Override
    public void reread() {}
}
