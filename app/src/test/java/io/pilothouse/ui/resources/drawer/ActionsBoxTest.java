package io.pilothouse.ui.resources.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ActionsBoxTest {
    @Test
    void anActionThatIsOffSaysWhyByItself() {
        assertThat(ActionsBox.words(List.of("Rename"), "works on one row at a time"))
                .isEqualTo("Rename is off: works on one row at a time");
    }

    @Test
    void actionsThatAreOffForOneReasonShareIt() {
        assertThat(ActionsBox.words(List.of("Start", "Stop"), "is being deleted"))
                .isEqualTo("Start, Stop: off, is being deleted");
    }
}
