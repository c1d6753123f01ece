package io.pilothouse.ui.shell.screens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {
    private final Trail<String> trail = new Trail<>();

    @Test
    void leadsBackAndForwardAgain() {
        visit("instances", "volumes", "images");
        assertThat(trail.back()).contains("volumes");
        assertThat(trail.back()).contains("instances");
        assertThat(trail.forward()).contains("volumes");
        assertThat(trail.forward()).contains("images");
    }

    @Test
    void endsWhereItBeganAndWhereItWentLast() {
        assertThat(trail.back()).isEmpty();
        assertThat(trail.forward()).isEmpty();
        visit("instances");
        assertThat(trail.canGoBack()).isFalse();
        assertThat(trail.back()).isEmpty();
        assertThat(trail.canGoForward()).isFalse();
        assertThat(trail.forward()).isEmpty();
    }

    @Test
    void goingOnFromTheMiddleForgetsWhatLayAhead() {
        visit("instances", "volumes", "images");
        trail.back();
        trail.back();
        visit("keys");
        assertThat(trail.forward()).isEmpty();
        assertThat(trail.back()).contains("instances");
    }

    @Test
    void comesBackToWhereOneWasMoreExactly() {
        visit("instances");
        trail.moved("instances, third row");
        visit("keys");
        assertThat(trail.here()).contains("keys");
        assertThat(trail.back()).contains("instances, third row");
        assertThat(trail.canGoBack()).isFalse();
    }

    @Test
    void stayingLeavesNoTrace() {
        visit("instances", "volumes", "volumes");
        assertThat(trail.back()).contains("instances");
        // also where one went back to
        visit("instances");
        assertThat(trail.forward()).contains("volumes");
    }

    @Test
    void isOfLimitedLength() {
        for (int i = 0; i < 1_000; i++) {
            trail.visit("screen " + i);
        }
        int steps = 0;
        while (trail.back().isPresent()) {
            steps++;
        }
        assertThat(steps).isEqualTo(99);
        assertThat(trail.forward()).contains("screen 901");
    }

    private void visit(String... places) {
        for (var place : places) {
            trail.visit(place);
        }
    }
}
