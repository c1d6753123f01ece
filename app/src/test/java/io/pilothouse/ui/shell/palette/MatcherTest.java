package io.pilothouse.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class MatcherTest {
    @ParameterizedTest(name = "{0} in {1} is {2}, letters {3}")
    @CsvSource({
        "restart,      Restart,            WHOLE,     [Restart]",
        "res,          Restart,            START,     [Res]tart",
        "term,         Open in terminal,   WORD,      Open in [term]inal",
        "gh200,        eval-gh200,         WORD,      eval-[gh200]",
        "200,          eval-gh200,         WORD,      eval-gh[200]",
        "ter,          Copy Jupyter token, INSIDE,    Copy Jupy[ter] token",
        "rfsh,         Refresh,            SCATTERED, [R]e[f]re[sh]",
        "gti,          Go to instances,    SCATTERED, [G]o [t]o [i]nstances",
        "to go,        Go to instances,    WORD,      [Go] [to] instances",
        "go vms,       Go to volumes,      SCATTERED, [Go] to [v]olu[m]e[s]",
        "as the,       Theme: as the system, WORD,    Theme: [as the] system",
        "TRAIN,        Train-H100,         START,     [Train]-H100",
        // the later word is the better one
        "in,           train in,           WORD,      train [in]",
        // letters that lie together are taken, not the first that come
        "abx,          a_a_ab_x,           SCATTERED, a_a_[ab]_[x]",
    })
    void findsAndSaysHow(String typed, String text, Matcher.Tier tier, String letters) {
        var matcher = matcher(typed);
        assertThat(Matcher.tier(matcher.score(Matcher.fold(text)))).isEqualTo(tier);
        assertThat(marked(matcher, text)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"rest, Rename", "tser, Restart", "go xyz, Go to volumes", "aa, a", "ba, ab"})
    void whatIsNotAllThereInItsOrderIsNotFound(String typed, String text) {
        assertThat(matcher(typed).score(Matcher.fold(text))).isEqualTo(Matcher.NONE);
    }

    @Test
    void nothingTypedFindsAllAndMarksNothing() {
        assertThat(matcher("").score("restart")).isZero();
        assertThat(marked(matcher(""), "Restart")).isEqualTo("Restart");
    }

    @Test
    void theWholeComesBeforeAStartBeforeAWordBeforeAnInsideBeforeScatteredLetters() {
        var matcher = matcher("web");
        var texts = List.of("w-e-b", "we-b", "cobwebs", "my-web-1", "web-1", "web");
        assertThat(texts.stream().sorted(Comparator.comparingInt(matcher::score)).toList())
                .isEqualTo(texts.reversed());
    }

    @ParameterizedTest
    @CsvSource({
        "10.19,  10.19.60.5,  START",
        "60,     10.19.60.5,  WORD",
        "9c,     0f9c12,      WORD",
        "f9,     0f9c12,      WORD",
        "c1,     0f9c12,      WORD"
    })
    void codesAreFoundByWhatStandsTogether(String typed, String code, Matcher.Tier tier) {
        assertThat(Matcher.tier(matcher(typed).direct(code))).isEqualTo(tier);
    }

    @Test
    void scatteredLettersOfACodeMeanNothing() {
        assertThat(matcher("ff").direct("0f9cf2")).isEqualTo(Matcher.NONE);
    }

    @ParameterizedTest
    @CsvSource({"İstanbul, İ", "Straße, Straße", "ΣΊΣΥΦΟΣ, Σ"})
    void lettersKeepTheirPlacesWhateverTheAlphabet(String text, String typed) {
        var folded = Matcher.fold(text);
        assertThat(folded).hasSameSizeAs(text);
        assertThat(marked(matcher(typed), text)).startsWith("[" + typed);
    }

    /// Nothing is asserted about time: the figure stands in the report.
    @Test
    void fiveThousandNamesAreTriedAtEachKey(TestReporter report) {
        var names = IntStream.range(0, 5_000).mapToObj(i -> "train-h100-node-" + i).toList();
        var typed = "node-49";
        for (int round = 0; round < 20; round++) {
            for (int length = 1; length <= typed.length(); length++) {
                found(names, typed.substring(0, length));
            }
        }
        long before = System.nanoTime();
        for (int length = 1; length <= typed.length(); length++) {
            found(names, typed.substring(0, length));
        }
        long micros = (System.nanoTime() - before) / 1_000 / typed.length();
        report.publishEntry("microseconds a key", String.valueOf(micros));
        assertThat(found(names, "node-49")).hasSize(111).contains("train-h100-node-4912");
        assertThat(found(names, "n")).hasSize(5_000);
        assertThat(found(names, "node-5000")).isEmpty();
    }

    private static List<String> found(List<String> names, String typed) {
        var matcher = matcher(typed);
        return names.stream()
                .filter(
                        n ->
                                Matcher.tier(Math.min(matcher.score(n), Matcher.WORST))
                                        != Matcher.Tier.SCATTERED)
                .toList();
    }

    private static Matcher matcher(String typed) {
        return new Matcher(typed.isEmpty() ? List.of() : Arrays.asList(typed.split(" ")));
    }

    private static String marked(Matcher matcher, String text) {
        return Piece.of(text, matcher.letters(Matcher.fold(text))).stream()
                .map(p -> p.matched() ? "[" + p.text() + "]" : p.text())
                .collect(Collectors.joining());
    }
}
