package io.pilothouse.domain;

/// A size in bytes; `2^30` of them are a GiB.
public record Bytes(long count) implements Comparable<Bytes> {
    /// @throws ArithmeticException for more than fits, which is 8 EiB
    public static Bytes gib(long gib) {
        return new Bytes(Math.multiplyExact(gib, 1L << 30));
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
