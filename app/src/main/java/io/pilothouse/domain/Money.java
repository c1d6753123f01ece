package io.pilothouse.domain;

/// A price for an hour, in US cents.
public record Money(long centsAnHour) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money plus(Money other) {
        return new Money(centsAnHour + other.centsAnHour);
    }

    public Money times(long count) {
        return new Money(centsAnHour * count);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(centsAnHour, other.centsAnHour);
    }
}
