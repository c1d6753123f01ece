package io.pilothouse.domain;

/// A size in bytes; `2^30` of them are a GiB.
public record Bytes(long count) implements Comparable<Bytes> {
    public static Bytes gib(long gib) {
        return new Bytes(gib << 30);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
