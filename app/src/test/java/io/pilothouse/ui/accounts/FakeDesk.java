package io.pilothouse.ui.accounts;

import io.pilothouse.account.AccountProblem;
import io.pilothouse.account.Confirmation;
import io.pilothouse.account.imports.Found;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Accounts in memory; a check is answered when the test says so.
final class FakeDesk implements AccountDesk {
    private final Listeners<FakeDesk> listeners = new Listeners<>();
    private final List<Provider> providers = List.of(new LambdaCloudProvider());
    final List<Account> checked = new ArrayList<>();
    final Map<String, Secret> typed = new HashMap<>();
    final List<String> confirmed = new ArrayList<>();
    List<Found> found = List.of();
    final List<String> signedIn = new ArrayList<>();

    /// How each try to sign in ends.
    Optional<CloudException> refusal = Optional.empty();

    final Set<String> variables = Set.of("LAMBDA_API_KEY");
    Optional<Consumer<Checked>> waiting = Optional.empty();
    Optional<String> failure = Optional.empty();
    Listing listing =
            new Listing(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
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
                        listing.unconfirmed(),
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
    public void put(Account account, Map<String, Secret> keys, Consumer<Optional<String>> then) {
        typed.putAll(keys);
        change(
                all ->
                        all.stream().anyMatch(a -> a.id().equals(account.id()))
                                ? all.stream()
                                        .map(a -> a.id().equals(account.id()) ? account : a)
                                        .toList()
                                : Stream.concat(all.stream(), Stream.of(account)).toList(),
                then);
    }

    @Override
    public List<Confirmation> inClear(Account account) {
        return account
                .endpoint()
                .filter(e -> e.startsWith("http://") && !e.contains("127.0.0.1"))
                .map(e -> new Confirmation(Confirmation.What.PLAIN_HTTP, "", "", e))
                .stream()
                .toList();
    }

    void asks(String account, Confirmation... what) {
        listing = listing.with(Map.of(account, List.of(what)));
        listeners.tell(this);
    }

    @Override
    public void confirm(String account) {
        confirmed.add(account);
        listing = listing.with(Map.of());
        listeners.tell(this);
    }

    @Override
    public void imports(Consumer<List<Found>> then) {
        then.accept(found);
    }

    @Override
    public Pin check(Account account, Consumer<Checked> then) {
        checked.add(account);
        waiting = Optional.of(then);
        return () -> {};
    }

    @Override
    public void signIn(String account, Consumer<CloudException> refused) {
        signedIn.add(account);
        refusal.ifPresent(refused);
    }

    @Override
    public void reread() {}
}
