package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.cloud.Action.Target;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Screens;
import io.pilothouse.ui.form.ProposalViewModel.Start;
import io.pilothouse.ui.form.part.Presets;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class FormDialogTest {
    private static final Form RULE =
            Form.of(
                    Field.of("protocol", Input.Choose.one(Choices.of("tcp", "udp", "icmp"))),
                    Field.of("port_range", new Input.Line("\\d+(-\\d+)?", 11))
                            .when(r -> !r.word("protocol").equals("icmp")),
                    Field.of("source_network", new Input.Network()));

    private final List<Json> sent = new ArrayList<>();
    private final Presets presets = new Presets(Preferences.unkept(), "lambda.instance.launch");
    private FormDialog dialog;
    private Stagehand hand;

    private void open(Form form, Json answers) {
        open(form, answers, false);
    }

    private void open(Form form, Json answers, boolean dark) {
        var action =
                Action.on(Target.SCOPE, "lambda.instance.launch", Effect.COST, Launches::steps)
                        .asks(form);
        hand =
                new Stagehand(
                        dark,
                        900,
                        () -> {
                            dialog =
                                    new FormDialog(
                                            new ProposalViewModel(
                                                    List.of(
                                                            Launches.at(
                                                                    "team",
                                                                    action,
                                                                    Inventory.NONE)),
                                                    new Start("", answers, Optional.empty()),
                                                    (_, _, a) -> sent.add(a)),
                                            Optional.of(presets),
                                            _ -> {},
                                            () -> {});
                            return dialog.view();
                        });
        Fx.run(dialog::focus);
    }

    @AfterEach
    void away() {
        hand.close();
    }

    @Test
    void aFilledInFormAsksBeforeItGoes() {
        open(Form.of(Field.of("name", Input.Line.upTo(9))), Json.absent());
        assertThat(Fx.call(dialog::mayClose)).isTrue();

        Fx.run(() -> dialog.proposal().form().field("name").orElseThrow().setText("web"));
        assertThat(Fx.call(dialog::mayClose)).isFalse();
        var keep = hand.find(Button.class, b -> Words.of("form.discard.no").equals(b.getText()));
        assertThat(Fx.call(() -> keep.getParent().isVisible() && keep.isFocused())).isTrue();
        assertThat(Fx.call(dialog::mayClose)).as("a second Esc is no answer").isFalse();

        Fx.run(keep::fire);
        assertThat(Fx.call(() -> keep.getParent().isVisible())).isFalse();
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj("name", "web"));
    }

    @Test
    void thePlanStaysInSightHoweverLongTheForm() {
        open(every(), Json.absent());
        var scroll =
                hand.find(ScrollPane.class, s -> s.getStyleClass().contains("ph-proposal-scroll"));
        var plan = hand.find(Node.class, n -> n.getStyleClass().contains("ph-form-plan"));
        assertThat(Fx.call(() -> scroll.lookupAll(".ph-form-plan"))).isEmpty();
        assertThat(Fx.call(plan::isVisible)).isTrue();
    }

    private Node named(String accessible) {
        return hand.find(Node.class, n -> accessible.equals(n.getAccessibleText()));
    }

    private boolean says(String text) {
        return Fx.call(
                () ->
                        dialog.view().lookupAll(".label").stream()
                                .anyMatch(n -> n instanceof Label l && text.equals(l.getText())));
    }

    private static Form every() {
        var sizes =
                new Choices(
                        Set.of(),
                        (_, _) ->
                                List.of(
                                        Choice.of("s", "small")
                                                .note("2 vCPU")
                                                .price(Optional.of(new Money(12))),
                                        Choice.of("l", "large")
                                                .note("16 vCPU")
                                                .price(Optional.of(new Money(96))),
                                        Choice.of("x", "huge")
                                                .note("64 vCPU")
                                                .off(Optional.of("problem.network"))));
        var many =
                new Choices(
                        Set.of(),
                        (_, _) ->
                                IntStream.rangeClosed(1, 20)
                                        .mapToObj(n -> Choice.of("k" + n, "key-" + n))
                                        .toList());
        return Form.of(
                Field.of("name", new Input.Name("[a-z0-9{}.-]+", 64)),
                Field.of("count", new Input.Whole(1, 64)),
                Field.of("source_network", new Input.Network()).optional(),
                Field.of("size", Input.Choose.one(sizes)),
                Field.of("ssh_key_names", new Input.Choose(0, 9, many)).optional(),
                Field.of("secret", new Input.Hidden()),
                Field.of("tag_command", new Input.Toggle()).optional(),
                Field.of(
                                "image",
                                new Input.OneOf(
                                        List.of(
                                                Form.of(Field.of("family", Input.Line.upTo(30))),
                                                Form.of(Field.of("id", Input.Line.upTo(30))))))
                        .optional(),
                Field.of("rules", new Input.Records(9, RULE)).optional(),
                Field.of("user_data", new Input.Code("cloud-init", 1 << 20)).optional());
    }

    private static final Json FILLED =
            Json.obj(
                    "name",
                    "web-{1..6}",
                    "count",
                    6,
                    "size",
                    "l",
                    "ssh_key_names",
                    List.of("k1", "k2"),
                    "image",
                    Json.obj("family", "lambda-stack"),
                    "rules",
                    List.of(
                            Json.obj(
                                    "protocol",
                                    "tcp",
                                    "port_range",
                                    "22",
                                    "source_network",
                                    "10.0.0.0/8"),
                            Json.obj("protocol", "icmp", "source_network", "10.0.0.300")),
                    "user_data",
                    "#cloud-config\npackages: [htop]\n");

    @Test
    void everyInputHasAnEditor() {
        for (boolean dark : new boolean[] {false, true}) {
            open(every(), FILLED, dark);
            hand.picture(dark ? "form-dark" : "form-light");
            hand.click(hand.find(Button.class, Button::isDefaultButton));
            hand.picture(dark ? "form-to-fix-dark" : "form-to-fix-light");
            assertThat(says("2 fields to fix")).isTrue();
            assertThat(hand.focused().getAccessibleText()).isEqualTo("secret");
            assertThat(says("and 2 more")).isTrue();
            hand.close();
        }
    }

    @Test
    void everyControlHasALabelAndAnAccessibleName() {
        open(every(), FILLED);
        Fx.run(
                () -> {
                    for (var node :
                            dialog.view()
                                    .lookupAll(".text-field, .text-area, .ph-choice, .combo-box")) {
                        if (node.isVisible()) {
                            assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
                        }
                    }
                    for (var node : dialog.view().lookupAll(".button, .toggle-button")) {
                        var words =
                                node instanceof javafx.scene.control.Labeled l ? l.getText() : "";
                        if (!node.getStyleClass().contains("increment-button")
                                && (words == null || words.isBlank())) {
                            assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
                        }
                    }
                    for (var node : dialog.view().lookupAll(".ph-field-label")) {
                        assertThat(((Label) node).getLabelFor()).as(node.toString()).isNotNull();
                    }
                });
    }

    @Test
    void typingIsAnAnswerAndLeavingShowsTheProblem() {
        open(
                Form.of(
                        Field.of("source_network", new Input.Network()),
                        Field.of("name", Input.Line.upTo(9))),
                Json.absent());
        var field = (TextField) named("Source");
        assertThat(hand.focused()).isSameAs(field);
        Fx.run(() -> field.appendText("10.0.0.300"));
        assertThat(field.getStyleClass()).doesNotContain("ph-field-error");
        hand.press(KeyCode.TAB);
        assertThat(hand.focused().getAccessibleText()).isEqualTo("Name");
        assertThat(says("An IPv4 network such as 10.0.0.0/8, or one address")).isTrue();
        assertThat(field.getStyleClass()).contains("ph-field-error");
        Fx.run(() -> field.setText("10.0.0.3"));
        assertThat(field.getStyleClass()).doesNotContain("ph-field-error");
        assertThat(dialog.proposal().form().answers())
                .isEqualTo(Json.obj("source_network", "10.0.0.3"));
    }

    @Test
    void theKeyboardChoosesAndSkipsWhatIsOff() {
        open(Form.of(every().field("size").orElseThrow()), Json.absent());
        hand.press(KeyCode.SPACE);
        var list = hand.popup();
        Screens.write(list, "form-choices");
        hand.press(list, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(hand.hasPopup()).isFalse();
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj("size", "l"));
        assertThat(says("$0.96")).isTrue();
    }

    @Test
    void theListOpensOnTheFirstThatCanBeChosenSoThatEnterTakesIt() {
        open(Form.of(every().field("size").orElseThrow()), Json.absent());
        hand.press(KeyCode.DOWN);
        hand.press(hand.popup(), KeyCode.ENTER);
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj("size", "s"));
    }

    @Test
    void escapeClosesTheListAndNotTheDialog() {
        open(Form.of(every().field("size").orElseThrow()), Json.absent());
        hand.press(KeyCode.SPACE);
        hand.press(hand.popup(), KeyCode.ESCAPE);
        assertThat(hand.hasPopup()).isFalse();
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj());
    }

    @Test
    void whereNothingIsAskedEnterSends() {
        open(Form.NONE, Json.absent());
        assertThat(hand.focused()).isSameAs(hand.find(Button.class, Button::isDefaultButton));
    }

    @Test
    void manyFieldsStandInTwoColumnsAndFormsWithinTheFormAcrossBoth() {
        open(every(), FILLED);
        assertThat(left("count")).as("beside the name").isGreaterThan(left("name") + 300);
        assertThat(left("source_network")).isEqualTo(left("name"));
        assertThat(left("user_data")).isEqualTo(left("name"));
        assertThat(width("user_data")).isGreaterThan(2 * width("name"));
        hand.close();
        open(RULE, Json.absent());
        assertThat(left("source_network")).isEqualTo(left("protocol"));
    }

    private double left(String field) {
        var node = named(FieldBox.label(field));
        return Fx.call(() -> node.localToScene(0, 0).getX());
    }

    private double width(String field) {
        var node = named(FieldBox.label(field));
        return Fx.call(() -> node.getLayoutBounds().getWidth());
    }

    @Test
    void whatHoldsForAnEmptyFieldIsSaidOnlyWhereItMayBeEmpty() {
        var help = Words.of("field.subnet_id.help.optional");
        var subnet = Field.of("subnet_id", Input.Choose.one(Choices.of("a")));
        open(Form.of(subnet.optional()), Json.absent());
        assertThat(says(help)).isTrue();
        hand.close();
        open(Form.of(subnet), Json.absent());
        assertThat(says(help)).isFalse();
    }

    @Test
    void aLongListIsSearched() {
        open(Form.of(every().field("ssh_key_names").orElseThrow()), Json.absent());
        hand.press(KeyCode.DOWN);
        var list = hand.popup();
        Fx.run(() -> ((TextField) list.getRoot().lookup(".text-field")).setText("key-17"));
        Fx.pulse();
        Screens.write(list, "form-search");
        hand.press(list, KeyCode.ENTER);
        assertThat(dialog.proposal().form().answers().texts("ssh_key_names"))
                .containsExactly("k17");
        hand.press(KeyCode.BACK_SPACE);
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj());
    }

    @Test
    void severalPastedLinesBecomeSeveralRows() {
        open(Form.of(every().field("rules").orElseThrow()), Json.absent());
        Fx.run(hand.find(Button.class, b -> "Add".equals(b.getText()))::fire);
        Fx.run(
                () -> {
                    var text = new ClipboardContent();
                    text.putString("tcp\t22\t10.0.0.0/8\nudp\t53\t10.0.0.1\n");
                    Clipboard.getSystemClipboard().setContent(text);
                    var field = dialog.view().lookup(".text-field");
                    field.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.V,
                                    false,
                                    true,
                                    false,
                                    false));
                });
        assertThat(dialog.proposal().form().answers().list("rules"))
                .containsExactly(
                        Json.obj(
                                "protocol",
                                "tcp",
                                "port_range",
                                "22",
                                "source_network",
                                "10.0.0.0/8"),
                        Json.obj(
                                "protocol",
                                "udp",
                                "port_range",
                                "53",
                                "source_network",
                                "10.0.0.1"));
    }

    @Test
    void anotherFormIsAnotherAnswer() {
        open(Form.of(every().field("image").orElseThrow()), Json.absent());
        assertThat(dialog.proposal().form().answers()).isEqualTo(Json.obj());
        Fx.run(hand.find(ToggleButton.class, b -> "Image".equals(b.getText()))::fire);
        Fx.pulse();
        var id = hand.find(TextField.class, f -> "Image".equals(f.getAccessibleText()));
        Fx.run(() -> id.setText("img-1"));
        assertThat(dialog.proposal().form().answers())
                .isEqualTo(Json.obj("image", Json.obj("id", "img-1")));
    }

    @Test
    void tabLeavesTheCode() {
        open(
                Form.of(
                        every().field("user_data").orElseThrow(),
                        Field.of("name", Input.Line.upTo(9))),
                Json.absent());
        assertThat(hand.focused()).isInstanceOf(TextArea.class);
        hand.press(KeyCode.TAB);
        assertThat(hand.focused()).isNotInstanceOf(TextArea.class);
    }

    @Test
    void aWarningIsShownBeforeItIsSent() {
        var form =
                Form.of(Field.of("name", Input.Line.upTo(9)))
                        .check(
                                (_, _) ->
                                        List.of(Problem.of("name", "problem.network").asWarning()));
        open(form, Json.obj("name", "a"));
        var go = hand.find(Button.class, Button::isDefaultButton);
        hand.click(go);
        assertThat(sent).isEmpty();
        assertThat(says("Check the warnings, then press again")).isTrue();
        hand.click(go);
        assertThat(sent).hasSize(1);
    }
}
