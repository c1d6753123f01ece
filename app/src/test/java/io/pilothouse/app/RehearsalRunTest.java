package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The whole program without a window, against the rehearsal cloud over real sockets: its clock is the judge. Limits and
/// lifecycles are a fraction of the service's own; [PacingOverSocketsTest] is about the pace.
class RehearsalRunTest {
    private static final String INSTANCE = "lambda.instance";

    @TempDir Path home;

    private RunningRehearsal program;

    @BeforeEach
    void start() throws Exception {
        program =
                new RunningRehearsal(
                        home,
                        RunningRehearsal.lambda(UnaryOperator.identity()),
                        RunningRehearsal.SHORT);
        program.start();
        program.awaitRows(INSTANCE, "lambda.instance-type", "lambda.ssh-key");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void anInstanceIsLaunchedBecomesActiveAndIsTerminated() {
        var launch = launch("from-test");
        program.awaitState(launch, ItemState.DONE);
        program.await(
                "it is active",
                () ->
                        program.find(INSTANCE, "from-test")
                                .filter(r -> r.status().word().equals("active"))
                                .isPresent());

        var terminate =
                program.ask(
                        "lambda.instance.terminate",
                        List.of(program.find(INSTANCE, "from-test").orElseThrow()),
                        Json.obj());
        assertThat(terminate.state()).isEqualTo(Command.State.GRACE);
        program.await("it is gone", () -> program.find(INSTANCE, "from-test").isEmpty());

        assertThat(deliveries())
                .containsEntry("POST /api/v1/instance-operations/launch", 1L)
                .containsEntry("POST /api/v1/instance-operations/terminate", 1L);
        program.assertNoneEarly(RunningRehearsal.FAST);
    }

    @Test
    void aLaunchWhoseAnswerIsLostIsFoundByItsTagAndNotSentAgain() {
        program.cloud()
                .faults()
                .add(
                        Fault.of(Fault.Kind.CLOSED)
                                .on("POST", "/api/v1/instance-operations/launch")
                                .times(1)
                                .afterTheWork());

        var launch = launch("lost-answer");
        program.awaitState(launch, ItemState.DONE);

        assertThat(program.find(INSTANCE, "lost-answer")).isPresent();
        assertThat(deliveries()).containsEntry("POST /api/v1/instance-operations/launch", 1L);
    }

    @Test
    void whatIsUndoneInItsGraceIsNeverSent() {
        var target =
                program.rows(INSTANCE).stream()
                        .filter(r -> r.status().word().equals("active"))
                        .findFirst()
                        .orElseThrow();
        var command = program.ask("lambda.instance.terminate", List.of(target), Json.obj());
        program.backstage().commands().undo(command.id());
        program.awaitState(command, ItemState.WITHDRAWN);
        assertThat(program.cloud().arrivals().kept()).noneMatch(Arrival::mutating);
    }

    private Command launch(String name) {
        var type =
                program.rows("lambda.instance-type").stream()
                        .filter(r -> !r.get(Facts.AVAILABLE_IN).orElse(List.of()).isEmpty())
                        .findFirst()
                        .orElseThrow();
        return program.ask(
                "lambda.instance.launch",
                List.of(),
                Json.obj(
                        "name",
                        name,
                        "instance_type_name",
                        type.name(),
                        "region_name",
                        type.get(Facts.AVAILABLE_IN).orElseThrow().getFirst(),
                        "ssh_key_names",
                        program.rows("lambda.ssh-key").getFirst().name(),
                        "tag_command",
                        true));
    }

    private Map<String, Long> deliveries() {
        return program.cloud().arrivals().deliveries();
    }
}
