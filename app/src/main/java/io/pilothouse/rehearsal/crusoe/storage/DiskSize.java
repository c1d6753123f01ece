package io.pilothouse.rehearsal.crusoe.storage;

import io.pilothouse.rehearsal.crusoe.call.CrusoeError;

import java.util.regex.Pattern;

/// Reads a size as disks have it: a whole number with `GiB` or `TiB`.
public final class DiskSize {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,6})(GiB|TiB)");

    private DiskSize() {}

    /// @return GiB
    public static long gib(String text) {
        var matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw CrusoeError.badRequest(
                    "size must be a whole number and GiB or TiB, such as 10GiB, not " + text + ".");
        }
        return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("TiB") ? 1024 : 1);
    }
}
