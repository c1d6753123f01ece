package io.pilothouse.ui.form.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.settings.Preset;
import io.pilothouse.ui.kit.Preferences;

import org.junit.jupiter.api.Test;

import java.util.List;

class PresetsTest {
    private final Preferences preferences = Preferences.unkept();
    private final Presets launches = new Presets(preferences, "lambda.instance.launch");

    @Test
    void secretsAreLeftOutHoweverDeepTheyStand() {
        var answers =
                Json.obj(
                        "name", "web",
                        "token", Secret.of("s3cret"),
                        "disks", List.of(Json.obj("id", "d-1", "key", Secret.of("s3cret"))));

        launches.keep("web", "team", "", answers);

        assertThat(launches.all().getFirst().answers())
                .isEqualTo(Json.obj("name", "web", "disks", List.of(Json.obj("id", "d-1"))));
    }

    @Test
    void oneNameIsKeptOnceForEachAction() {
        var keys = new Presets(preferences, "lambda.ssh-key.add");
        launches.keep("web", "team", "", Json.obj("name", "one"));
        launches.keep(" web ", "lab", "", Json.obj("name", "two"));
        keys.keep("web", "team", "", Json.obj("name", "three"));

        assertThat(launches.all())
                .extracting(Preset::account, p -> p.answers().word("name"))
                .containsExactly(tuple("lab", "two"));
        launches.forget(launches.all().getFirst());
        assertThat(launches.all()).isEmpty();
        assertThat(keys.all()).hasSize(1);
    }
}
