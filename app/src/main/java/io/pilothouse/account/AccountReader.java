package io.pilothouse.account;

import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads one account of `accounts.json`. What can't be used in safety makes the account faulty; what is merely odd is
/// said, and read as the more careful of its meanings.
final class AccountReader {
    private static final Set<String> COLOURS = Set.of("violet", "orange", "teal", "pink", "green");
    private static final String FIRST_COLOUR = "violet";

    private final Function<String, Optional<Form>> forms;
    private final Json json;
    private final String path;
    private final Places places;
    private final Optional<String> id;
    private final List<AccountProblem> problems = new ArrayList<>();

    /// @param forms the credential fields of each provider
    /// @param path of the account in the file
    AccountReader(Function<String, Optional<Form>> forms, Json json, String path, Places places) {
        this.forms = forms;
        this.json = json;
        this.path = path;
        this.places = places;
        this.id = json.text("id");
    }

    List<AccountProblem> problems() {
        return problems;
    }

    /// Empty when there is a problem that is more than a warning.
    Optional<Account> read() {
        if (!(json instanceof Json.Obj)) {
            problem("", "account.not-an-object");
            return Optional.empty();
        }
        if (id.filter(i -> i.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")).isEmpty()) {
            problem("id", "account.bad-id");
        }
        var provider = json.word("provider");
        var form = forms.apply(provider);
        if (form.isEmpty()) {
            problem("provider", "account.unknown-provider", provider);
        }
        var account =
                new Account(
                        id.orElse(""),
                        json.text("name").or(() -> id).orElse(""),
                        provider,
                        endpoint(),
                        stage(),
                        readOnly(),
                        colour(),
                        form.map(f -> credentials(provider, f)).orElse(Map.of()),
                        budgets(),
                        options(),
                        new Account.Reach(proxy(), text("ca-file"), fingerprint()));
        return problems.stream().allMatch(AccountProblem::warning)
                ? Optional.of(account)
                : Optional.empty();
    }

    private Optional<String> endpoint() {
        var given = text("endpoint");
        try {
            if (given.isPresent()) {
                var url = new URI(given.get());
                boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
                if (!web
                        || url.getHost() == null
                        || url.getRawUserInfo() != null
                        || url.getRawQuery() != null
                        || url.getRawFragment() != null) {
                    problem("endpoint", "account.bad-endpoint");
                }
            }
        } catch (URISyntaxException e) {
            problem("endpoint", "account.bad-endpoint");
        }
        return given.map(url -> url.replaceFirst("/+$", ""));
    }

    /// It may hold a login, so it is not repeated.
    private Optional<String> proxy() {
        var given = text("proxy");
        if (given.filter(url -> !ProxyUrl.isGood(url)).isPresent()) {
            problem("proxy", "account.bad-proxy");
        }
        return given;
    }

    private Stage stage() {
        var word = text("class").orElse("production");
        return switch (word) {
            case "production" -> Stage.PRODUCTION;
            case "development" -> Stage.DEVELOPMENT;
            default -> {
                warning("class", "account.unknown-class", word);
                yield Stage.PRODUCTION;
            }
        };
    }

    private boolean readOnly() {
        return switch (json.at("readOnly")) {
            case Json.Absent _ -> false;
            case Json.Bool(var value) -> value;
            default -> {
                warning("readOnly", "account.not-true-or-false");
                yield true;
            }
        };
    }

    private String colour() {
        var word = text("colour").orElse(FIRST_COLOUR);
        if (COLOURS.contains(word)) {
            return word;
        }
        warning("colour", "account.unknown-colour", word);
        return FIRST_COLOUR;
    }

    private Map<String, Account.Credential> credentials(String provider, Form form) {
        var found = new LinkedHashMap<String, Account.Credential>();
        members("credentials")
                .forEach(
                        (name, value) -> {
                            var where = "credentials/" + name;
                            var field = form.field(name);
                            switch (CredentialText.read(provider, name, value, field)) {
                                case CredentialText.Good(var credential) -> {
                                    if (field.isPresent()) {
                                        found.put(name, credential);
                                    } else {
                                        warning(where, "account.unknown-credential", name);
                                    }
                                }
                                case CredentialText.Bad(var notice) -> problem(where, notice);
                            }
                        });
        // what a field depends on are other fields; whether they are there is all that is known
        // here
        var given = Json.obj();
        for (var name : json.fields("credentials").keySet()) {
            given = given.with(name, true);
        }
        for (Field field : form.fields()) {
            if (field.required() && field.when().test(given) && given.at(field.name()).isAbsent()) {
                problem(
                        "credentials/" + field.name(),
                        "account.missing-credential",
                        field.name(),
                        CredentialText.suggestion(provider, field.name()));
            }
        }
        return found;
    }

    private Map<String, String> budgets() {
        var found = new LinkedHashMap<String, String>();
        members("budgets")
                .forEach(
                        (name, value) -> {
                            if (value.text().flatMap(Budget::parse).isEmpty()) {
                                problem("budgets/" + name, "account.bad-budget", name);
                            }
                            found.put(name, value.word());
                        });
        return found;
    }

    private Json options() {
        return members("options").isEmpty() ? Json.obj() : json.at("options");
    }

    private Map<String, Json> members(String name) {
        var value = json.at(name);
        if (!value.isAbsent() && !(value instanceof Json.Obj)) {
            problem(name, "account.not-an-object");
        }
        return value.fields();
    }

    private Optional<String> fingerprint() {
        var hex = text("tls-sha256").map(h -> h.replace(":", "").toLowerCase(Locale.ROOT));
        if (hex.filter(h -> !h.matches("[0-9a-f]{64}")).isPresent()) {
            problem("tls-sha256", "account.bad-fingerprint");
        }
        return hex;
    }

    private Optional<String> text(String name) {
        var value = json.at(name);
        if (!value.isAbsent() && !(value instanceof Json.Text)) {
            problem(name, "account.not-text");
        }
        return value instanceof Json.Text ? value.text() : Optional.empty();
    }

    private void problem(String field, String key, Object... args) {
        problem(field, Notice.of(key, args));
    }

    private void problem(String field, Notice notice) {
        add(field, notice, false);
    }

    private void warning(String field, String key, Object... args) {
        add(field, Notice.of(key, args), true);
    }

    private void add(String field, Notice notice, boolean warning) {
        var place = places.at(field.isEmpty() ? path : path + "/" + field);
        problems.add(new AccountProblem(id, field, place.line(), place.column(), notice, warning));
    }
}
