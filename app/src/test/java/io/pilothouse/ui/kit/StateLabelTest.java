package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.testkit.Fx;

import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;

import java.util.Locale;

class StateLabelTest {
    private static String shown(String word) {
        return Fx.call(
                () -> {
                    var state = new StateLabel();
                    state.show(new Status(word, Phase.RUNNING), false);
                    return ((Label) state.getChildren().getLast()).getText();
                });
    }

    @Test
    void theServicesWordStandsInLowerCaseInEveryLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(shown("RUNNING")).isEqualTo("running");
            assertThat(shown("active")).isEqualTo("active");
        } finally {
            Locale.setDefault(before);
        }
    }
}
