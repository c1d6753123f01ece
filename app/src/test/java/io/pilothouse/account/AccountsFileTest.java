package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.account.AccountsFile.NotSaved;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class AccountsFileTest {
    private static final String TEAM =
            """
            { "version": 1,
              "accounts": [
                { "id": "team-gpu", "name": "Team GPU", "provider": "lambda-cloud", "endpoint": "https://cloud.lambda.ai/",
                  "class": "production", "readOnly": false, "colour": "violet",
                  "credentials": { "api-key": { "env": "LAMBDA_API_KEY" } },
                  "budgets": { "all": "1/1s", "launch": "1/12s" } } ] }
            """;

    @TempDir Path folder;
    private Path path;
    private AccountsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("accounts.json");
        file = new AccountsFile(path, AccountsFileTest::form);
    }

    private static Optional<Form> form(String provider) {
        var key = Field.of("api-key", new Input.Hidden());
        return switch (provider) {
            case "lambda-cloud" -> Optional.of(Form.of(key));
            case "luna-lambda" -> Optional.of(Form.of(Field.of("account-id", Input.Line.upTo(64))));
            case "ui-vmm" ->
                    Optional.of(
                            Form.of(
                                    Field.of("token", new Input.Hidden()).optional(),
                                    Field.of("login", Input.Line.upTo(64)).optional(),
                                    Field.of("password", new Input.Hidden())
                                            .when(a -> !a.at("login").isAbsent())));
            default -> Optional.empty();
        };
    }

    private AccountsFile.Loaded load(String text) throws IOException {
        Files.writeString(path, text);
        return file.load();
    }

    private static String accounts(String... each) {
        return "{\"version\": 1, \"accounts\": [\n" + String.join(",\n", each) + "\n]}";
    }

    /// A good account with more members.
    private static String lambda(String id, String more) {
        return """
        {"id": "%s", "provider": "lambda-cloud", "credentials": {"api-key": {"env": "K"}}%s}\
        """
                .formatted(id, more);
    }

    private static String credential(String json) {
        return accounts(
                "{\"id\": \"a\", \"provider\": \"lambda-cloud\", \"credentials\": {\"api-key\": "
                        + json
                        + "}}");
    }

    private static Json parsed(Path file) throws Exception {
        return JsonText.parse(Files.readString(file));
    }

    @Test
    void theDocumentedExampleIsRead() throws IOException {
        var loaded = load(TEAM);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.accounts())
                .containsExactly(
                        new Account(
                                "team-gpu",
                                "Team GPU",
                                "lambda-cloud",
                                Optional.of("https://cloud.lambda.ai"),
                                Stage.PRODUCTION,
                                false,
                                "violet",
                                Map.of("api-key", new Credential.Env("LAMBDA_API_KEY")),
                                Map.of("all", "1/1s", "launch", "1/12s"),
                                Json.obj()));
    }

    @Test
    void whatIsLeftOutIsTheMoreCarefulOfItsMeanings() throws IOException {
        var account = load(accounts(lambda("a", ""))).accounts().getFirst();
        assertThat(account.name()).isEqualTo("a");
        assertThat(account.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(account.endpoint()).isEmpty();
        assertThat(account.readOnly()).isFalse();
        assertThat(account.reach()).isEqualTo(Account.Reach.USUAL);
    }

    @Test
    void everySourceOfACredentialIsRead() throws IOException {
        var loaded =
                load(
                        accounts(
                                """
                                {"id": "a", "provider": "ui-vmm", "credentials": {
                                  "token": {"command": ["pass", "show", "gpu"]},
                                  "login": {"value": "ann"}, "password": {"vault": "v-1"}},
                                 "proxy": "http://proxy:3128", "ca-file": "/etc/ca.pem",
                                 "tls-sha256": "AB:%s", "options": {"prefix": "/x"}}
                                """
                                        .formatted("0".repeat(62))));
        assertThat(loaded.problems()).isEmpty();
        var account = loaded.accounts().getFirst();
        assertThat(account.credentials())
                .containsOnly(
                        Map.entry("token", new Credential.Command(List.of("pass", "show", "gpu"))),
                        Map.entry("login", new Credential.Value("ann")),
                        Map.entry("password", new Credential.Vault("v-1")));
        assertThat(account.reach())
                .isEqualTo(
                        new Account.Reach(
                                Optional.of("http://proxy:3128"),
                                Optional.of("/etc/ca.pem"),
                                Optional.of("ab" + "0".repeat(62))));
        assertThat(account.options()).isEqualTo(Json.obj("prefix", "/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"secret_canary.7f3a\"",
                "{\"value\": \"secret_canary.7f3a\"}",
                "{\"env\": \"secret_canary.7f3a\"}",
                "[\"secret_canary.7f3a\"]"
            })
    void aSecretInClearTextIsRefusedWithWhatToWriteAndNeverRepeated(String json)
            throws IOException {
        var loaded = load(credential(json));
        assertThat(loaded.accounts()).isEmpty();
        var problem = loaded.problems().getFirst();
        assertThat(problem.notice().key()).isEqualTo("account.clear-text");
        assertThat(problem.notice().args())
                .containsExactly("api-key", "{\"env\": \"LAMBDA_CLOUD_API_KEY\"}");
        assertThat(problem.account()).contains("a");
        assertThat(problem.field()).isEqualTo("credentials/api-key");
        assertThat(loaded.toString()).doesNotContain("canary");
        assertThatThrownBy(() -> file.save(List.of())).isInstanceOf(NotSaved.class);
        assertThat(folder.resolve("accounts.json~")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"env\": 7}",
                "{\"command\": []}",
                "{\"command\": \"pass\"}",
                "{\"command\": [\"\"]}",
                "{\"vault\": \"\"}",
                "{\"env\": \"A\", \"vault\": \"b\"}"
            })
    void aCredentialOfNoKnownFormIsSaid(String json) throws IOException {
        var problems = load(credential(json)).problems();
        assertThat(problems)
                .extracting(p -> p.notice().key())
                .containsExactly("account.bad-credential");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`, \"endpoint\": \"ftp://host\"`, endpoint, account.bad-endpoint, false",
                "`, \"endpoint\": \"https://user:pw@host\"`, endpoint, account.bad-endpoint, false",
                "`, \"endpoint\": \"https://a b\"`, endpoint, account.bad-endpoint, false",
                "`, \"endpoint\": 7`, endpoint, account.not-text, false",
                "`, \"budgets\": {\"all\": \"often\"}`, budgets/all, account.bad-budget, false",
                "`, \"budgets\": \"1/1s\"`, budgets, account.not-an-object, false",
                "`, \"options\": []`, options, account.not-an-object, false",
                "`, \"tls-sha256\": \"ab\"`, tls-sha256, account.bad-fingerprint, false",
                "`, \"proxy\": \"proxy:3128\"`, proxy, account.bad-proxy, false",
                "`, \"proxy\": 3128`, proxy, account.not-text, false",
                "`, \"class\": \"prod\"`, class, account.unknown-class, true",
                "`, \"readOnly\": \"yes\"`, readOnly, account.not-true-or-false, true",
                "`, \"colour\": \"black\"`, colour, account.unknown-colour, true",
            })
    void whatIsWrongInOneFieldIsSaidWithItsPlace(
            String member, String field, String key, boolean warning) throws IOException {
        var loaded = load(accounts(lambda("good", ""), lambda("odd", member)));
        assertThat(loaded.accounts())
                .extracting(Account::id)
                .isEqualTo(warning ? List.of("good", "odd") : List.of("good"));
        assertThat(loaded.problems()).hasSize(1);
        var problem = loaded.problems().getFirst();
        assertThat(problem.account()).contains("odd");
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.notice().key()).isEqualTo(key);
        assertThat(problem.warning()).isEqualTo(warning);
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isGreaterThan(80);
    }

    @Test
    void anOddReadOnlyIsReadAsTheCarefulOne() throws IOException {
        var account = load(accounts(lambda("a", ", \"readOnly\": \"no\""))).accounts().getFirst();
        assertThat(account.readOnly()).isTrue();
    }

    @Test
    void aFaultyAccountDoesNotStopTheOthers() throws IOException {
        var loaded =
                load(
                        accounts(
                                "7",
                                "{\"id\": \"x\", \"provider\": \"unheard-of\"}",
                                "{\"provider\": \"lambda-cloud\", \"credentials\": {\"api-key\":"
                                        + " {\"env\": \"K\"}}}",
                                "{\"id\": \"y\", \"provider\": \"lambda-cloud\"}",
                                lambda("good", ""),
                                lambda("good", "")));
        assertThat(loaded.readable()).isTrue();
        assertThat(loaded.accounts()).extracting(Account::id).containsExactly("good");
        assertThat(loaded.problems())
                .extracting(p -> p.notice().key())
                .containsExactly(
                        "account.not-an-object",
                        "account.unknown-provider",
                        "account.bad-id",
                        "account.missing-credential",
                        "account.twice");
        assertThat(loaded.problems())
                .extracting(AccountProblem::line)
                .containsExactly(2, 3, 4, 5, 7);
    }

    @Test
    void aFieldIsMissedOnlyWhereItIsNeeded() throws IOException {
        var token =
                "{\"id\": \"t\", \"provider\": \"ui-vmm\", \"credentials\": {\"token\": {\"env\":"
                        + " \"T\"}}}";
        var login =
                "{\"id\": \"l\", \"provider\": \"ui-vmm\", \"credentials\": {\"login\": {\"value\":"
                        + " \"ann\"}}}";
        var loaded = load(accounts(token, login));
        assertThat(loaded.accounts()).extracting(Account::id).containsExactly("t");
        assertThat(loaded.problems())
                .extracting(AccountProblem::field)
                .containsExactly("credentials/password");
    }

    @Test
    void aMisspelledCredentialIsSaidAndNotUsed() throws IOException {
        var loaded =
                load(
                        accounts(
                                """
                                {"id": "a", "provider": "lambda-cloud",
                                 "credentials": {"api-key": {"env": "K"}, "apikey": {"command": ["rm"]}}}
                                """));
        assertThat(loaded.accounts().getFirst().credentials()).containsOnlyKeys("api-key");
        assertThat(loaded.problems().getFirst().notice().key())
                .isEqualTo("account.unknown-credential");
    }

    @Test
    void whereTheTextBreaksOffIsSaidWithLineColumnAccountAndField() throws IOException {
        file.load();
        var problem = load(TEAM.replace("\"violet\",", "\"violet\"")).problems().getFirst();
        assertThat(problem.notice().key()).isEqualTo("accounts.no-json");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isBetween(1, 20);
        assertThat(problem.account()).contains("team-gpu");
    }

    @Test
    void aBrokenTextIsNotRepeatedAsItMayHoldAKey() throws IOException {
        var loaded =
                load(
                        "{\"accounts\": [{\"id\": \"a\", \"credentials\": {\"api-key\":"
                                + " secret_canary}}]}");
        assertThat(loaded.readable()).isFalse();
        assertThat(loaded.problems().toString()).doesNotContain("canary").contains("credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": 1, ",
                "[]",
                "{\"accounts\": {}}",
                "{\"version\": 2}",
                "{\"version\": \"one\"}",
                "nonsense"
            })
    void whileTheFileCanNotBeReadTheLastGoodStateGoesOnAndNothingIsSaved(String text)
            throws IOException {
        var good = load(TEAM).accounts();
        var loaded = load(text);
        assertThat(loaded.readable()).isFalse();
        assertThat(loaded.accounts()).isEqualTo(good);
        assertThat(loaded.problems()).hasSize(1);
        assertThatThrownBy(() -> file.save(good))
                .asInstanceOf(type(NotSaved.class))
                .extracting(NotSaved::problem)
                .isEqualTo(loaded.problems().getFirst());
        assertThat(path).hasContent(text);
    }

    @Test
    void bytesThatAreNoUtf8AreSaid() throws IOException {
        Files.write(path, new byte[] {'{', (byte) 0xC3, '}'});
        assertThat(file.load().problems().getFirst().notice().key())
                .isEqualTo("accounts.not-utf-8");
    }

    @Test
    void aMissingFileAndAnEmptyOneHaveNoAccounts() throws IOException {
        assertThat(file.load()).isEqualTo(new AccountsFile.Loaded(List.of(), List.of(), true));
        assertThat(load("").readable()).isTrue();
        assertThat(load("\uFEFF{}").readable()).isTrue();
    }

    @Test
    void aSaveChangesOnlyWhatChanged() throws Exception {
        var text =
                """
                {"$schema": "x", "version": 1, "accounts": [
                  {"id": "a", "note": "ours", "provider": "lambda-cloud", "endpoint": "https://e/",
                   "credentials": {"api-key": {"env": "K", "why": "old"}, "later": {"vault": "v"}},
                   "budgets": {"all": "1/1s"}},
                  {"id": "broken", "provider": "unheard-of", "x": [1.50]},
                  {"id": "b", "provider": "lambda-cloud", "credentials": {"api-key": {"env": "K"}}}],
                 "more": {"kept": true}}
                """;
        var loaded = load(text);
        var a = loaded.accounts().getFirst();
        var renamed =
                new Account(
                        a.id(),
                        "Team A",
                        a.provider(),
                        a.endpoint(),
                        Stage.DEVELOPMENT,
                        a.readOnly(),
                        a.colour(),
                        a.credentials(),
                        Map.of(),
                        a.options());
        var saved = file.save(List.of(renamed));
        assertThat(saved.accounts()).containsExactly(renamed);
        var json = parsed(path);
        assertThat(json.word("$schema")).isEqualTo("x");
        assertThat(json.isTrue("more", "kept")).isTrue();
        assertThat(json.list("accounts"))
                .containsExactly(
                        JsonText.parse(
                                """
                                {"id": "a", "note": "ours", "provider": "lambda-cloud", "endpoint": "https://e/",
                                 "credentials": {"api-key": {"env": "K", "why": "old"}, "later": {"vault": "v"}},
                                 "budgets": {}, "name": "Team A", "class": "development"}
                                """),
                        JsonText.parse(
                                "{\"id\": \"broken\", \"provider\": \"unheard-of\", \"x\":"
                                        + " [1.50]}"));
        assertThat(folder.resolve("accounts.json~")).hasContent(text);
        assertThat(file.changed()).isFalse();
    }

    @Test
    void aNewAccountIsWrittenAsItWouldBeRead() throws Exception {
        file.load();
        var account =
                new Account(
                        "new",
                        "New",
                        "ui-vmm",
                        Optional.of("https://host/api"),
                        Stage.DEVELOPMENT,
                        true,
                        "teal",
                        Map.of(
                                "login",
                                new Credential.Value("ann"),
                                "password",
                                new Credential.Command(List.of("p", "q"))),
                        Map.of("all", "10/1s ~4"),
                        Json.obj("x", 1),
                        new Account.Reach(
                                Optional.of("http://p:1"),
                                Optional.empty(),
                                Optional.of("a".repeat(64))));
        assertThat(file.save(List.of(account)).accounts()).containsExactly(account);
        assertThat(parsed(path).whole("version")).contains(1L);
        assertThat(new AccountsFile(path, AccountsFileTest::form).load().accounts())
                .containsExactly(account);
    }

    @Test
    void whatLivesInMemoryIsNeverWritten() throws Exception {
        file.load();
        var held =
                new Account(
                        "r",
                        "R",
                        "lambda-cloud",
                        Optional.empty(),
                        Stage.DEVELOPMENT,
                        false,
                        "pink",
                        Map.of("api-key", new Credential.Held(Secret.of("canary"))),
                        Map.of(),
                        Json.obj());
        assertThat(file.save(List.of(held)).accounts()).isEmpty();
        assertThat(Files.exists(path) ? Files.readString(path) : "").doesNotContain("canary");
    }

    @Test
    void savingWhatStandsThereTouchesNothing() throws Exception {
        var accounts = load(TEAM).accounts();
        file.save(accounts);
        assertThat(path).hasContent(TEAM);
        assertThat(folder.resolve("accounts.json~")).doesNotExist();
    }

    @Test
    void aLinkIntoDotfilesStaysAndTheModeIsKept() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        var real = Files.writeString(folder.resolve("dotfile"), TEAM);
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(path, Path.of("dotfile"));
        file.load();
        file.save(List.of());
        assertThat(path).isSymbolicLink();
        assertThat(parsed(real).list("accounts")).isEmpty();
        assertThat(Files.getPosixFilePermissions(real))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void aChangeFromOutsideIsSeenAndNeverOverwritten() throws Exception {
        load(TEAM);
        assertThat(file.changed()).isFalse();
        var theirs = accounts(lambda("theirs", ""));
        Files.writeString(path, theirs);
        assertThat(file.changed()).isTrue();
        assertThatThrownBy(() -> file.save(List.of()))
                .isInstanceOf(NotSaved.class)
                .hasMessage("accounts.changed-outside");
        assertThat(path).hasContent(theirs);
        assertThat(file.load().accounts()).extracting(Account::id).containsExactly("theirs");
        assertThat(file.changed()).isFalse();
        Files.delete(path);
        assertThat(file.changed()).isTrue();
    }

    @Test
    void aFileThatWasOnlyTouchedHasNotChanged() throws IOException {
        load(TEAM);
        Files.delete(path);
        Files.writeString(path, TEAM);
        assertThat(file.changed()).isFalse();
    }
}
