package io.pilothouse.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilothouse.domain.Json;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.form.Launches;
import io.pilothouse.ui.form.ProposalViewModel;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.form.Stagehand;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class LaunchDialogTest {
    private final List<Json> sent = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private LaunchDialog dialog;
    private Stagehand hand;

    private void open(boolean dark, Start start) {
        hand =
                new Stagehand(
                        dark,
                        860,
                        () -> {
                            var proposal =
                                    new ProposalViewModel(
                                            List.of(Launches.at("team"), Launches.at("lab")),
                                            start,
                                            (_, _, answers) -> sent.add(answers));
                            dialog =
                                    new LaunchDialog(
                                            new LaunchViewModel(proposal),
                                            () -> Launches.READ_AT.plusSeconds(2),
                                            Optional.empty(),
                                            copied::add,
                                            () -> closed.add("closed"));
                            return dialog.view();
                        });
        Fx.run(dialog::focus);
    }

    @AfterEach
    void away() {
        hand.close();
    }

    private static Start with(Json answers) {
        return new Start("team", answers, Optional.empty());
    }

    private Button button(String text) {
        return hand.find(Button.class, b -> text.equals(b.getText()));
    }

    private TextField field(String label) {
        return hand.find(TextField.class, f -> label.equals(f.getAccessibleText()));
    }

    private boolean says(String text) {
        return Fx.call(
                () ->
                        dialog.view().lookupAll("*").stream()
                                .filter(Labeled.class::isInstance)
                                .map(n -> ((Labeled) n).getText())
                                .anyMatch(text::equals));
    }

    @Test
    void itLooksAsDrawn() {
        for (boolean dark : new boolean[] {false, true}) {
            open(
                    dark,
                    with(
                            Launches.EIGHT
                                    .with("hostname", "Sweep_H100-{1..8}")
                                    .with("image", "Lambda Stack 22.04")));
            Fx.run(() -> dialog.model().proposal().form().field("hostname").orElseThrow().leave());
            hand.picture(dark ? "launch-dark" : "launch-light");
            assertThat(says("8 launches: 84 s at one per 12 s")).isTrue();
            assertThat(says("+$26.32/h")).isTrue();
            assertThat(says("$66.58 → $92.90/h")).isTrue();
            assertThat(says("datasets-va locks the region to us-east-1.")).isTrue();
            assertThat(says("5 of 7 types have capacity")).isTrue();
            assertThat(says("1 field to fix")).isTrue();
            hand.close();
        }
    }

    @Test
    void theKeyboardAloneChoosesInTheGrid() {
        open(false, Start.NEW);
        assertThat(hand.focused().getAccessibleText())
                .isEqualTo("gpu_1x_a10 in us-south-1: capacity now");
        hand.press(KeyCode.LEFT);
        assertThat(hand.focused().getAccessibleText()).startsWith("gpu_1x_a10 in us-east-3");
        hand.press(KeyCode.RIGHT);
        hand.press(KeyCode.SPACE);
        assertThat(dialog.model().region()).isEqualTo("us-south-1");
        assertThat(hand.focused().getAccessibleText())
                .isEqualTo("gpu_1x_a10 in us-south-1: chosen");
        hand.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.HOME, KeyCode.SPACE);
        assertThat(dialog.model().type()).isEqualTo("gpu_1x_h100_sxm5");
        assertThat(dialog.model().region()).isEqualTo("us-east-1");
    }

    @Test
    void theButtonLeadsToTheFirstProblem() {
        open(false, Start.NEW);
        hand.click(button("Launch 1 instance"));
        assertThat(sent).isEmpty();
        assertThat(says("3 fields to fix")).isTrue();
        assertThat(hand.focused().getStyleClass()).contains("ph-launch-cell");
        hand.press(KeyCode.SPACE);
        assertThat(says("1 field to fix")).isTrue();
        hand.press(KeyCode.ENTER);
        assertThat(hand.focused().getAccessibleText()).isEqualTo("SSH key");
        hand.picture("launch-to-fix");
    }

    @Test
    void itOpensAsHighAsWhatItHolds() {
        open(false, Start.NEW);
        var scroll =
                hand.find(ScrollPane.class, s -> s.getStyleClass().contains("ph-proposal-scroll"));
        assertThat(Fx.call(() -> scroll.getContent().getLayoutBounds().getHeight()))
                .isCloseTo(Fx.call(scroll::getHeight), within(1.0));
    }

    @Test
    void theWayOutOfALockIsBesideIt() {
        open(false, with(Launches.EIGHT));
        var out = hand.find(Hyperlink.class, h -> h.getText().startsWith("Remove it"));
        Fx.run(out::fire);
        assertThat(says("datasets-va locks the region to us-east-1.")).isFalse();
        assertThat(dialog.model().proposal().form().answers().texts("file_system_names")).isEmpty();
    }

    @Test
    void theSuggestedNameIsTakenWithOneClick() {
        open(false, with(Launches.EIGHT.with("hostname", "Sweep_H100-{1..8}")));
        Fx.run(() -> dialog.model().proposal().form().field("hostname").orElseThrow().leave());
        Fx.run(hand.find(Hyperlink.class, h -> h.getText().equals("sweep-h100-{1..8}"))::fire);
        assertThat(field("Hostname").getText()).isEqualTo("sweep-h100-{1..8}");
        hand.click(button("Launch 8 instances"));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().word("hostname")).isEqualTo("sweep-h100-{1..8}");
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void aRefusalStandsOnTopAndTheAnswersAreKept() {
        open(
                false,
                new Start(
                        "team",
                        Launches.EIGHT,
                        Optional.of("Not enough capacity to fulfill launch request.")));
        assertThat(says("Not enough capacity to fulfill launch request.")).isTrue();
        assertThat(field("Name").getText()).isEqualTo("sweep-h100-{1..8}");
        hand.picture("launch-refused");
    }

    @Test
    void whatIsCopiedIsNotSent() {
        open(false, with(Launches.EIGHT));
        hand.click(button("Copy as curl"));
        hand.click(button("Copy JSON"));
        assertThat(copied.getFirst()).startsWith("curl /launch");
        assertThat(copied.getLast()).contains("sweep-h100-1");
        assertThat(button("Copy JSON").getGraphic())
                .isInstanceOfSatisfying(
                        FontIcon.class, i -> assertThat(i.getIconLiteral()).isEqualTo("bi-check"));
        assertThat(sent).isEmpty();
    }
}
