package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.testkit.Accounts;
import io.pilothouse.ui.kit.rows.FilterHints.Hint;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class FilterHintsTest {
    private static final List<Row> ROWS =
            List.of(row("a", "active", "us-east-10"), row("b", "booting", "us-east-2"));

    private static Row row(String name, String state, String region) {
        var account = Accounts.of("team", "Team GPU", "lambda-cloud");
        return Row.fixed(
                account,
                Resource.of("t.vm", name, name, new Status(state, Phase.RUNNING), Json.obj())
                        .with(Facts.REGION, region));
    }

    private static List<String> words(String line) {
        return FilterHints.of(line, ROWS).stream().map(Hint::word).toList();
    }

    @Test
    void placesAreOfferedByTheirBeginning() {
        assertThat(words("s")).containsExactly("state:");
        assertThat(words("train !re")).containsExactly("!region:");
        assertThat(words("")).isEmpty();
        assertThat(words("train ")).isEmpty();
        assertThat(words("zz")).isEmpty();
    }

    @Test
    void valuesAreThoseThatRowsHaveAsPeopleCount() {
        assertThat(words("region:")).containsExactly("region:us-east-2", "region:us-east-10");
        assertThat(words("state:boo")).containsExactly("state:booting");
        assertThat(words("!state:a")).containsExactly("!state:active");
        assertThat(words("nowhere:")).isEmpty();
    }

    @Test
    void aStateIsOfferedAsTheTableWritesIt() {
        var rows = List.of(row("c", "RUNNING", "us-east-2"));
        assertThat(FilterHints.of("state:", rows).stream().map(Hint::word))
                .containsExactly("state:running");
    }

    @Test
    void whatIsCompleteIsNotOffered() {
        assertThat(words("state:active")).isEmpty();
    }

    @Test
    void aValueWithASpaceIsQuotedAndTheLineGoesOnBehindIt() {
        assertThat(FilterHints.of("a account:te", ROWS))
                .containsExactly(new Hint("account:\"Team GPU\"", "a account:\"Team GPU\" "));
        assertThat(words("account:\"team g")).containsExactly("account:\"Team GPU\"");
        assertThat(RowFilter.parse("account:\"Team GPU\"").test(ROWS.getFirst())).isTrue();
    }

    @Test
    void thereAreNotTooMany() {
        var many = IntStream.range(0, 30).mapToObj(i -> row("n" + i, "state" + i, "r")).toList();
        assertThat(FilterHints.of("state:", many)).hasSize(FilterHints.MOST);
    }
}
