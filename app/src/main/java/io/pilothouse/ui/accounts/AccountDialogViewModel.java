package io.pilothouse.ui.accounts;

import io.pilothouse.account.imports.Found;
import io.pilothouse.account.imports.Found.Part;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.accounts.AccountDesk.Checked;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.vault.PassphraseViewModel;
import io.pilothouse.ui.kit.vault.VaultDesk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// An account while it is added or edited: what stands in its form, and what the service says of its key before it is
/// written down. Touched on the FX thread only.
public final class AccountDialogViewModel implements AutoCloseable {
    static final List<String> COLOURS = List.of("violet", "orange", "teal", "pink", "green");

    /// How far it has come.
    sealed interface Step {
        record Editing() implements Step {}

        /// The service is being asked.
        record Checking() implements Step {}

        /// @param words why the service did not say yes
        /// @param advice empty when there is none
        record Refused(String words, String advice) implements Step {}

        record Saving() implements Step {}

        /// The key would be sent without encryption, which a person has to agree to.
        ///
        /// @param endpoint where to
        record InClear(String endpoint) implements Step {}

        /// The vault has to be opened before the key can be kept.
        record Locked(PassphraseViewModel passphrase) implements Step {}

        record NotSaved(String why) implements Step {}
    }

    private final AccountDesk desk;
    private final VaultDesk vault;
    private final Executor fx;
    private final Optional<Account> edited;
    private final Set<String> taken;
    private final Consumer<String> done;
    private final ReadOnlyObjectWrapper<Provider> provider = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FormViewModel> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Step> step =
            new ReadOnlyObjectWrapper<>(new Step.Editing());
    private final StringProperty colour = new SimpleStringProperty();
    private AccountForm fields;
    private String derived = "";
    private Pin check = () -> {};
    private long asked;
    private boolean agreedInClear;
    private Optional<CloudException> why = Optional.empty();
    private PassphraseViewModel passphrase;

    /// @param edited empty for a new account
    /// @param done told in words, once it is written
    AccountDialogViewModel(
            AccountDesk desk,
            VaultDesk vault,
            Executor fx,
            Optional<Account> edited,
            Consumer<String> done) {
        this.desk = desk;
        this.vault = vault;
        passphrase = new PassphraseViewModel(vault, () -> {});
        this.fx = fx;
        this.edited = edited;
        this.done = done;
        var accounts = desk.listing().accounts();
        // an id in the file is taken even where the account can't be used
        taken =
                java.util.stream.Stream.concat(
                                accounts.stream().map(Account::id),
                                desk.listing().problems().stream()
                                        .flatMap(p -> p.account().stream()))
                        .collect(Collectors.toUnmodifiableSet());
        colour.set(edited.map(Account::colour).orElseGet(() -> leastUsed(accounts)));
        var first =
                desk.providers().stream()
                        .filter(p -> edited.isEmpty() || edited.get().provider().equals(p.id()))
                        .findFirst()
                        .orElseThrow();
        provider.set(first);
        fields = fields(first);
        form.set(made(Json.obj()));
    }

    private static String leastUsed(List<Account> accounts) {
        return COLOURS.stream()
                .min(
                        java.util.Comparator.comparingLong(
                                c -> accounts.stream().filter(a -> a.colour().equals(c)).count()))
                .orElseThrow();
    }

    private AccountForm fields(Provider of) {
        return new AccountForm(of, edited, taken, desk::isSet);
    }

    private FormViewModel made(Json kept) {
        var model = new FormViewModel(fields.form(), () -> Inventory.NONE);
        model.fill(kept);
        if (edited.isEmpty()) {
            var name = model.field(AccountForm.NAME).orElseThrow();
            name.valueProperty().addListener((_, _, now) -> deriveId(model, now.word()));
        }
        return model;
    }

    /// The id follows the name until a person writes another.
    private void deriveId(FormViewModel model, String name) {
        var id = model.field(AccountForm.ID).orElseThrow();
        if (id.text().equals(derived)) {
            derived = idOf(name, taken);
            id.setText(derived);
        }
    }

    /// An id that a name suggests, and that nobody has: `team-gpu` for `Team GPU`. Empty for a name without letters or
    /// digits of the English alphabet.
    static String idOf(String name, Set<String> taken) {
        var plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[._-]+|[._-]+$", "");
        var base = plain.substring(0, Math.min(60, plain.length()));
        var id = base;
        for (int n = 2; !base.isEmpty() && taken.contains(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    /// Starts with a key that was found.
    void start(Found found) {
        desk.providers().stream()
                .filter(p -> p.id().equals(found.provider()))
                .findAny()
                .ifPresent(this::choose);
        var answers = Json.obj(AccountForm.NAME, found.name(), AccountForm.ID, found.id());
        for (var part : found.parts().entrySet()) {
            answers = answers.with(part.getKey(), answer(part.getValue()));
        }
        form.get().fill(answers);
    }

    private static Json answer(Part part) {
        return switch (part) {
            case Part.Reference(Credential.Env(var variable)) -> AccountForm.variable(variable);
            case Part.Open(var value) -> AccountForm.open(value);
            case Part.Key(var secret) -> AccountForm.typed(secret);
        };
    }

    /// Says why the account has to be changed.
    void because(CloudException failure) {
        why = Optional.of(failure);
    }

    /// Why it has to be changed; empty where a person just wants to.
    Optional<CloudException> why() {
        return why;
    }

    String title() {
        return edited.map(a -> Words.of("accounts.edit.title", a.name()))
                .orElseGet(() -> Words.of("accounts.add.title"));
    }

    boolean adding() {
        return edited.isEmpty();
    }

    List<Provider> providers() {
        return desk.providers();
    }

    ReadOnlyObjectProperty<Provider> providerProperty() {
        return provider.getReadOnlyProperty();
    }

    /// What is common to all providers stays as it was filled in.
    void choose(Provider other) {
        var before = form.get();
        provider.set(other);
        fields = fields(other);
        form.set(made(before.answers()));
        before.close();
    }

    ReadOnlyObjectProperty<FormViewModel> formProperty() {
        return form.getReadOnlyProperty();
    }

    StringProperty colourProperty() {
        return colour;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The account as it stands in the form.
    Account account() {
        return fields.account(form.get().answers(), colour.get());
    }

    /// Checks the key where what leads to the service is new, then writes. Warnings of the form do not stop: the
    /// service itself is asked next.
    void save() {
        if (!(step.get() instanceof Step.Editing)
                || form.get().trySending() == FormViewModel.Sending.FIX) {
            return;
        }
        goOn();
    }

    private void goOn() {
        var account = account();
        if (!agreedInClear && !desk.inClear(account).isEmpty()) {
            step.set(new Step.InClear(account.endpoint().orElse("")));
            return;
        }
        var keys = fields.keys(form.get().answers());
        if (edited.isPresent() && edited.get().isReachedLike(account) && keys.isEmpty()) {
            write(account, "");
            return;
        }
        step.set(new Step.Checking());
        long mine = ++asked;
        check =
                desk.check(
                        account.with(held(keys)),
                        answer ->
                                fx.execute(
                                        () -> {
                                            if (mine == asked) {
                                                answered(account, answer);
                                            }
                                        }));
    }

    /// A person agrees to what [Step.InClear] says.
    void sendInClear() {
        agreedInClear = true;
        goOn();
    }

    private static Map<String, Credential> held(Map<String, Secret> keys) {
        var held = new HashMap<String, Credential>();
        keys.forEach((field, key) -> held.put(field, new Credential.Held(key)));
        return held;
    }

    private void answered(Account account, Checked answer) {
        switch (answer) {
            case Checked.Answered(var call, var json) -> write(account, found(call, json));
            case Checked.Refused(var why) ->
                    step.set(new Step.Refused(Problems.words(why), Problems.advice(why)));
            case Checked.Unusable(var why) ->
                    step.set(new Step.Refused(Words.of("accounts.unusable", why), ""));
        }
    }

    /// What the service said is there; a list by its name, where there are words for it.
    private static String found(String call, Json answer) {
        var list =
                answer.fields().values().stream()
                        .filter(v -> v instanceof Json.Arr)
                        .map(v -> v.list().size())
                        .findFirst();
        var key = "accounts.found." + call;
        return list.isPresent() && Words.has(key)
                ? Words.count(key, list.get())
                : Words.of("accounts.found");
    }

    /// Writes it though the service did not say yes.
    void saveAnyway() {
        write(account(), Words.of("accounts.unchecked"));
    }

    private void write(Account account, String more) {
        var keys = fields.keys(form.get().answers());
        if (!keys.isEmpty() && vault.state() != Vault.State.OPEN) {
            passphrase.cancel();
            passphrase = new PassphraseViewModel(vault, () -> write(account, more));
            step.set(new Step.Locked(passphrase));
            return;
        }
        step.set(new Step.Saving());
        desk.put(account, keys, failure -> fx.execute(() -> written(account, more, failure)));
    }

    private void written(Account account, String more, Optional<String> failure) {
        if (failure.isPresent()) {
            step.set(new Step.NotSaved(failure.get()));
            return;
        }
        var key = edited.isPresent() ? "accounts.saved" : "accounts.added";
        done.accept((Words.of(key, account.name()) + " " + more).strip());
    }

    /// To the form again; a check that is under way is called off.
    void back() {
        asked++;
        check.close();
        passphrase.cancel();
        agreedInClear = false;
        step.set(new Step.Editing());
    }

    @Override
    public void close() {
        asked++;
        check.close();
        passphrase.cancel();
        form.get().close();
    }
}
