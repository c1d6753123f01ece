package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "200GiB, 214748364800",
        "1 TiB, 1099511627776",
        "500GB, 500000000000",
        "7B, 7",
        "3kib, 3072"
    })
    void aSizeIsReadWithItsUnit(String text, long count) {
        assertThat(Bytes.parse(text)).contains(new Bytes(count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "GiB", "1.5GiB", "-1GiB", "999999999999PiB", "2 iB"})
    void anythingElseIsNone(String text) {
        assertThat(Bytes.parse(text)).isEmpty();
    }
}
