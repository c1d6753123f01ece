package io.pilothouse.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.Confirmation;
import io.pilothouse.account.Confirmation.What;
import io.pilothouse.account.imports.Found;
import io.pilothouse.account.imports.Found.Part;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.ui.accounts.AccountDesk.Checked;
import io.pilothouse.ui.form.Stagehand;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.vault.Vaults;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The screen and its dialogs as a person meets them, from the keyboard.
class AccountsSceneTest {
    private final FakeDesk desk = FakeDesk.with(FakeDesk.team(), FakeDesk.lab(), elsewhere());
    @TempDir Path folder;
    private final List<String> said = new ArrayList<>();
    private Stagehand stage;
    private AccountDialogs dialogs;
    private AccountsView screen;

    private static Account elsewhere() {
        return new Account(
                "mock",
                "Mock server",
                "lambda-cloud",
                Optional.of("http://127.0.0.1:4010"),
                Account.Stage.DEVELOPMENT,
                true,
                "green",
                Map.of("api-key", new Credential.Env("MOCK_KEY")),
                Map.of(),
                Json.obj());
    }

    private void open(boolean dark) {
        stage = new Stagehand(dark, 720, this::screen);
    }

    private Region screen() {
        var root = new StackPane();
        dialogs =
                new AccountDialogs(
                        desk, Vaults.in(folder), Runnable::run, new Overlay(root), said::add);
        var model = new AccountsViewModel(desk, Bench.of(new VirtualTimeline()), said::add);
        screen = new AccountsView(model, dialogs);
        root.getChildren().add(screen.view());
        return root;
    }

    private void focusList() {
        Fx.run(() -> screen.first().requestFocus());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private <T extends Node> List<T> all(Class<T> type) {
        return Fx.call(
                () -> {
                    var found = new ArrayList<T>();
                    gather(stage.scene().getRoot(), type, found);
                    return found;
                });
    }

    private static <T extends Node> void gather(Node node, Class<T> type, List<T> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, type, found));
        }
    }

    private List<String> words() {
        return Fx.call(
                () -> labels().stream().map(Labeled::getText).filter(Objects::nonNull).toList());
    }

    private List<Labeled> labels() {
        var found = new ArrayList<Labeled>();
        gather(stage.scene().getRoot(), Labeled.class, found);
        return found;
    }

    private Button button(String text) {
        return all(Button.class).stream()
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElseThrow();
    }

    private void fire(String text) {
        var button = button(text);
        Fx.run(button::fire);
        Fx.pulse();
    }

    private void type(String accessibleText, String text) {
        var field =
                all(TextField.class).stream()
                        .filter(f -> accessibleText.equals(f.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
        Fx.run(() -> field.setText(text));
        Fx.pulse();
    }

    private void pressWithAlt(KeyCode key) {
        Fx.run(
                () ->
                        Event.fireEvent(
                                stage.scene().getFocusOwner(),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        true,
                                        false)));
        Fx.pulse();
    }

    @Test
    void theListIsMovedEditedAndRemovedFromTheKeyboard() {
        open(false);
        focusList();
        stage.picture("accounts-list-light");
        pressWithAlt(KeyCode.DOWN);
        assertThat(desk.ids()).containsExactly("lab", "team-gpu", "mock");
        assertThat(chosen()).isEqualTo("team-gpu");

        stage.press(KeyCode.ENTER);
        assertThat(words()).contains("Edit Team GPU");
        stage.picture("accounts-edit-light");
        stage.press(KeyCode.ESCAPE);
        assertThat(words()).doesNotContain("Edit Team GPU");
        assertThat(stage.focused()).isInstanceOf(ListView.class);

        stage.press(KeyCode.DELETE);
        assertThat(words())
                .contains("Remove Team GPU?")
                .anyMatch(w -> w.contains("Nothing changes"));
        stage.picture("accounts-remove-light");
        assertThat(desk.ids()).hasSize(3);
        fire("Remove entry");
        assertThat(desk.ids()).containsExactly("lab", "mock");
    }

    @Test
    void whenTheChosenOneIsRemovedItsNeighbourIsChosen() {
        open(false);
        focusList();
        stage.press(KeyCode.DOWN, KeyCode.DELETE);
        fire("Remove entry");
        assertThat(desk.ids()).containsExactly("team-gpu", "mock");
        assertThat(chosen()).isEqualTo("mock");
        assertThat(stage.focused()).isInstanceOf(ListView.class);
    }

    @Test
    void theMenuOfAnAccountOpensByKeys() {
        open(false);
        focusList();
        stage.press(KeyCode.CONTEXT_MENU);
        var menu = Fx.call(() -> ((ListView<?>) screen.first()).getContextMenu());
        assertThat(Fx.call(menu::isShowing)).isTrue();
        Fx.run(menu::hide);
    }

    private String chosen() {
        return Fx.call(
                () ->
                        ((ListView<?>) screen.first()).getSelectionModel().getSelectedItem()
                                        instanceof AccountRow row
                                ? row.account().id()
                                : "");
    }

    @Test
    void anAccountIsAddedCheckedRefusedAndSavedAnyway() {
        open(true);
        fire("Add account…");
        type("Name", "Night shift");
        type("Environment variable", "NIGHT_KEY");
        stage.picture("accounts-add-dark");
        fire("Check and save");
        assertThat(words()).contains("Checking…");
        stage.picture("accounts-checking-dark");
        Fx.run(
                () ->
                        desk.answer(
                                new Checked.Refused(
                                        new CloudException.Unauthorized(
                                                new Refusal(
                                                        "global/invalid-api-key",
                                                        "API key was invalid, expired, or deleted.",
                                                        "Check your API key or create a new one"
                                                                + " first.")))));
        Fx.pulse();
        stage.picture("accounts-refused-dark");
        assertThat(words())
                .contains("API key was invalid, expired, or deleted.", "Save anyway", "Back");
        fire("Save anyway");
        assertThat(desk.ids()).endsWith("night-shift");
        assertThat(said).singleElement().asString().startsWith("Night shift was added.");
    }

    @Test
    void aTypedKeyGoesIntoAVaultThatIsMadeForIt() {
        open(false);
        fire("Add account…");
        type("Name", "Night shift");
        choose("Key");
        type("Key", "canary-key-7");
        stage.picture("accounts-key-light");
        fire("Check and save");
        assertThat(desk.checked.getLast().credentials().get("api-key"))
                .isEqualTo(new Credential.Held(Secret.of("canary-key-7")));
        Fx.run(() -> desk.answer(new Checked.Answered("ssh-keys", Json.obj("data", List.of()))));
        Fx.pulse();
        assertThat(words()).anyMatch(w -> w.contains("Nobody can bring it back"));
        assertThat(desk.ids()).doesNotContain("night-shift");
        type("Passphrase", "correct horse");
        type("Once more", "correct horse");
        stage.picture("accounts-vault-light");
        fire("Make the vault");
        assertThat(desk.ids()).endsWith("night-shift");
        assertThat(desk.listing().accounts().getLast().credentials().get("api-key"))
                .isEqualTo(new Credential.Vault("night-shift/api-key"));
        assertThat(desk.typed).containsEntry("api-key", Secret.of("canary-key-7"));
        assertThat(words()).contains("Vault open").doesNotContain("canary-key-7");
    }

    private void choose(String source) {
        var way =
                all(ToggleButton.class).stream()
                        .filter(b -> source.equals(b.getText()))
                        .findFirst()
                        .orElseThrow();
        Fx.run(way::fire);
        Fx.pulse();
    }

    @Test
    void whatTheFileAsksForIsAgreedToFirst() {
        open(true);
        Fx.run(
                () ->
                        desk.asks(
                                "lab",
                                new Confirmation(
                                        What.COMMAND,
                                        "api-key",
                                        "{\"command\":[\"pass\",\"show\",\"old\"]}",
                                        "{\"command\":[\"pass\",\"show\",\"gpu\"]}"),
                                new Confirmation(
                                        What.ENDPOINT, "", "", "https://gpu.example.org")));
        Fx.pulse();
        assertThat(words()).anyMatch(w -> w.startsWith("Waits for you to agree. Runs"));
        Fx.run(() -> dialogs.signIn("lab"));
        Fx.pulse();
        stage.picture("accounts-agree-dark");
        assertThat(words())
                .contains("Is this as it should be for Lab?")
                .anyMatch(w -> w.startsWith("Before: "));
        assertThat(words()).contains("Runs the program pass show gpu.", "Before: pass show old");
        assertThat(desk.confirmed).isEmpty();
        fire("Agree");
        assertThat(desk.confirmed).containsExactly("lab");
    }

    @Test
    void aKeyThatIsRefusedOnceMoreOpensTheAccountWithTheReason() {
        desk.refusal = Optional.of(refused());
        open(true);
        Fx.run(() -> dialogs.signIn("lab"));
        Fx.pulse();
        stage.picture("accounts-refused-again-dark");
        assertThat(desk.signedIn).containsExactly("lab");
        assertThat(words()).contains("Edit Lab", "API key was invalid.");
    }

    @Test
    void whereNothingCanBeChangedARefusedKeyIsOnlySaid() {
        desk.refusal = Optional.of(refused());
        desk.rehearses();
        open(false);
        Fx.run(() -> dialogs.signIn("lab"));
        Fx.pulse();
        assertThat(words()).doesNotContain("Edit Lab");
        assertThat(said).containsExactly("Lab: API key was invalid.");
    }

    private static CloudException refused() {
        return new CloudException.Unauthorized(
                new Refusal("global/invalid-api-key", "API key was invalid.", ""));
    }

    @Test
    void aKeyThatLiesAboutIsOffered() {
        desk.found =
                List.of(
                        new Found(
                                "LAMBDA_API_KEY",
                                "lambda-cloud",
                                "lambda-cloud",
                                "Lambda Cloud",
                                Map.of(
                                        "api-key",
                                        new Part.Reference(new Credential.Env("LAMBDA_API_KEY"))),
                                Optional.empty()));
        open(false);
        stage.picture("accounts-found-light");
        assertThat(words())
                .anyMatch(w -> w.startsWith("A key for Lambda Cloud stands in LAMBDA_API_KEY"));
        var offers =
                all(Button.class).stream().filter(b -> "Add account…".equals(b.getText())).toList();
        Fx.run(offers.getLast()::fire);
        Fx.pulse();
        fire("Check and save");
        assertThat(desk.checked)
                .singleElement()
                .satisfies(
                        a -> {
                            assertThat(a.name()).isEqualTo("Lambda Cloud");
                            assertThat(a.credentials())
                                    .containsEntry("api-key", new Credential.Env("LAMBDA_API_KEY"));
                        });
    }

    @Test
    void whatIsMissingIsSaidAndGetsTheFocus() {
        open(false);
        fire("Add account…");
        assertThat(stage.focused().getAccessibleText()).isEqualTo("Name");
        fire("Check and save");
        stage.picture("accounts-missing-light");
        assertThat(words()).contains("Is needed");
        assertThat(stage.focused().getAccessibleText()).isEqualTo("Name");
        assertThat(desk.checked).isEmpty();
    }

    @Test
    void aBrokenFileIsSaidWithItsPlaceAndNothingCanBeChanged() {
        open(false);
        Fx.run(() -> desk.broken(FakeDesk.clearText()));
        focusList();
        stage.picture("accounts-problems-light");
        assertThat(words()).anyMatch(w -> w.startsWith("Line 12, column 24 · lab"));
        assertThat(button("Add account…").isDisabled()).isTrue();
        stage.press(KeyCode.DELETE, KeyCode.ENTER);
        assertThat(words()).noneMatch(w -> w.startsWith("Remove Team"));
    }

    @Test
    void aRehearsalShowsItsAccountsOnly() {
        desk.rehearses();
        open(true);
        stage.picture("accounts-rehearsal-dark");
        assertThat(words()).anyMatch(w -> w.contains("in this rehearsal only"));
        assertThat(all(Button.class)).noneMatch(b -> "Add account…".equals(b.getText()));
    }

    @Test
    void everyControlHasAName() {
        open(false);
        fire("Add account…");
        assertThat(all(ButtonBase.class)).allMatch(b -> !named(b).isBlank());
        assertThat(all(TextField.class))
                .allMatch(f -> f.getAccessibleText() != null && !f.getAccessibleText().isBlank());
        assertThat(all(Label.class)).isNotEmpty();
    }

    private static String named(ButtonBase button) {
        return button.getAccessibleText() != null ? button.getAccessibleText() : button.getText();
    }
}
