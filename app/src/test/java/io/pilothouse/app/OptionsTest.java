package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class OptionsTest {
    @Test
    void nothingIsAPlainStart() throws Exception {
        var options = Options.parse(List.of());
        assertThat(options.home()).isEmpty();
        assertThat(options.rehearsal()).isFalse();
    }

    @Test
    void theHomeMayStandBehindASpaceOrAnEqualsSign() throws Exception {
        assertThat(Options.parse(List.of("--home", "/a b")).home()).contains(Path.of("/a b"));
        assertThat(Options.parse(List.of("--home=/a", "--rehearsal")).home())
                .contains(Path.of("/a"));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--rehearsel")))
                .hasMessageContaining("--rehearsel");
        assertThatThrownBy(() -> Options.parse(List.of("--home"))).hasMessageContaining("--home");
    }
}
