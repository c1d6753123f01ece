package io.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

class PropertyTest {
    @Test
    void sizesGrowAndTheSameCasesComeEachTime() {
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();
        Property.holds(20, 5, (random, size) -> first.add(size + " " + random.nextInt()));
        Property.holds(20, 5, (random, size) -> second.add(size + " " + random.nextInt()));

        assertThat(first).hasSize(20).isEqualTo(second);
        assertThat(first.getFirst()).startsWith("1 ");
        assertThat(first.getLast()).startsWith("5 ");
    }

    @Test
    void aFailureSaysHowToRepeatItAndIsTheSmallestFound() {
        var failure =
                catchThrowableOfType(
                        AssertionError.class,
                        () -> Property.holds(10, 100, (_, size) -> assertThat(size).isLessThan(7)));

        assertThat(failure)
                .hasMessageMatching("(?s)fails with -Dproperty.seed=-?\\d+ -Dproperty.size=7: .*");
    }
}
