package io.pilothouse.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.history.HistoryException;
import io.pilothouse.ui.kit.act.Notice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DiskTroubleTest {
    private Optional<HistoryException> history = Optional.empty();
    private Optional<IOException> settings = Optional.empty();
    private final List<Notice> said = new ArrayList<>();
    private final DiskTrouble trouble =
            new DiskTrouble(Path.of("/home/eve/ph"), () -> history, () -> settings, said::add);

    @Test
    void whileAllIsKeptNothingIsSaid() {
        trouble.look();
        assertThat(said).isEmpty();
    }

    @Test
    void aDiskThatRefusesIsSaidOnceAndStaysUntilItTakesSomethingAgain() {
        history = Optional.of(new HistoryException("the history can't be written: full", null));
        trouble.look();
        trouble.look();
        assertThat(said)
                .singleElement()
                .satisfies(
                        n -> {
                            assertThat(n.loud()).isTrue();
                            assertThat(n.text())
                                    .contains("/home/eve/ph")
                                    .contains("can't be written: full")
                                    .contains("no command is sent");
                        });
        history = Optional.empty();
        trouble.look();
        trouble.look();
        assertThat(said).hasSize(2);
        assertThat(said.getLast().id()).isEqualTo(said.getFirst().id());
        assertThat(said.getLast().loud()).isFalse();
    }

    @Test
    void settingsAloneStopNoCommand() {
        settings = Optional.of(new AccessDeniedException("/home/eve/ph/settings.json"));
        trouble.look();
        assertThat(said.getFirst().text())
                .contains("no permission to write there")
                .doesNotContain("no command");
    }
}
