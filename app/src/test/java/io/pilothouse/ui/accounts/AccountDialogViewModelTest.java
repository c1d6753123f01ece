package io.pilothouse.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.accounts.AccountDesk.Checked;
import io.pilothouse.ui.accounts.AccountDialogViewModel.Step;
import io.pilothouse.ui.form.FieldViewModel;
import io.pilothouse.ui.kit.vault.Vaults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class AccountDialogViewModelTest {
    private final FakeDesk desk = FakeDesk.with(FakeDesk.team());
    @TempDir Path folder;
    private final List<String> said = new ArrayList<>();

    private AccountDialogViewModel adding() {
        return new AccountDialogViewModel(
                desk, Vaults.in(folder), Runnable::run, Optional.empty(), said::add);
    }

    private AccountDialogViewModel editing(Account account) {
        return new AccountDialogViewModel(
                desk, Vaults.in(folder), Runnable::run, Optional.of(account), said::add);
    }

    private static FieldViewModel field(AccountDialogViewModel model, String name) {
        return model.formProperty().get().field(name).orElseThrow();
    }

    private static FieldViewModel source(AccountDialogViewModel model, String source) {
        var key = field(model, "api-key");
        var form = key.forms().stream().filter(f -> f.field(source).isPresent()).findFirst();
        key.chooseForm(form);
        return form.orElseThrow().field(source).orElseThrow();
    }

    private AccountDialogViewModel filled() {
        var model = adding();
        field(model, AccountForm.NAME).setText("Night Shift");
        source(model, "env").setText("LAMBDA_API_KEY");
        return model;
    }

    private static List<String> problems(AccountDialogViewModel model) {
        return model.formProperty().get().problems().stream()
                .map(p -> p.field() + ": " + p.key())
                .toList();
    }

    @Test
    void theKeyIsCheckedBeforeTheAccountIsWritten() {
        var model = filled();
        model.save();
        assertThat(model.stepProperty().get()).isEqualTo(new Step.Checking());
        assertThat(desk.ids()).containsExactly("team-gpu");

        desk.answer(
                new Checked.Answered(
                        "ssh-keys", Json.obj("data", List.of(Json.obj(), Json.obj()))));
        assertThat(desk.ids()).containsExactly("team-gpu", "night-shift");
        assertThat(said)
                .containsExactly(
                        "Night Shift was added. The service accepted the key: 2 SSH keys there.");
    }

    @Test
    void aNewAccountIsProductionAndHasAColourThatNoOtherHas() {
        var account = filled().account();
        assertThat(account.stage()).isEqualTo(Stage.PRODUCTION);
        assertThat(account.colour()).isEqualTo("orange");
        assertThat(account.endpoint()).isEmpty();
        assertThat(account.credentials())
                .isEqualTo(Map.of("api-key", new Credential.Env("LAMBDA_API_KEY")));
    }

    @Test
    void aRefusalIsSaidInWordsAndNothingIsWritten() {
        var model = filled();
        model.save();
        desk.answer(
                new Checked.Refused(
                        new CloudException.Unauthorized(
                                new Refusal(
                                        "global/invalid-api-key",
                                        "API key was invalid, expired, or deleted",
                                        "Check your API key"))));
        assertThat(model.stepProperty().get())
                .isEqualTo(
                        new Step.Refused(
                                "API key was invalid, expired, or deleted.",
                                "Check your API key."));
        assertThat(desk.ids()).containsExactly("team-gpu");
    }

    @Test
    void aRefusedAccountIsWrittenWhenAPersonWantsIt() {
        var model = filled();
        model.save();
        desk.answer(new Checked.Refused(new CloudException.NoCredential("no")));
        model.saveAnyway();
        assertThat(desk.ids()).containsExactly("team-gpu", "night-shift");
        assertThat(said).singleElement().asString().contains("not accepted");
    }

    @Test
    void backKeepsWhatWasTypedAndDropsTheAnswerOfTheCheck() {
        var model = filled();
        model.save();
        model.back();
        desk.answer(new Checked.Answered("ssh-keys", Json.obj()));
        assertThat(model.stepProperty().get()).isEqualTo(new Step.Editing());
        assertThat(field(model, AccountForm.NAME).text()).isEqualTo("Night Shift");
        assertThat(desk.ids()).containsExactly("team-gpu");
    }

    @Test
    void aClosedDialogWritesNothing() {
        var model = filled();
        model.save();
        model.close();
        desk.answer(new Checked.Answered("ssh-keys", Json.obj()));
        assertThat(desk.ids()).containsExactly("team-gpu");
    }

    @Test
    void whatCantBeWrittenIsSaid() {
        desk.failure = Optional.of("the disk is full");
        var model = filled();
        model.save();
        desk.answer(new Checked.Answered("ssh-keys", Json.obj()));
        assertThat(model.stepProperty().get()).isEqualTo(new Step.NotSaved("the disk is full"));
    }

    @Test
    void whatGoesWithoutEncryptionIsAgreedToEvenByWhoTypesIt() {
        var model = filled();
        field(model, AccountForm.ENDPOINT).setText("http://gpu.example.org");
        model.save();
        assertThat(model.stepProperty().get())
                .isEqualTo(new Step.InClear("http://gpu.example.org"));
        assertThat(desk.checked).isEmpty();
        model.back();
        model.save();
        model.sendInClear();
        assertThat(desk.checked).hasSize(1);
    }

    @Test
    void aKeyInTheVaultIsReplacedByOneThatIsTyped() {
        var before = FakeDesk.account("lab", "Lab", "teal", new Credential.Vault("lab/api-key"));
        desk.accounts(List.of(before));
        var model = editing(before);
        source(model, "typed-key").setText(" fresh-key ");
        model.save();
        assertThat(desk.checked.getLast().credentials())
                .containsEntry("api-key", new Credential.Held(Secret.of("fresh-key")));
        desk.answer(new Checked.Answered("ssh-keys", Json.obj()));
        assertThat(model.stepProperty().get()).isInstanceOf(Step.Locked.class);
        ((Step.Locked) model.stepProperty().get())
                .passphrase()
                .submit("correct horse", "", "correct horse");
        assertThat(desk.typed).containsEntry("api-key", Secret.of("fresh-key"));
        assertThat(desk.listing().accounts()).containsExactly(before);
    }

    @Test
    void aNewNameNeedsNoCheck() {
        var model = editing(FakeDesk.team());
        field(model, AccountForm.NAME).setText("Team B");
        model.save();
        assertThat(desk.checked).isEmpty();
        assertThat(desk.listing().accounts().getFirst().name()).isEqualTo("Team B");
    }

    @Test
    void anotherEndpointNeedsOne() {
        var model = editing(FakeDesk.team());
        field(model, AccountForm.ENDPOINT).setText("https://gpu.example.org/");
        model.save();
        assertThat(desk.checked)
                .singleElement()
                .satisfies(a -> assertThat(a.endpoint()).contains("https://gpu.example.org"));
    }

    @Test
    void editingKeepsWhatTheFormDoesNotAsk() {
        var before =
                new Account(
                        "team-gpu",
                        "Team GPU",
                        "lambda-cloud",
                        Optional.of("https://gpu.example.org"),
                        Stage.DEVELOPMENT,
                        true,
                        "pink",
                        Map.of("api-key", new Credential.Vault("team")),
                        Map.of("all", "1/2s", "later", "1/1s"),
                        Json.obj("openapi", "https://gpu.example.org/openapi.json"),
                        new Account.Reach(
                                Optional.of("http://proxy:3128"),
                                Optional.of("/etc/ssl/lab.pem"),
                                Optional.of("ab".repeat(32))));
        assertThat(editing(before).account()).isEqualTo(before);
    }

    @Test
    void aProxysPasswordIsKeptAndNeitherShownNorTyped() {
        var before = proxied("http://anna:canary@proxy:3128");
        var model = editing(before);
        assertThat(field(model, AccountForm.PROXY).text())
                .isEqualTo("http://anna:" + Secret.MASK + "@proxy:3128");
        assertThat(problems(model)).isEmpty();
        assertThat(model.account()).isEqualTo(before);

        field(model, AccountForm.PROXY).setText("http://anna:" + Secret.MASK + "@proxy:8080");
        assertThat(problems(model)).isEmpty();
        assertThat(model.account()).isEqualTo(proxied("http://anna:canary@proxy:8080"));

        field(model, AccountForm.PROXY).setText("http://anna:other@proxy:3128");
        assertThat(problems(model)).contains("account.proxy: problem.pattern.account.proxy");

        field(model, AccountForm.PROXY).setText("http://proxy:3128");
        assertThat(model.account()).isEqualTo(proxied("http://proxy:3128"));
    }

    @Test
    void aProxyThatTheFilesReaderRefusesIsRefusedHereToo() {
        var model = filled();
        field(model, AccountForm.PROXY).setText("http://[::1::]");
        assertThat(problems(model)).contains("account.proxy: account.bad-proxy");
        field(model, AccountForm.PROXY).setText("http://[::1]:3128");
        assertThat(problems(model)).isEmpty();
    }

    private static Account proxied(String url) {
        return new Account(
                "team-gpu",
                "Team GPU",
                "lambda-cloud",
                Optional.empty(),
                Stage.DEVELOPMENT,
                false,
                "pink",
                Map.of("api-key", new Credential.Vault("team")),
                Map.of(),
                Json.obj(),
                new Account.Reach(Optional.of(url), Optional.empty(), Optional.empty()));
    }

    @Test
    void theIdFollowsTheNameUntilItIsWritten() {
        var model = adding();
        field(model, AccountForm.NAME).setText("Night");
        field(model, AccountForm.NAME).setText("Night shift №2");
        assertThat(field(model, AccountForm.ID).text()).isEqualTo("night-shift-2");
        field(model, AccountForm.ID).setText("ns");
        field(model, AccountForm.NAME).setText("Day");
        assertThat(field(model, AccountForm.ID).text()).isEqualTo("ns");
    }

    @Test
    void anIdIsNeverOneThatStandsInTheFile() {
        assertThat(AccountDialogViewModel.idOf("Team GPU", Set.of("team-gpu", "team-gpu-2")))
                .isEqualTo("team-gpu-3");
        assertThat(AccountDialogViewModel.idOf("高性能", Set.of())).isEmpty();

        var model = filled();
        field(model, AccountForm.ID).setText("team-gpu");
        assertThat(problems(model)).contains("account.id: problem.account.taken");
    }

    @Test
    void aKeyIsTakenNowhere() {
        var model = filled();
        source(model, "env").setText("secret_team_0123456789abcdef.AbCd");
        assertThat(problems(model)).contains("api-key/env: problem.pattern.env");
        source(model, "command").setText("echo secret_team_0123456789abcdef.AbCd");
        assertThat(problems(model)).contains("api-key/command: problem.account.key-in-command");
        source(model, "env").setText("LAMBDA_API_KEY");
        field(model, AccountForm.PROXY).setText("http://anna:hunter2@proxy:3128");
        assertThat(problems(model)).contains("account.proxy: problem.pattern.account.proxy");
        model.save();
        assertThat(desk.checked).isEmpty();
    }

    @Test
    void aSecretIsNeverKeptInTheFile() {
        var names =
                field(adding(), "api-key").forms().stream()
                        .map(f -> f.fields().getFirst().name())
                        .toList();
        assertThat(names).containsExactly("env", "command", "typed-key");
    }

    @Test
    void aVariableThatIsNotSetIsSaidAndCheckedAllTheSame() {
        var model = filled();
        source(model, "env").setText("NO_SUCH_KEY");
        assertThat(problems(model)).containsExactly("api-key/env: problem.account.not-set");
        model.save();
        assertThat(model.stepProperty().get()).isEqualTo(new Step.Checking());
    }

    @Test
    void endpointAndBudgetsAreReadAsTheFileReadsThem() {
        var model = filled();
        field(model, AccountForm.ENDPOINT).setText("ftp://example.org");
        field(model, AccountForm.BUDGET + "all").setText("often");
        assertThat(problems(model))
                .contains(
                        "account.endpoint: account.bad-endpoint", "budget.all: account.bad-budget");
    }
}
