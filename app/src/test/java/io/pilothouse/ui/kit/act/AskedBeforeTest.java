package io.pilothouse.ui.kit.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.sync.Command;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AskedBeforeTest {
    @Test
    void aSecretThatIsNoLongerKnownIsLeftOpenAndAllElseIsKept() {
        var answers =
                Json.obj(
                        "name",
                        "web",
                        "token",
                        Secret.MASK,
                        "disks",
                        List.of(Json.obj("id", "d-1", "key", Secret.MASK)));

        assertThat(AskedBefore.known(command(answers)))
                .isEqualTo(Json.obj("name", "web", "disks", List.of(Json.obj("id", "d-1"))));
    }

    private static Command command(Json answers) {
        var asked =
                new Asked(
                        "c-1",
                        "team",
                        "t.create",
                        "Create web",
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        answers,
                        Instant.EPOCH);
        return new Command(
                asked,
                Command.State.INTERRUPTED,
                Optional.empty(),
                List.of(),
                Optional.of(Instant.EPOCH));
    }
}
