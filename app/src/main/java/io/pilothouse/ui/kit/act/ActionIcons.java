package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;

/// The icon of an action, by the last word of its id, so that the same verb looks the same for every provider.
public final class ActionIcons {
    private ActionIcons() {}

    public static String of(Action action) {
        var id = action.id();
        return switch (id.substring(id.lastIndexOf('.') + 1)) {
            case "launch", "create", "add" -> "plus";
            case "restart" -> "arrow-clockwise";
            case "rename", "edit", "rules", "edit-all" -> "pencil";
            case "terminate", "delete" -> "trash";
            default -> "";
        };
    }
}
