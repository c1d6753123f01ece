package io.pilothouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Screens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class MessagesTest {
    @TempDir private Path folder;

    @Test
    void everyWordUsedExistsAndEveryWordThereIsUsed() {
        var main = Screens.root().resolve("app/src/main");
        var faults =
                WordList.faults(
                        main.resolve("resources/io/pilothouse/messages.properties"),
                        main.resolve("java"));
        assertThat(faults).isEmpty();
    }

    @Test
    void aMissingWordIsSaidAsTheLineToPaste() throws IOException {
        assertThat(faults("a = A", "Words.of(\"a\"); Words.of(\n    \"b.c\", 1);"))
                .containsExactly("to paste: b.c = ");
    }

    @Test
    void aWordThatNobodyUsesIsFound() throws IOException {
        assertThat(faults("a = A\nb = B", "Words.of(\"a\");")).containsExactly("not used: b");
    }

    @Test
    void aKeyHandedOnAsTextIsUsed() throws IOException {
        assertThat(faults("button.cancel = Cancel", "button(\"button.cancel\");")).isEmpty();
    }

    @Test
    void derivedKeysAreUsed() throws IOException {
        assertThat(
                        faults(
                                "type.lambda.instance = Instances\nphase.running = Running",
                                "Words.of(\"phase.\" + phase);"))
                .isEmpty();
    }

    @Test
    void theSingularOfACountIsUsedWithIt() throws IOException {
        assertThat(
                        faults(
                                "count.rows = {0} rows\ncount.rows.one = 1 row",
                                "Words.count(\"count.rows\", n);"))
                .isEmpty();
    }

    @Test
    void aKeyThatIsLengthenedIsUsed() throws IOException {
        assertThat(
                        faults(
                                "plan.calls = A\nplan.calls.at = B",
                                "say(\"plan.calls\"); Words.of(key + \".at\");"))
                .isEmpty();
    }

    @Test
    void aKeyThatStandsTwiceIsFound() throws IOException {
        assertThat(faults("a = A\na = B", "Words.of(\"a\");")).containsExactly("twice: a");
    }

    @Test
    void aLoneApostropheBeforeAPlaceIsFound() throws IOException {
        assertThat(faults("a = It's {0}", "Words.of(\"a\", 1);"))
                .containsExactly("a lone apostrophe hides the places: a");
        assertThat(faults("a = It''s {0}", "Words.of(\"a\", 1);")).isEmpty();
    }

    private List<String> faults(String messages, String source) throws IOException {
        var words = Files.writeString(folder.resolve("messages.properties"), messages);
        Files.writeString(folder.resolve("Source.java"), source);
        return WordList.faults(words, folder);
    }
}
