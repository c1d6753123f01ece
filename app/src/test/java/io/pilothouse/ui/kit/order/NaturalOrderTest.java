package io.pilothouse.ui.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

class NaturalOrderTest {
    @Test
    void numbersCountAsNumbers() {
        var sorted =
                List.of("", "N", "node-1", "Node-2", "node-2b", "node-10", "node-10-a", "nodes");
        var mixed =
                List.of("nodes", "node-10-a", "node-2b", "", "node-10", "N", "Node-2", "node-1");
        assertThat(mixed.stream().sorted(NaturalOrder.INSTANCE)).containsExactlyElementsOf(sorted);
    }

    @Test
    void whatReadsAlikeKeepsAnOrder() {
        assertThat(List.of("a01", "a1", "A1").stream().sorted(NaturalOrder.INSTANCE))
                .containsExactly("A1", "a1", "a01");
    }

    @Test
    void aNumberLongerThanAnyMachineCountsIsOne() {
        var long1 = "v" + "9".repeat(40);
        var long2 = "v1" + "0".repeat(40);
        assertThat(NaturalOrder.INSTANCE.compare(long1, long2)).isNegative();
    }

    @Test
    void theKeyHasTheSameOrder() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            var a = text(random);
            var b = text(random);
            int byKey = NaturalOrder.key(a).compareTo(NaturalOrder.key(b));
            int byText = NaturalOrder.INSTANCE.compare(a, b);
            assertThat(byKey == 0 || Integer.signum(byKey) == Integer.signum(byText))
                    .as("%s and %s", a, b)
                    .isTrue();
        }
    }

    private static String text(SplittableRandom random) {
        var letters = "aAbZ-_.0012399 ";
        var text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
