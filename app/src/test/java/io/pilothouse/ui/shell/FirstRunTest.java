package io.pilothouse.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.Imports.Found;
import io.pilothouse.account.Imports.What;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Notice;
import io.pilothouse.testkit.Fx;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

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

    private static Found found(String source, What what) {
        return new Found(source, "lambda-cloud", "id", "Name", "api-key", what);
    }

    private boolean press(String key) {
        return Fx.call(() -> page.press(key));
    }

    @Test
    void eachWayHasItsDigit() {
        Fx.run(
                () ->
                        page.imports(
                                List.of(
                                        found(
                                                "keys",
                                                new What.Unreadable(
                                                        Notice.of("import.no-key", "keys"))),
                                        found(
                                                "KEY",
                                                new What.Reference(new Credential.Env("KEY"))))));
        assertThat(List.of(press("1"), press("2"), press("3"))).containsOnly(true);
        assertThat(done)
                .as("what can't be read is no way")
                .containsExactly("rehearse", "add", "KEY");
    }

    @Test
    void anotherKeyDoesNothing() {
        assertThat(List.of(press("3"), press("0"), press("x"), press(""))).containsOnly(false);
        assertThat(done).isEmpty();
    }
}
