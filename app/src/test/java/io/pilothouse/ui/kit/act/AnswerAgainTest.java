package io.pilothouse.ui.kit.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.kit.rows.Row;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command with a secret in it that the program did not get to send, in the next run on the same history.
class AnswerAgainTest {
    private static final Json ANSWERS =
            Json.obj("user", "root", "password", Secret.of("hunter2"), "note", Secret.of("psst"));

    @TempDir Path home;

    private final Asking asking = new Asking();
    private Optional<Fleet> run = Optional.empty();

    @AfterEach
    void end() {
        run.ifPresent(Fleet::close);
    }

    @Test
    void isNeverSentWithAnEmptySecret() {
        var command = cutOff();

        assertThat(now().commands.needsAnswers(command.id())).isTrue();
        now().commands.resume(command.id());
        now().pass(Duration.ofMinutes(1));

        assertThat(now().bodies).isEmpty();
    }

    @Test
    void isAskedForWithAllThatIsKnownAndSentOnceWithWhatWasAnswered() {
        var command = cutOff();
        var desk = new ActionDesk(now().bench(), asking);

        desk.answerAgain(command);
        assertThat(asking.kept).isEqualTo(Json.obj("user", "root"));
        asking.answer(asking.kept.with("password", Secret.of("hunter3")));
        now().pass(Duration.ofMinutes(1));

        assertThat(now().bodies)
                .containsExactly(Json.obj("user", "root", "password", Secret.of("hunter3")));
        assertThat(now().commands.get(command.id()).orElseThrow().count(Command.ItemState.DONE))
                .isEqualTo(1);
    }

    @Test
    void isNotSentForAnotherOneThanWasAskedFor() {
        var command = cutOff();
        var desk = new ActionDesk(now().bench(), asking);

        desk.answerAgain(command);
        asking.answer(Json.obj("user", "admin", "password", Secret.of("hunter3")));
        now().pass(Duration.ofMinutes(1));

        assertThat(now().bodies).isEmpty();
        assertThat(asking.said).hasSize(1);
    }

    private Fleet now() {
        return run.orElseThrow();
    }

    /// Asked for and written down, when the first run ended; as the second one shows it.
    private Command cutOff() {
        var first = begin();
        var connection = first.connections.of("team").orElseThrow();
        var command =
                first.commands.ask(
                        connection,
                        connection.cloud().action("machine.lock").orElseThrow(),
                        Optional.empty(),
                        connection.inventory().of("machine"),
                        Json.obj(),
                        ANSWERS,
                        "Lock a");
        first.time.runDue();
        first.close();
        assertThat(first.bodies).isEmpty();
        var second = begin();
        run = Optional.of(second);
        second.commands.recover();
        second.time.runDue();
        var restored = second.commands.get(command.id()).orElseThrow();
        assertThat(restored.state()).isEqualTo(Command.State.INTERRUPTED);
        return restored;
    }

    private Fleet begin() {
        return new Fleet(home)
                .open("team", "Team")
                .has("team", "machine", Fleet.machine("a", "active"))
                .read();
    }

    private static final class Asking implements ActionDesk.Dialogs {
        private final List<Notice> said = new ArrayList<>();
        private List<Offer> offers = List.of();
        private Json kept = Json.absent();
        private ActionDesk.Answered then = (_, _, _) -> {};

        void answer(Json answers) {
            then.with(offers.getFirst(), Json.obj(), answers);
        }

        @Override
        public void form(
                List<Offer> newOffers,
                Json begin,
                Optional<String> refusal,
                ActionDesk.Answered answered) {
            offers = newOffers;
            kept = begin;
            then = answered;
        }

        @Override
        public void confirm(ConfirmViewModel model, Runnable go) {
            throw new AssertionError("nothing is to be confirmed");
        }

        @Override
        public void say(Notice notice) {
            said.add(notice);
        }

        @Override
        public void signIn(String account) {}

        @Override
        public void reveal(Kind kind, Row.Key row) {}
    }
}
