package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Resource.Ref;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.CommandJournal.Ended;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.history.CommandJournal.Result;
import io.pilothouse.history.CommandJournal.Sent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class HistoryTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:20:30.123456789Z");
    private static final Ref REF = new Ref("lambda-cloud.instance", "i-1");

    private static final String CANARY = "canary-7f3a";

    @TempDir Path folder;
    private History history;

    @BeforeEach
    void open() {
        var opened = History.open(folder);
        assertThat(opened.notices()).isEmpty();
        history = opened.history();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void reopen() {
        history.close();
        open();
    }

    private static Resource row(String id, Json raw) {
        return new Resource(
                new Ref("crusoe.disk", id),
                Optional.of(new Ref("crusoe.project", "p-1")),
                "disk " + id,
                new Status("ATTACHING", Status.Phase.CHANGING),
                Map.of(),
                raw,
                Optional.of("size is no number"));
    }

    private static Asked asked(String id, Instant at) {
        return new Asked(
                id,
                "team",
                "lambda-cloud.launch",
                "Launch 2 × gpu_1x_h100",
                Optional.empty(),
                List.of(),
                Json.obj(),
                Json.obj(),
                at);
    }

    @Test
    void aCommandComesBackAsItWasAskedSentAndAnswered() {
        var targets = List.of(row("d-1", Json.obj("size", 10)), row("d-2", Json.obj("size", 1.50)));
        var asked =
                new Asked(
                        "c-1",
                        "team",
                        "crusoe.disk.resize",
                        "Resize — “two” disks",
                        Optional.of(row("scope", Json.obj())),
                        targets,
                        Json.obj("size", 10),
                        Json.obj("size", 20, "tags", List.of("a", "b"), "force", false),
                        AT);
        var journal = history.commands();
        journal.asked(asked);
        journal.sending("c-1", 0, AT.plusSeconds(1), "PATCH /disks/d-1");
        journal.sending("c-1", 1, AT.plusSeconds(2), "PATCH /disks/d-2");
        var result =
                new Result(AT.plusSeconds(3), "following", "op-7", Json.obj("operation", "op-7"));
        journal.answered("c-1", 1, result);
        var expected =
                new Kept(
                        asked,
                        List.of(
                                new Sent(
                                        0, AT.plusSeconds(1), "PATCH /disks/d-1", Optional.empty()),
                                new Sent(
                                        1,
                                        AT.plusSeconds(2),
                                        "PATCH /disks/d-2",
                                        Optional.of(result))),
                        Optional.empty());
        reopen();
        assertThat(history.commands().unfinished()).containsExactly(expected);

        var done = new Result(AT.plusSeconds(9), "done", "", Json.absent());
        history.commands().answered("c-1", 1, done);
        var ended = new Ended(AT.plusSeconds(10), "partly", "one of two");
        history.commands().ended("c-1", ended);
        assertThat(history.commands().unfinished()).isEmpty();
        var kept = history.commands().recent(5).getFirst();
        assertThat(kept.ended()).contains(ended);
        assertThat(kept.sent().get(1).result()).contains(done);
    }

    @Test
    void aStepThatIsSentAgainKeepsWhatWasKnownOfTheFirstTime() {
        history.commands().asked(asked("c-1", AT));
        var throttled = new Result(AT, "refused", "429", Json.absent());
        history.commands().sending("c-1", 0, AT, "POST /launch");
        history.commands().answered("c-1", 0, throttled);
        history.commands().sending("c-1", 0, AT.plusSeconds(12), "POST /launch");
        assertThat(history.commands().unfinished().getFirst().sent())
                .containsExactly(
                        new Sent(0, AT, "POST /launch", Optional.of(throttled)),
                        new Sent(0, AT.plusSeconds(12), "POST /launch", Optional.empty()));
    }

    @Test
    void aStepThatNeverWentOutIsKeptWithoutARequest() {
        history.commands().asked(asked("c-1", AT));
        var withdrawn = new Result(AT, "withdrawn", "", Json.absent());
        history.commands().answered("c-1", 3, withdrawn);
        assertThat(history.commands().unfinished().getFirst().sent())
                .containsExactly(new Sent(3, AT, "", Optional.of(withdrawn)));
    }

    @Test
    void theNewestCommandsComeFirstAndTheUnfinishedOldestFirst() {
        for (var id : List.of("a", "b", "c")) {
            history.commands().asked(asked(id, AT)); // a clock that stands still changes nothing
        }
        assertThat(history.commands().recent(2))
                .extracting(k -> k.asked().id())
                .containsExactly("c", "b");
        assertThat(history.commands().unfinished())
                .extracting(k -> k.asked().id())
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatWasNeverAskedCanNotBeSent() {
        assertThatThrownBy(() -> history.commands().sending("none", 0, AT, "POST /"))
                .isInstanceOf(HistoryException.class);
        assertThatThrownBy(() -> history.commands().ended("none", new Ended(AT, "done", "")))
                .isInstanceOf(HistoryException.class);
        history.commands().asked(asked("c-1", AT));
        assertThatThrownBy(() -> history.commands().asked(asked("c-1", AT)))
                .isInstanceOf(HistoryException.class);
    }

    /// One secret, in every place that may hold one.
    private void writeSecrets() {
        var secret = Secret.of(CANARY);
        history.commands()
                .asked(
                        new Asked(
                                "c-1",
                                "team",
                                "x",
                                "",
                                Optional.of(row("s", Json.obj("token", secret))),
                                List.of(row("t", Json.obj("deep", List.of(secret)))),
                                Json.obj("password", secret),
                                Json.obj("password", secret, "user", "ann"),
                                AT));
        history.commands().sending("c-1", 0, AT, "POST /x");
        history.commands().answered("c-1", 0, new Result(AT, "done", "", Json.obj("key", secret)));
        var answer =
                Json.obj(
                        "data",
                        List.of(
                                Json.obj("id", "i-1", "jupyter_token", secret),
                                Json.obj("keys", List.of(secret, "public"))));
        history.pages().keep("team", new Pages.Kept("t", "", AT, List.of(answer)));
    }

    @Test
    void aHiddenAnswerComesBackHiddenAndEmptySoThatItIsAskedAgain() {
        writeSecrets();
        var kept = history.commands().recent(1).getFirst();
        assertThat(kept.asked().answers())
                .isEqualTo(Json.obj("password", Secret.of(""), "user", "ann"));
        assertThat(kept.asked().before().secret("password").orElseThrow().isEmpty()).isTrue();
        assertThat(kept.sent().getFirst().result().orElseThrow().answer().secret("key"))
                .isPresent();
    }

    @Test
    void pagesAreReplacedAndTheirTimeMovesWhenNothingChanged() {
        var first = new Pages.Kept("t", "s", AT, List.of(Json.obj("data", List.of(1, 2))));
        var second =
                new Pages.Kept(
                        "t", "s", AT.plusSeconds(5), List.of(Json.obj("n", 1), Json.obj("n", 2)));
        var other = new Pages.Kept("u", "", AT, List.of());
        history.pages().keep("team", first);
        history.pages().keep("team", other);
        history.pages().keep("else", first);
        history.pages().keep("team", second);
        reopen();
        assertThat(history.pages().pages("team")).containsExactly(second, other);

        history.pages().seen("team", "u", "", AT.plusSeconds(60));
        assertThat(history.pages().pages("team").getLast().readAt()).isEqualTo(AT.plusSeconds(60));

        history.pages().forget("team");
        assertThat(history.pages().pages("team")).isEmpty();
        assertThat(history.pages().pages("else")).containsExactly(first);
    }

    @Test
    void aPageIsKeptWithoutItsHiddenFields() {
        writeSecrets();
        assertThat(history.pages().pages("team").getFirst().answers())
                .containsExactly(
                        Json.obj(
                                "data",
                                List.of(
                                        Json.obj("id", "i-1"),
                                        Json.obj("keys", List.of("public")))));
    }

    @Test
    void noSecretReachesTheDisk() throws IOException {
        writeSecrets();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void transitionsComeNewestFirstAndTheFirstSightIsRemembered() {
        var seen = history.transitions();
        var booting = new Transitions.Seen("team", REF, "one", "", "booting", AT);
        var active =
                new Transitions.Seen("team", REF, "one", "booting", "active", AT.plusSeconds(90));
        var gone = new Transitions.Seen("team", REF, "one", "active", "", AT.plusSeconds(900));
        seen.seen(booting);
        seen.seen(active);
        seen.seen(gone);
        seen.seen(new Transitions.Seen("else", REF, "one", "", "active", AT.minusSeconds(1)));
        reopen();
        assertThat(history.transitions().of("team", REF, 2)).containsExactly(gone, active);
        assertThat(history.transitions().firstSeen("team", REF)).contains(AT);
        assertThat(history.transitions().firstSeen("team", new Ref("t", "never"))).isEmpty();
    }

    @Test
    void theTimeOfTheLastSendingOutlivesARestart() {
        history.sent("road", "all", AT);
        history.sent("road", "launch", AT);
        history.sent("road", "all", AT.plusSeconds(1));
        history.sent("other", "all", AT.plusSeconds(7));
        reopen();
        assertThat(history.sentTimes("road"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("all", AT.plusSeconds(1), "launch", AT));
        assertThat(history.sentTimes("unknown")).isEmpty();
    }

    @Test
    void whatIsOlderThanFourHundredDaysGoes() {
        var now = AT.plus(Duration.ofDays(500));
        history.commands().asked(asked("old", AT));
        history.commands().sending("old", 0, AT, "POST /");
        history.commands().asked(asked("new", now.minus(Duration.ofDays(399))));
        history.transitions().seen(new Transitions.Seen("team", REF, "", "", "a", AT));
        history.transitions().seen(new Transitions.Seen("team", REF, "", "a", "b", now));
        history.prune(now);
        assertThat(history.commands().recent(10))
                .extracting(k -> k.asked().id())
                .containsExactly("new");
        assertThat(history.transitions().of("team", REF, 10))
                .extracting(Transitions.Seen::to)
                .containsExactly("b");
    }

    @Test
    void aFullHistoryLosesItsOldestTransitionsAndGivesTheSpaceBack() throws IOException {
        var name = "n".repeat(1000);
        for (int i = 0; i < 2_000; i++) {
            history.transitions()
                    .seen(new Transitions.Seen("team", REF, name, "", "s" + i, AT.plusSeconds(i)));
        }
        history.commands().asked(asked("kept", AT));
        assertThat(history.bytes()).isGreaterThan(2_000_000);
        history.prune(AT, 1_000_000);
        assertThat(history.bytes()).isBetween(500_000L, 1_000_000L);
        assertThat(history.transitions().of("team", REF, 1).getFirst().to()).isEqualTo("s1999");
        assertThat(history.commands().unfinished()).hasSize(1);
        history.close();
        assertThat(Files.size(folder.resolve("history.db"))).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void onlyCommandsThatHaveEndedAreCleared() {
        history.commands().asked(asked("open", AT));
        history.commands().asked(asked("over", AT));
        history.commands().ended("over", new CommandJournal.Ended(AT, "done", ""));
        assertThat(history.count(History.Part.COMMANDS)).isEqualTo(1);

        history.clear(History.Part.COMMANDS);

        assertThat(history.count(History.Part.COMMANDS)).isZero();
        assertThat(history.commands().recent(10))
                .extracting(k -> k.asked().id())
                .containsExactly("open");
    }

    @Test
    void aCapThatCanNotBeMetEndsThePruning() {
        history.commands().asked(asked("open", AT));
        history.prune(AT, 1);
        assertThat(history.commands().unfinished()).hasSize(1);
    }

    @Test
    void afterTheEndEveryMethodSaysSo() {
        history.close();
        assertThatThrownBy(() -> history.sent("r", "b", AT)).isInstanceOf(HistoryException.class);
        assertThatThrownBy(() -> history.sentTimes("r")).isInstanceOf(HistoryException.class);
    }

    @Test
    void howLongRowsUsuallyStayInAStateIsTheMedianOfThoseThatLeftIt() {
        stay("i-1", 60);
        assertThat(usualBoot()).as("one is no rule").isEmpty();
        stay("i-2", 200);
        stay("i-3", 90);
        history.transitions().seen(seen("i-4", "", "booting", AT));

        assertThat(usualBoot()).contains(Duration.ofSeconds(90));
        assertThat(history.transitions().usualStay("lab", "lambda.instance", "booting")).isEmpty();
    }

    private Optional<Duration> usualBoot() {
        return history.transitions().usualStay("team", "lambda.instance", "booting");
    }

    private void stay(String id, int seconds) {
        history.transitions().seen(seen(id, "", "booting", AT));
        history.transitions().seen(seen(id, "booting", "active", AT.plusSeconds(seconds)));
    }

    private static Transitions.Seen seen(String id, String from, String to, Instant at) {
        return new Transitions.Seen("team", new Ref("lambda.instance", id), id, from, to, at);
    }
}
