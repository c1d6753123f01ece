package io.pilothouse.ui.accounts;

import io.pilothouse.account.AccountsFile;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.log.Scrubber;
import io.pilothouse.ui.kit.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// An account as a form: the provider's credential fields, each by its source, among what every account has. Our own
/// fields have a dot in their name, which no provider's has.
final class AccountForm {
    static final String NAME = "account.name";
    static final String ID = "account.id";
    static final String ENDPOINT = "account.endpoint";
    static final String CLASS = "account.class";
    static final String READ_ONLY = "account.read-only";
    static final String PROXY = "account.proxy";
    static final String CA_FILE = "account.ca-file";
    static final String BUDGET = "budget.";

    private static final String ENV = "env";
    private static final String COMMAND = "command";
    private static final String VAULT = "vault";
    private static final String VALUE = "value";
    private static final String KEY = "typed-key";
    private static final int LONG = 1000;

    private final Provider provider;
    private final Optional<Account> edited;
    private final Set<String> taken;
    private final Predicate<String> isSet;
    private final ProxyLogin proxyLogin;

    /// @param edited empty for a new account
    /// @param taken ids that other accounts have
    /// @param isSet is there such an environment variable?
    AccountForm(
            Provider provider,
            Optional<Account> edited,
            Set<String> taken,
            Predicate<String> isSet) {
        this.provider = provider;
        this.edited = edited;
        this.taken = taken;
        this.isSet = isSet;
        proxyLogin = ProxyLogin.of(edited);
    }

    Form form() {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(NAME, Input.Line.upTo(64)));
        fields.add(
                Field.of(ID, new Input.Line("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", 64))
                        .when(_ -> edited.isEmpty()));
        for (var field : provider.credentials().fields()) {
            fields.add(
                    new Field(
                            field.name(),
                            new Input.OneOf(sources(field)),
                            field.required(),
                            field.when()));
        }
        fields.add(Field.of(ENDPOINT, Input.Line.upTo(LONG)).optional());
        fields.add(Field.of(CLASS, Input.Choose.one(stages())));
        fields.add(Field.of(READ_ONLY, new Input.Toggle()));
        // a password typed here would stand in the file in clear text
        fields.add(Field.of(PROXY, new Input.Line(proxyLogin.pattern(), LONG)).optional());
        fields.add(Field.of(CA_FILE, Input.Line.upTo(LONG)).optional());
        for (var budget : provider.budgets().keySet().stream().sorted().toList()) {
            fields.add(Field.of(BUDGET + budget, Input.Line.upTo(30)).optional());
        }
        return Form.of(fields.toArray(Field[]::new))
                .from(edited.map(this::answers).orElse(Json.obj(CLASS, word(Stage.PRODUCTION))))
                .check((answers, _) -> problems(answers));
    }

    /// A key that is typed goes into the vault; an entry of it that the file names is kept.
    private List<Form> sources(Field field) {
        var sources = new ArrayList<Form>();
        sources.add(
                Form.of(Field.of(ENV, new Input.Line("[A-Za-z_][A-Za-z0-9_]{0,99}", 100)))
                        .check((answers, _) -> unset(answers.word(ENV))));
        sources.add(
                Form.of(Field.of(COMMAND, Input.Line.upTo(LONG)))
                        .check((answers, _) -> command(answers.word(COMMAND))));
        if (edited.map(a -> a.credentials().get(field.name()))
                .filter(c -> c instanceof Credential.Vault)
                .isPresent()) {
            sources.add(Form.of(Field.of(VAULT, Input.Line.upTo(100))));
        }
        if (field.input() instanceof Input.Hidden) {
            sources.add(Form.of(Field.of(KEY, new Input.Hidden())));
        }
        if (!(field.input() instanceof Input.Hidden)) {
            sources.add(Form.of(Field.of(VALUE, field.input())));
        }
        return sources;
    }

    private List<Problem> unset(String variable) {
        return variable.isEmpty() || isSet.test(variable)
                ? List.of()
                : List.of(Problem.of(ENV, "problem.account.not-set", variable).asWarning());
    }

    private static List<Problem> command(String line) {
        if (CommandWords.split(line).isEmpty()) {
            return List.of(Problem.of(COMMAND, "problem.account.open-quote"));
        }
        return Scrubber.scrub(line).equals(line)
                ? List.of()
                : List.of(Problem.of(COMMAND, "problem.account.key-in-command"));
    }

    private static Choices stages() {
        var all =
                List.of(
                        Choice.of(word(Stage.PRODUCTION), Words.of("choice.production")),
                        Choice.of(word(Stage.DEVELOPMENT), Words.of("choice.development")));
        return new Choices(Set.of(), (_, _) -> all);
    }

    private static String word(Stage stage) {
        return switch (stage) {
            case PRODUCTION -> "production";
            case DEVELOPMENT -> "development";
        };
    }

    /// What the file's own reader would say; what concerns a credential is said at its source.
    private List<Problem> problems(Json answers) {
        var found = new ArrayList<Problem>();
        var id = answers.word(ID);
        if (edited.isEmpty() && taken.contains(id)) {
            found.add(Problem.of(ID, "problem.account.taken", id));
        }
        for (var problem :
                AccountsFile.problems(account(answers, "violet"), provider.credentials())) {
            var field =
                    switch (problem.field()) {
                        case "endpoint" -> ENDPOINT;
                        case "proxy" -> PROXY;
                        default -> problem.field().replaceFirst("^budgets/", BUDGET);
                    };
            boolean unsaid =
                    field.equals(PROXY) && answers.word(PROXY).matches(proxyLogin.pattern());
            if (unsaid || field.equals(ENDPOINT) || field.startsWith(BUDGET)) {
                found.add(
                        Problem.of(
                                field, problem.notice().key(), problem.notice().args().toArray()));
            }
        }
        return found;
    }

    /// The account that these answers make. What the form does not ask is kept from the one before.
    Account account(Json answers, String colour) {
        var credentials = new LinkedHashMap<String, Credential>();
        var id = edited.map(Account::id).orElseGet(() -> answers.word(ID));
        var typed = keys(answers);
        for (var field : provider.credentials().fields()) {
            var name = field.name();
            if (typed.containsKey(name)) {
                credentials.put(name, new Credential.Vault(Vault.idFor(id, name)));
            } else {
                credential(answers.at(name)).ifPresent(c -> credentials.put(name, c));
            }
        }
        var budgets =
                new LinkedHashMap<String, String>(edited.map(Account::budgets).orElse(Map.of()));
        for (var name : provider.budgets().keySet()) {
            budgets.remove(name);
            answered(answers, BUDGET + name).ifPresent(text -> budgets.put(name, text));
        }
        return new Account(
                id,
                answers.word(NAME).strip(),
                provider.id(),
                answered(answers, ENDPOINT).map(url -> url.replaceFirst("/+$", "")),
                answers.word(CLASS).equals(word(Stage.DEVELOPMENT))
                        ? Stage.DEVELOPMENT
                        : Stage.PRODUCTION,
                answers.at(READ_ONLY).isTrue(),
                colour,
                credentials,
                budgets,
                edited.map(Account::options).orElse(Json.obj()),
                new Account.Reach(
                        answered(answers, PROXY).map(proxyLogin::reveal),
                        answered(answers, CA_FILE),
                        edited.flatMap(a -> a.reach().tlsSha256())));
    }

    /// The keys that were typed, by credential field.
    Map<String, Secret> keys(Json answers) {
        var keys = new LinkedHashMap<String, Secret>();
        for (var field : provider.credentials().fields()) {
            if (answers.at(field.name()).at(KEY) instanceof Json.Hidden(var key)
                    && !key.isEmpty()) {
                keys.put(field.name(), key.stripped());
            }
        }
        return keys;
    }

    /// The answer for a key that is there already, such as one found in another program's file.
    static Json typed(Secret key) {
        return Json.obj(KEY, Json.of(key));
    }

    /// The answer for what is no secret.
    static Json open(String value) {
        return Json.obj(VALUE, value);
    }

    /// The answer for a key that stands in a variable.
    static Json variable(String name) {
        return Json.obj(ENV, name);
    }

    private static Optional<String> answered(Json answers, String field) {
        return answers.text(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Credential> credential(Json source) {
        if (!source.word(ENV).isBlank()) {
            return Optional.of(new Credential.Env(source.word(ENV)));
        }
        if (!source.word(COMMAND).isBlank()) {
            return CommandWords.split(source.word(COMMAND)).map(Credential.Command::new);
        }
        if (!source.word(VAULT).isBlank()) {
            return Optional.of(new Credential.Vault(source.word(VAULT)));
        }
        return source.text(VALUE).map(Credential.Value::new);
    }

    private Json answers(Account account) {
        var json =
                Json.obj(
                        NAME,
                        account.name(),
                        CLASS,
                        word(account.stage()),
                        READ_ONLY,
                        account.readOnly());
        json = json.with(ENDPOINT, account.endpoint());
        json = json.with(PROXY, account.reach().proxy().map(proxyLogin::hide));
        json = json.with(CA_FILE, account.reach().caFile());
        for (var credential : account.credentials().entrySet()) {
            json = json.with(credential.getKey(), answer(credential.getValue()));
        }
        for (var budget : account.budgets().entrySet()) {
            json = json.with(BUDGET + budget.getKey(), budget.getValue());
        }
        return json;
    }

    private static Json answer(Credential credential) {
        return switch (credential) {
            case Credential.Env(var variable) -> Json.obj(ENV, variable);
            case Credential.Command(var words) -> Json.obj(COMMAND, CommandWords.join(words));
            case Credential.Vault(var id) -> Json.obj(VAULT, id);
            case Credential.Value(var value) -> Json.obj(VALUE, value);
            case Credential.Held _ -> Json.absent();
        };
    }
}
