package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.rehearsal.crusoe.call.CrusoeError;

import java.util.Optional;
import java.util.regex.Pattern;

/// A block of IPv4 addresses.
///
/// @param address as a number, host bits and all
/// @param length of the prefix, 0 to 32
public record Cidr(long address, int length) {
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern ADDRESS =
            Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);

    /// @return empty where the text is no block
    public static Optional<Cidr> parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("[12]?\\d|3[0-2]")) {
            return Optional.empty();
        }
        var length = Integer.parseInt(parts[1]);
        return address(parts[0]).map(a -> new Cidr(a, length));
    }

    /// A block, or one address, which becomes the block of itself.
    static Optional<Cidr> blockOrAddress(String text) {
        return text.contains("/") ? parse(text) : address(text).map(a -> new Cidr(a, 32));
    }

    private static Optional<Long> address(String text) {
        var matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            address = address << 8 | Integer.parseInt(matcher.group(i));
        }
        return Optional.of(address);
    }

    /// The block of a network: its host bits must be zero.
    static Cidr ofNetwork(String field, String text) {
        return parse(text)
                .filter(c -> c.address == c.first())
                .orElseThrow(
                        () ->
                                CrusoeError.badRequest(
                                        field + " must be an IPv4 block, such as 10.0.0.0/16."));
    }

    boolean holds(Cidr other) {
        return first() <= other.first() && other.last() <= last();
    }

    boolean overlaps(Cidr other) {
        return first() <= other.last() && other.first() <= last();
    }

    /// The address that many after the first.
    String host(long number) {
        var host = first() + number;
        return "%d.%d.%d.%d"
                .formatted(host >> 24 & 255, host >> 16 & 255, host >> 8 & 255, host & 255);
    }

    long hosts() {
        return 1L << (32 - length);
    }

    private long first() {
        return address & -hosts();
    }

    private long last() {
        return first() + hosts() - 1;
    }

    @Override
    public String toString() {
        return new Cidr(0, 0).equals(this) ? "0.0.0.0/0" : host(address - first()) + "/" + length;
    }
}
