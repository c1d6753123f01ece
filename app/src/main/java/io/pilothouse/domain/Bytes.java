package io.pilothouse.domain;

import static java.util.Locale.ROOT;

import java.util.Optional;
import java.util.regex.Pattern;

/// A size in bytes; `2^30` of them are a GiB.
public record Bytes(long count) implements Comparable<Bytes> {
    /// @throws ArithmeticException for more than fits, which is 8 EiB
    public static Bytes gib(long gib) {
        return new Bytes(Math.multiplyExact(gib, 1L << 30));
    }

    private static final String LETTERS = "KMGTP";
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,12})\\s?(?:([KMGTP])(i?))?B", Pattern.CASE_INSENSITIVE);

    /// `200GiB`, `1 TiB`, `500GB` (powers of 1000); empty for anything else, and for more than fits.
    public static Optional<Bytes> parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int power = m.group(2) == null ? 0 : LETTERS.indexOf(m.group(2).toUpperCase(ROOT)) + 1;
        long base = "".equals(m.group(3)) ? 1000 : 1024;
        try {
            long count = Long.parseLong(m.group(1));
            for (int i = 0; i < power; i++) {
                count = Math.multiplyExact(count, base);
            }
            return Optional.of(new Bytes(count));
        } catch (ArithmeticException e) {
            return Optional.empty(); // more than fits: that is the answer
        }
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
