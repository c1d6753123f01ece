package io.pilothouse.ui.overview;

import io.pilothouse.domain.Money;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.util.Locale;

/// Sums of money in words: no service tells a bill, so each is about (`≈`), or a lower bound (`≥`).
final class Amounts {
    private static final long CENTS_TOO_MANY = 100_000;

    private Amounts() {}

    /// `≈ $66.58`.
    static String rate(Money rate, boolean atLeast) {
        return marked(Formats.dollars(rate), atLeast);
    }

    /// `≈ $898.90`, `≥ $18,204`: from a thousand dollars on without cents.
    static String sum(long cents, boolean atLeast) {
        var words =
                cents < CENTS_TOO_MANY
                        ? Formats.dollars(new Money(cents))
                        : "$" + String.format(Locale.US, "%,d", Math.round(cents / 100.0));
        return marked(words, atLeast);
    }

    private static String marked(String words, boolean atLeast) {
        return Words.of(atLeast ? "money.at-least" : "money.about", words);
    }
}
