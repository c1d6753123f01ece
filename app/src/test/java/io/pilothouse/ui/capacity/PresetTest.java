package io.pilothouse.ui.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class PresetTest {
    private static final Form FORM =
            Form.of(
                    Field.of("name", Input.Line.upTo(20)),
                    Field.of("image", Input.Choose.one(Choices.of("ubuntu"))),
                    Field.of(
                            "place",
                            Input.Choose.one(
                                    new Choices(Set.of(), (a, _) -> places(a.word("machine"))))),
                    Field.of("machine", Input.Choose.one(Choices.of("a100", "h100"))));

    private static List<Choice> places(String machine) {
        return List.of(
                Choice.of("us-1", "us-1"),
                Choice.of("us-2", "us-2")
                        .off(machine.equals("h100") ? Optional.of("none") : Optional.empty()));
    }

    @Test
    void theFieldsAreFoundByWhatTheyOffer() {
        assertThat(Preset.of(FORM, Inventory.NONE, "a100", "us-2"))
                .contains(Json.obj("place", "us-2", "machine", "a100"));
    }

    @Test
    void whatTheFormDoesNotOfferIsNoPreset() {
        assertThat(Preset.of(FORM, Inventory.NONE, "h100", "us-2")).isEmpty();
        assertThat(Preset.of(FORM, Inventory.NONE, "b200", "us-1")).isEmpty();
        assertThat(Preset.of(Form.NONE, Inventory.NONE, "a100", "us-1")).isEmpty();
    }
}
