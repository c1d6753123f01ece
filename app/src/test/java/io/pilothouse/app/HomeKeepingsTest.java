package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.History;
import io.pilothouse.history.Transitions;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.ui.settings.Keepings;
import io.pilothouse.ui.settings.Keepings.Kept;
import io.pilothouse.ui.settings.Keepings.What;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class HomeKeepingsTest {
    @TempDir private Path folder;

    private Home home;
    private History history;
    private HomeKeepings keepings;

    @BeforeEach
    void open() throws IOException {
        home = Home.at(folder);
        history = History.open(folder).history();
        keepings = new HomeKeepings(home, history, new RequestJournal());
    }

    @AfterEach
    void close() {
        history.close();
    }

    private Kept kept(What what) throws IOException {
        return keepings.kept().stream().filter(k -> k.what() == what).findFirst().orElseThrow();
    }

    @Test
    void everythingThatIsKeptIsNamedOnce() throws IOException {
        assertThat(keepings.kept()).extracting(Kept::what).containsExactly(What.values());
        assertThat(keepings.home()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void clearedLogsAreEmptyAndTheOneInUseIsWrittenOn() throws IOException {
        Files.createDirectories(home.logs());
        var inUse = home.logs().resolve("pilothouse.log");
        try (var log =
                Files.newOutputStream(
                        inUse, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            log.write(new byte[100]);
            Files.write(home.logs().resolve("pilothouse.1.log"), new byte[1000]);
            var foreign = Files.write(home.logs().resolve("notes.txt"), new byte[7]);
            assertThat(kept(What.LOGS).bytes()).hasValue(1100);

            keepings.clear(What.LOGS);

            assertThat(kept(What.LOGS).bytes()).hasValue(0);
            log.write(new byte[3]);
            assertThat(Files.size(inUse)).isEqualTo(3);
            assertThat(foreign).exists();
        }
    }

    @Test
    void aClearedPartOfTheHistoryLeavesTheOthers() throws IOException {
        var row = new Resource.Ref("lambda.instance", "i-1");
        var now = Instant.parse("2026-11-24T14:32:08Z");
        history.transitions().seen(new Transitions.Seen("team", row, "web", "", "active", now));
        history.pages()
                .keep(
                        "team",
                        new io.pilothouse.history.Pages.Kept(
                                "lambda.instance", "", now, java.util.List.of(Json.obj("a", 1))));
        assertThat(kept(What.TRANSITIONS).count()).hasValue(1);

        keepings.clear(What.TRANSITIONS);

        assertThat(kept(What.TRANSITIONS).count()).hasValue(0);
        assertThat(kept(What.PAGES).count()).hasValue(1);
        keepings.clear(What.PAGES);
        assertThat(history.pages().pages("team")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HISTORY", "SETTINGS", "ACCOUNTS", "VAULT"})
    void whatHoldsMoreThanTracesIsNeverCleared(What what) {
        assertThatThrownBy(() -> keepings.clear(what)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountOnThisComputerIsReachedDirectly() {
        assertThat(keepings.way(at("http://127.0.0.1:4010")).source())
                .isEqualTo(Keepings.Source.LOOPBACK);
        assertThat(keepings.about()).startsWith("Pilothouse ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ho st", "https://[::1", "host", "file:///etc", "https:", ""})
    void anEndpointThatIsNoneHasNoWayAndStopsNothing(String endpoint) {
        assertThat(keepings.way(at(endpoint)))
                .isEqualTo(new Keepings.Way(Keepings.Source.UNREADABLE, "", ""));
    }

    private static Account at(String endpoint) {
        return new Account(
                "a",
                "A",
                "lambda-cloud",
                Optional.of(endpoint),
                Account.Stage.DEVELOPMENT,
                false,
                "violet",
                Map.of(),
                Map.of(),
                Json.obj());
    }
}
