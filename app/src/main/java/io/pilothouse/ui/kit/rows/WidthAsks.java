package io.pilothouse.ui.kit.rows;

import io.pilothouse.ui.kit.rows.layout.ColumnWidths.Ask;

/// What each column asks of a table's room. Numbers, states and addresses that are cut off would be wrong ones and never
/// yield; of long words those yield first that are told apart by how they begin or end.
final class WidthAsks {
    /// The shape and the gap before a state's word; the bar and the gap before an account's name.
    private static final double SHAPE = 20;

    private static final double BAR = 12;

    private WidthAsks() {}

    /// @param number right-aligned
    static Ask of(String id, boolean number) {
        return switch (id) {
            case "name" -> new Ask(128, 112, 280, 0, 1);
            case "state" -> new Ask(100, 60, 160, SHAPE, 0);
            case "account" -> new Ask(124, 104, 200, BAR, 2);
            case "scope" -> new Ask(84, 60, 160, 0, 3);
            case "type" -> new Ask(152, 120, 240, 0, 3);
            case "region" -> new Ask(132, 96, 200, 0, 4);
            case "ip" -> new Ask(108, 60, 132, 0, 0);
            case "price" -> new Ask(64, 48, 120, 0, 0);
            case "description", "lambda.mount-point" -> new Ask(168, 96, 360, 0, 5);
            case "crusoe.fingerprint" -> new Ask(300, 120, 420, 0, 5);
            case "available-in" -> new Ask(180, 96, 360, 0, 5);
            default -> number ? new Ask(72, 48, 160, 0, 0) : new Ask(114, 72, 260, 0, 4);
        };
    }
}
