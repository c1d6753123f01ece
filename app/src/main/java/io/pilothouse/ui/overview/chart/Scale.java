package io.pilothouse.ui.overview.chart;

import java.util.Locale;

/// The rates at the left of the chart: four steps of a round number.
final class Scale {
    private static final double[] ROUND = {1, 2, 4, 6, 8, 10};

    private Scale() {}

    /// The rate at the top, in cents: above the highest, and a dollar at least.
    static double top(long highest) {
        double least = Math.max(highest * 1.05, 100);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /// `$25`, `$0.25` where a step is below a dollar.
    static String words(double cents, double top) {
        return top < 400
                ? String.format(Locale.US, "$%.2f", cents / 100)
                : String.format(Locale.US, top % 400 == 0 ? "$%,.0f" : "$%,.1f", cents / 100);
    }
}
