package io.pilothouse.ui.kit.rows.layout;

import java.util.Arrays;
import java.util.List;

/// What one column asks of the room that a table has. All in pixels at 100 %.
///
/// @param least below it nothing could be read any more
/// @param wanted what its content takes
/// @param fixed what a person gave it, or 0
/// @param yields the higher, the sooner it gives up what it wants; 0 never does
record Share(double least, double wanted, double fixed, int yields) {
    /// The widths, whole pixels: what is too much is shared by all in proportion, what is missing is taken from those
    /// that yield soonest. Where even that is not enough each has what it wants, and the table scrolls.
    static double[] widths(List<Share> shares, double room) {
        var widths = shares.stream().mapToDouble(Share::usual).map(Math::ceil).toArray();
        double missing = Arrays.stream(widths).sum() - room;
        if (missing <= 0) {
            return spread(shares, widths, -missing);
        }
        double most = 0;
        for (var share : shares) {
            most += share.gives();
        }
        if (most < missing) {
            return widths;
        }
        int first = shares.stream().mapToInt(Share::yields).max().orElse(0);
        for (int rank = first; rank > 0 && missing > 0; rank--) {
            missing = take(shares, widths, rank, missing);
        }
        return widths;
    }

    private double usual() {
        return fixed > 0 ? fixed : Math.max(least, wanted);
    }

    private double gives() {
        return fixed > 0 || yields == 0
                ? 0
                : Math.max(0, Math.ceil(Math.max(least, wanted)) - Math.ceil(least));
    }

    /// @return what is still missing
    private static double take(List<Share> shares, double[] widths, int rank, double missing) {
        double all = 0;
        for (var share : shares) {
            all += share.yields == rank ? share.gives() : 0;
        }
        double part = all == 0 ? 0 : Math.min(1, missing / all);
        double left = missing;
        for (int i = 0; i < widths.length; i++) {
            if (shares.get(i).yields == rank) {
                double given =
                        Math.min(shares.get(i).gives(), Math.ceil(shares.get(i).gives() * part));
                widths[i] -= given;
                left -= given;
            }
        }
        return left;
    }

    private static double[] spread(List<Share> shares, double[] widths, double rest) {
        double free = 0;
        for (int i = 0; i < widths.length; i++) {
            free += shares.get(i).fixed > 0 ? 0 : widths[i];
        }
        for (int i = 0; i < widths.length && free > 0; i++) {
            if (shares.get(i).fixed == 0) {
                widths[i] += Math.floor(rest * widths[i] / free);
            }
        }
        return widths;
    }
}
