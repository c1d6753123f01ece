package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.form.diff.RecordsDiff;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.List;

class RecordsEditorTest {
    @Test
    void pastedLinesArePartedByTabsCommasOrBlanks() {
        var each =
                Form.of(Field.of("key", Input.Line.upTo(9)), Field.of("value", Input.Line.upTo(9)));
        for (var text : List.of("a\tb c", "a, b c", "a b c")) {
            assertThat(RecordsEditor.parse(text + "\n\n", each))
                    .as(text)
                    .containsExactly(Json.obj("key", "a", "value", "b c"));
        }
        assertThat(RecordsEditor.parse("a", each)).containsExactly(Json.obj("key", "a"));
    }

    /// An editor with two rules, one of them empty, in a window.
    private static final class Two implements AutoCloseable {
        private static final Form EACH =
                Form.of(
                        Field.of("protocol", Input.Line.upTo(9)),
                        Field.of("port", new Input.Whole(1, 65535)).optional());

        private final Stage stage = Fx.call(Two::stage);
        private final VBox root = (VBox) stage.getScene().getRoot();

        private static Stage stage() {
            var input = new Input.Records(3, EACH);
            var form =
                    new FormViewModel(
                            Form.of(Field.of("rules", input).optional()), () -> _ -> List.of());
            var rules = form.field("rules").orElseThrow();
            rules.addRecord(Json.obj("protocol", "tcp", "port", 22));
            rules.addRecord(Json.obj());
            var editor = new RecordsEditor(rules, input).editor();
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(editor.view()), 600, 300));
            stage.show();
            return stage;
        }

        List<Button> removals() {
            return Fx.call(
                    () ->
                            root.lookupAll(".button").stream()
                                    .map(Button.class::cast)
                                    .filter(b -> b.getAccessibleText() != null)
                                    .filter(b -> b.getAccessibleText().startsWith("Remove"))
                                    .toList());
        }

        List<String> fields() {
            return Fx.call(
                    () ->
                            root.lookupAll(".text-field").stream()
                                    .map(Node::getAccessibleText)
                                    .toList());
        }

        List<String> names() {
            return removals().stream().map(Button::getAccessibleText).toList();
        }

        void press(Button button) {
            Fx.run(button::requestFocus);
            Fx.run(button::fire);
            Fx.pulse();
        }

        Node focused() {
            return Fx.call(() -> stage.getScene().getFocusOwner());
        }

        @Override
        public void close() {
            Fx.run(stage::close);
        }
    }

    @Test
    void eachRemovalSaysWhichRecordItTakesAway() {
        try (var two = new Two()) {
            assertThat(two.names())
                    .containsExactly(
                            "Remove line 1 of rules: tcp, 22",
                            "Remove line 2 of rules, which is empty");
        }
    }

    @Test
    void eachFieldSaysInWhichRecordItStandsAlsoWhenOneBeforeItHasGone() {
        try (var two = new Two()) {
            assertThat(two.fields())
                    .containsExactly(
                            "Protocol, rule 1", "Port, rule 1", "Protocol, rule 2", "Port, rule 2");
            two.press(two.removals().getFirst());
            assertThat(two.fields()).containsExactly("Protocol, rule 1", "Port, rule 1");
        }
    }

    @Test
    void afterARemovalTheKeysAreAtTheNextRecordAndAtLastAtTheButtonThatAddsOne() {
        try (var two = new Two()) {
            two.press(two.removals().getFirst());
            assertThat(two.names()).containsExactly("Remove line 1 of rules, which is empty");
            assertThat(two.focused()).isEqualTo(two.removals().getFirst());
            two.press(two.removals().getFirst());
            assertThat(two.focused())
                    .isInstanceOfSatisfying(
                            Button.class, b -> assertThat(b.getText()).isEqualTo("Add"));
        }
    }

    @Test
    void eachRecordOfAListThatIsReplacedSaysWhatBecomesOfItAndOneThatIsGoneCanBeKept() {
        var input = new Input.Records(9, Two.EACH);
        var form =
                new FormViewModel(
                        Form.of(Field.of("rules", input).optional()), () -> _ -> List.of());
        var rules = form.field("rules").orElseThrow();
        var fields = List.of("protocol", "port");
        var before =
                List.of(
                        Json.obj("protocol", "tcp", "port", 22),
                        Json.obj("protocol", "udp", "port", 53));
        Runnable compare =
                () -> rules.compare(RecordsDiff.of(before, rules.value().list(), fields));
        Fx.run(
                () -> {
                    rules.addRecord(before.getFirst());
                    rules.addRecord(Json.obj("protocol", "icmp"));
                });
        var view = Fx.call(() -> new RecordsEditor(rules, input).editor().view());
        Fx.run(compare);
        assertThat(signs(view)).containsExactly("", "+", "−");

        Fx.run(
                () -> {
                    keep(view).fire();
                    compare.run();
                });
        assertThat(rules.value().list()).contains(before.getLast());
        assertThat(signs(view)).containsExactly("", "+", "");
    }

    private static List<String> signs(Node view) {
        return Fx.call(
                () ->
                        view.lookupAll(".ph-form-sign").stream()
                                .map(Label.class::cast)
                                .map(Label::getText)
                                .toList());
    }

    private static Button keep(Node view) {
        return view.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> "Keep udp, 53".equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
