package io.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.imports.Found;
import io.pilothouse.account.imports.Found.Part;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Notice;
import io.pilothouse.testkit.Fx;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FirstRunTest {
    private final List<String> done = new ArrayList<>();
    private final FirstRun page =
            Fx.call(
                    () ->
                            new FirstRun(
                                    "",
                                    () -> done.add("rehearse"),
                                    () -> done.add("add"),
                                    found -> done.add(found.source())));

    private static Found found(String source, Map<String, Part> parts, Optional<Notice> why) {
        return new Found(source, "lambda-cloud", "id", "Name", parts, why);
    }

    private boolean press(String key) {
        return Fx.call(() -> page.press(key));
    }

    @Test
    void eachWayHasItsDigit() {
        var key = new Part.Reference(new Credential.Env("KEY"));
        var why = Optional.of(Notice.of("import.no-key", "keys"));
        Fx.run(
                () ->
                        page.imports(
                                List.of(
                                        found("keys", Map.of(), why),
                                        found("KEY", Map.of("api-key", key), Optional.empty()))));
        assertThat(List.of(press("1"), press("2"), press("3"))).containsOnly(true);
        assertThat(done)
                .as("what can't be read is no way")
                .containsExactly("rehearse", "add", "KEY");
    }

    @Test
    void theFocusStaysOnTheFirstWayWhenKeysAreFoundLater() {
        var stage =
                Fx.call(
                        () -> {
                            var search = new Button("Search");
                            var made = new Stage();
                            made.setScene(new Scene(new VBox(search, page.view()), 900, 700));
                            made.show();
                            return made;
                        });
        try {
            var key = new Part.Reference(new Credential.Env("KEY"));
            Fx.run(() -> page.imports(List.of(found("KEY", Map.of("k", key), Optional.empty()))));
            Fx.pulse();
            assertThat(Fx.call(() -> stage.getScene().getFocusOwner()))
                    .isInstanceOfSatisfying(
                            Button.class,
                            b -> assertThat(b.getText()).isEqualTo("Start rehearsal"));
        } finally {
            Fx.run(stage::close);
        }
    }

    @Test
    void itsDigitsStandOnTheSheetOfKeys() {
        var words =
                Fx.call(
                        () -> {
                            var sheet = new KeysDialog(() -> {}).view();
                            var _ = new Scene(sheet);
                            sheet.applyCss();
                            sheet.layout(); // what scrolls is there with its skin
                            return sheet.lookupAll(".label").stream()
                                    .map(n -> ((Label) n).getText())
                                    .toList();
                        });
        assertThat(words).contains("While there is no account", "Start rehearsal", "1", "2", "3");
    }

    @Test
    void anotherKeyDoesNothing() {
        assertThat(List.of(press("3"), press("0"), press("x"), press(""))).containsOnly(false);
        assertThat(done).isEmpty();
    }
}
