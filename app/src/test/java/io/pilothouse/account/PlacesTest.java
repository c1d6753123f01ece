package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {
    private static final Places PLACES =
            Places.of(
                    """
                    { "a" : [ 1, true,
                       { "b" : "x\\"]}, y", "c":{} , "d":[] } ],
                      "e\\\\" :null }
                    """);

    @Test
    void everyValueIsWhereItBegins() {
        assertThat(PLACES.at("")).isEqualTo(new Places.Place(1, 1));
        assertThat(PLACES.at("a/1")).isEqualTo(new Places.Place(1, 14));
        assertThat(PLACES.at("a/2/b")).isEqualTo(new Places.Place(2, 12));
        assertThat(PLACES.at("a/2/d")).isEqualTo(new Places.Place(2, 37));
        assertThat(PLACES.at("e\\\\")).isEqualTo(new Places.Place(3, 10));
    }

    @Test
    void whatIsMissingIsWhereItWouldBelong() {
        assertThat(PLACES.at("a/2/none/deeper")).isEqualTo(PLACES.at("a/2"));
        assertThat(PLACES.at("none")).isEqualTo(PLACES.at(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "[]", "{}", "\"x\""})
    void theSmallestTextsAreRead(String json) {
        assertThat(Places.of(json).at("").line()).isOne();
    }
}
