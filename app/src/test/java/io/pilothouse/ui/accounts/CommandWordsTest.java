package io.pilothouse.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommandWordsTest {
    @Test
    void blanksPartWordsAndQuotesKeepThemTogether() {
        assertThat(CommandWords.split("  pass   show 'gpu key' \"a'b\"c "))
                .contains(List.of("pass", "show", "gpu key", "a'bc"));
    }

    @Test
    void nothingMeansAnythingToAShell() {
        assertThat(CommandWords.split("echo $HOME | cat; ls *"))
                .contains(List.of("echo", "$HOME", "|", "cat;", "ls", "*"));
    }

    @Test
    void anEmptyWordIsWrittenAsQuotes() {
        assertThat(CommandWords.split("a ''")).contains(List.of("a", ""));
        assertThat(CommandWords.join(List.of("a", ""))).isEqualTo("a \"\"");
    }

    @Test
    void aQuoteThatIsLeftOpenIsNoCommand() {
        assertThat(CommandWords.split("pass 'show")).isEmpty();
    }

    @Test
    void whatIsJoinedIsSplitIntoTheSame() {
        for (var words :
                List.of(
                        List.of("pass", "show", "gpu"),
                        List.of("a b", "c\"d", "e'f", "g'h\"i j", "\t"))) {
            assertThat(CommandWords.split(CommandWords.join(words))).contains(words);
        }
    }
}
