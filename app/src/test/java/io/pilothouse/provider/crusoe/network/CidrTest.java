package io.pilothouse.provider.crusoe.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {
    private static Cidr cidr(String text) {
        return Cidr.of(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.0/24, true",
        "10.1.2.0/24, 10.0.0.0/8, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "192.168.0.0/16, 192.169.0.0/24, false",
        "10.1.2.3, 10.1.2.3/32, true"
    })
    void oneNetworkContainsAnother(String outer, String inner, boolean contains) {
        assertThat(cidr(outer).contains(cidr(inner))).isEqualTo(contains);
    }

    @Test
    void networksOverlapWhenEitherContainsTheOther() {
        assertThat(cidr("10.1.2.128/25").overlaps(cidr("10.1.2.0/24"))).isTrue();
        assertThat(cidr("10.1.2.0/24").overlaps(cidr("10.1.2.128/25"))).isTrue();
        assertThat(cidr("10.1.2.0/25").overlaps(cidr("10.1.2.128/25"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0/33", "10.0.0.256/8", "10.0.0/8", "fe80::/10", "10.0.0.0/"})
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Cidr.of(text)).isEmpty();
    }

    @Test
    void bitsBehindThePrefixAreNoticed() {
        assertThat(cidr("10.9.3.0/16").isWritten("10.9.3.0/16")).isFalse();
        assertThat(cidr("10.9.3.0/16")).hasToString("10.9.0.0/16");
        assertThat(cidr("10.9.3.7").isWritten("10.9.3.7")).isTrue();
    }
}
