package io.pilothouse.provider.crusoe.api;

import io.pilothouse.domain.Bytes;

import java.util.Optional;
import java.util.regex.Pattern;

/// A size as this API writes it: of disks as `10GiB` or `2TiB`, of snapshots as `10457 bytes`.
public final class Size {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern IN_BYTES = Pattern.compile("(\\d{1,18}) ?bytes?");

    private Size() {}

    /// A number without a unit is of GiB, as the sizes of disks are said to be.
    public static Optional<Bytes> disk(String text) {
        return NUMBER.matcher(text).matches() ? Bytes.parse(text + "GiB") : of(text);
    }

    /// A number without a unit is of bytes, as the sizes of snapshots are said to be.
    public static Optional<Bytes> snapshot(String text) {
        return NUMBER.matcher(text).matches() ? of(text + " bytes") : of(text);
    }

    private static Optional<Bytes> of(String text) {
        var m = IN_BYTES.matcher(text.strip());
        return m.matches() ? Optional.of(new Bytes(Long.parseLong(m.group(1)))) : Bytes.parse(text);
    }
}
