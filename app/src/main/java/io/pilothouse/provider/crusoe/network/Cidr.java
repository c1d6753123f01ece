package io.pilothouse.provider.crusoe.network;

import java.util.Optional;
import java.util.regex.Pattern;

/// An IPv4 network.
///
/// @param address its first address, as an unsigned number of 32 bits
/// @param bits length of the prefix, 0 to 32
record Cidr(long address, int bits) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

    /// `10.0.0.0/8`, or one address; empty for anything else. Bits behind the prefix are cleared.
    static Optional<Cidr> of(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            int part = Integer.parseInt(m.group(i));
            if (part > 255) {
                return Optional.empty();
            }
            address = (address << 8) | part;
        }
        int bits = m.group(5) == null ? 32 : Integer.parseInt(m.group(5));
        return bits > 32 ? Optional.empty() : Optional.of(new Cidr(address & mask(bits), bits));
    }

    private static long mask(int bits) {
        return (0xffff_ffffL << (32 - bits)) & 0xffff_ffffL;
    }

    boolean contains(Cidr other) {
        return bits <= other.bits && (other.address & mask(bits)) == address;
    }

    boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /// Is this text the network's own way of writing, without bits behind the prefix?
    boolean isWritten(String text) {
        return text.strip().equals(toString()) || (bits == 32 && text.strip().equals(dotted()));
    }

    private String dotted() {
        return (address >> 24)
                + "."
                + (address >> 16 & 255)
                + "."
                + (address >> 8 & 255)
                + "."
                + (address & 255);
    }

    @Override
    public String toString() {
        return dotted() + "/" + bits;
    }
}
