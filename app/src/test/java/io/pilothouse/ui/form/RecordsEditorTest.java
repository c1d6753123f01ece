package io.pilothouse.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;

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
}
