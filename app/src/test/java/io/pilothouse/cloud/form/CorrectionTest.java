package io.pilothouse.cloud.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {
    private static final String HOST = "[a-z0-9][0-9a-z-]{0,62}";

    @ParameterizedTest
    @CsvSource({
        "Web, web",
        "my host, my-host",
        "Sweep_H100-{1..8}, sweep-h100-{1..8}",
        "a.b.c, a-b-c",
        "-x, x",
        "n{08..11}_A, n{08..11}-a",
    })
    void theNearestNameThatFitsIsFound(String typed, String better) {
        assertThat(Correction.of(typed, HOST, 63)).contains(better);
    }

    @Test
    void capitalsStayWhereTheyAreAllowed() {
        assertThat(Correction.of("My data", "[a-zA-Z]+[0-9a-zA-Z-]*", 60)).contains("My-data");
    }

    @Test
    void whatCannotBeGuessedIsNot() {
        assertThat(Correction.of("___", HOST, 63)).isEmpty();
        assertThat(Correction.of("a".repeat(70), HOST, 63)).isEmpty();
        assertThat(Correction.of("1", "[a-z]+", 9)).isEmpty();
    }
}
