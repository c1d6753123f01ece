package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.form.FormViewModel.Sending;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ReplacementTest {
    private static final Instant OPENED = Instant.parse("2026-11-21T14:32:08Z");
    private static final Form EACH =
            Form.of(
                    Field.of("port", Input.Line.upTo(9)),
                    Field.of("words", Input.Line.upTo(99)).optional());

    private final List<Json> before = new ArrayList<>();
    private final List<Json> sent = new ArrayList<>();
    private Resource row = row("22");
    private Instant readAt = OPENED;

    private static Resource row(String... ports) {
        var rules = List.of(ports).stream().map(p -> Json.obj("port", p, "words", "")).toList();
        return Resource.of("wall", "w1", "wall", Status.NONE, Json.obj("rules", rules));
    }

    private ProposalViewModel edit() {
        var action =
                Action.on(
                                Action.Target.ROW,
                                "lambda.ruleset.edit",
                                Action.Effect.REPLACE,
                                ask ->
                                        List.of(
                                                Step.of(
                                                        ApiCall.write(
                                                                Request.of("PUT", "/rules")
                                                                        .json(ask.answers())),
                                                        ask.targets())),
                                "wall")
                        .asks(
                                (rows, _) ->
                                        Form.of(
                                                        Field.of(
                                                                        "rules",
                                                                        new Input.Records(9, EACH))
                                                                .optional())
                                                .from(rows.getFirst().raw().only("rules")));
        var to =
                new Destination(
                        "a",
                        "A",
                        "violet",
                        "Provider",
                        action,
                        Optional.empty(),
                        List.of(row),
                        () -> type -> type.equals("wall") ? List.of(row) : List.of(),
                        steps -> Launches.taking(steps, Duration.ZERO, Optional.empty(), 0),
                        _ -> "curl",
                        () -> Money.ZERO,
                        _ -> Optional.of(readAt),
                        _ -> Optional.empty());
        return new ProposalViewModel(
                List.of(to),
                Start.NEW,
                (_, was, answers) -> {
                    before.add(was);
                    sent.add(answers);
                });
    }

    private static Replacement replacement(ProposalViewModel edit) {
        return edit.replacementProperty().get().orElseThrow();
    }

    private static void add(ProposalViewModel edit, String port) {
        edit.form().field("rules").orElseThrow().addRecord(Json.obj("port", port));
    }

    private void read(ProposalViewModel edit) {
        readAt = readAt.plusSeconds(1);
        edit.readAgain();
    }

    @Test
    void theListCountsAsReadAgainOnlyAfterTheFormWasOpened() {
        var edit = edit();
        assertThat(replacement(edit).isReadAgain()).isFalse();
        read(edit);
        assertThat(replacement(edit).isReadAgain()).isTrue();
        assertThat(replacement(edit).isChangedSince()).isFalse();
        assertThat(replacement(edit).diff(edit.form().answers()).isEmpty()).isTrue();
    }

    @Test
    void nothingIsSentBeforeTheListHasBeenReadAgain() {
        var edit = edit();
        add(edit, "443");
        assertThat(edit.isWaiting()).isTrue();
        assertThat(edit.send()).isEqualTo(Sending.WAIT);
        assertThat(sent).isEmpty();

        read(edit);
        assertThat(edit.isWaiting()).isFalse();
        assertThat(edit.send()).isEqualTo(Sending.READY);
        assertThat(sent).hasSize(1);
    }

    @Test
    void theButtonIsOffWithItsReasonUntilThen() {
        var edit = Fx.call(this::edit);
        try (var hand =
                new Stagehand(
                        false,
                        600,
                        () -> new FormDialog(edit, Optional.empty(), _ -> {}, () -> {}).view())) {
            var button = defaultButton(hand);
            assertThat(button.isDisabled()).isTrue();
            assertThat(says(hand, "Off until the list has been read again")).isTrue();

            Fx.run(() -> read(edit));
            assertThat(says(hand, "Off until the list has been read again")).isFalse();
            assertThat(button.isDisabled()).isTrue();
            assertThat(says(hand, "Off: nothing is changed yet")).isTrue();

            Fx.run(() -> add(edit, "443"));
            assertThat(button.isDisabled()).isFalse();
            assertThat(button.getText()).isEqualTo("Apply 1 change");
            assertThat(says(hand, "Off: nothing is changed yet")).isFalse();
        }
    }

    @Test
    void whatIsPutBackAsItWasIsNoChange() {
        var edit = edit();
        read(edit);
        add(edit, "443");
        assertThat(edit.off()).isEmpty();
        var rules = edit.form().field("rules").orElseThrow();
        rules.removeRecord(rules.records().getLast());
        assertThat(edit.off()).contains("form.no-change");
        assertThat(edit.send()).isEqualTo(Sending.WAIT);
        assertThat(sent).isEmpty();
    }

    private static Button defaultButton(Stagehand hand) {
        return Fx.call(
                () ->
                        hand.scene().getRoot().lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(Button::isDefaultButton)
                                .findFirst()
                                .orElseThrow());
    }

    private static boolean says(Stagehand hand, String text) {
        return Fx.call(
                () ->
                        hand.scene().getRoot().lookupAll(".label").stream()
                                .anyMatch(n -> n instanceof Label l && text.equals(l.getText())));
    }

    @Test
    void whatIsTypedIsComparedWithTheList() {
        var edit = edit();
        read(edit);
        add(edit, "443");
        var diff = replacement(edit).diff(edit.form().answers());
        assertThat(diff.count(Sign.ADDED)).isEqualTo(1);
        assertThat(diff.count(Sign.SAME)).isEqualTo(1);
    }

    @Test
    void aListThatChangedBeforeAnythingWasTypedTakesItsPlaceInTheForm() {
        var edit = edit();
        row = row("22", "80");
        read(edit);
        assertThat(edit.form().answers().list("rules")).hasSize(2);
        assertThat(replacement(edit).isChangedSince()).isFalse();
    }

    @Test
    void aListThatChangedUnderTypedAnswersIsSaidAndTheAnswersStay() {
        var edit = edit();
        add(edit, "443");
        row = row("22", "80");
        read(edit);

        assertThat(replacement(edit).isChangedSince()).isTrue();
        assertThat(edit.form().answers().list("rules"))
                .extracting(r -> r.word("port"))
                .containsExactly("22", "443");
        var diff = replacement(edit).diff(edit.form().answers());
        assertThat(diff.count(Sign.REMOVED)).as("the rule that somebody else added").isEqualTo(1);

        assertThat(edit.send()).isEqualTo(Sending.READY);
        assertThat(before.getFirst().list("rules")).as("the newest").hasSize(2);
        assertThat(sent.getFirst().list("rules")).hasSize(2);
    }

    @Test
    void onePressBeginsAgainWithTheNewestList() {
        var edit = edit();
        add(edit, "443");
        row = row("22", "80");
        read(edit);
        edit.beginAgain();

        assertThat(edit.form().answers().list("rules"))
                .extracting(r -> r.word("port"))
                .containsExactly("22", "80");
        assertThat(replacement(edit).isChangedSince()).isFalse();
        add(edit, "81");
        assertThat(
                        edit.planProperty()
                                .get()
                                .orElseThrow()
                                .steps()
                                .getFirst()
                                .call()
                                .request()
                                .body()
                                .list("rules"))
                .as("the plan follows the new form")
                .hasSize(3);
    }

    @Test
    void anActionThatReplacesNothingHasNoDifferenceToShow() {
        var launch = new ProposalViewModel(List.of(Launches.at("a")), Start.NEW, (_, _, _) -> {});
        assertThat(launch.replacementProperty().get()).isEmpty();
    }
}
