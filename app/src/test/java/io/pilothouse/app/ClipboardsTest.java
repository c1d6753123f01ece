package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Secret;
import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.VirtualTimeline;

import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// How long a secret stands on the clipboard.
class ClipboardsTest {
    private static final Secret KEY = Secret.of("canary-key");

    private final VirtualTimeline time = new VirtualTimeline();
    private final Clipboards clipboards = new Clipboards(time, Fx::run);

    private static String there() {
        return Fx.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    private void copy(Secret secret) {
        Fx.run(() -> clipboards.copy(secret));
    }

    private void pass(int seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void aSecretIsTakenOffAfterTwentySeconds() {
        copy(KEY);
        pass(19);
        assertThat(there()).isEqualTo("canary-key");
        pass(1);
        assertThat(there()).doesNotContain("canary");
    }

    @Test
    void aSecretCopiedAgainHasTwentySecondsMore() {
        copy(KEY);
        pass(15);
        copy(KEY);
        pass(19);
        assertThat(there()).isEqualTo("canary-key");
        pass(1);
        assertThat(there()).doesNotContain("canary");
    }

    @Test
    void whatTookTheSecretsPlaceStays() {
        copy(KEY);
        Fx.run(() -> clipboards.copy("plain"));
        pass(20);
        Fx.run(clipboards::close);
        assertThat(there()).isEqualTo("plain");
    }

    @Test
    void aSecretDoesNotOutliveTheProgram() {
        copy(KEY);
        Fx.run(clipboards::close);
        assertThat(there()).doesNotContain("canary");
    }
}
