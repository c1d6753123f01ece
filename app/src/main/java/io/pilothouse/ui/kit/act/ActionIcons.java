package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;

/// The icon of an action, by the last word of its id, so that the same verb looks the same for every provider.
public final class ActionIcons {
    private ActionIcons() {}

    public static String of(Action action) {
        var id = action.id();
        return switch (id.substring(id.lastIndexOf('.') + 1)) {
            case "launch", "create", "create-vms", "add" -> "plus";
            case "restart" -> "arrow-clockwise";
            case "rename", "edit", "rules", "edit-all" -> "pencil";
            case "generate" -> "key";
            case "terminate", "delete" -> "trash";
            case "start" -> "play";
            case "stop" -> "stop";
            case "reset" -> "power";
            case "change-type" -> "sliders";
            case "change-partition" -> "diagram-3";
            case "change-address" -> "hdd-network";
            case "attach" -> "plug";
            case "detach" -> "eject";
            case "reserve" -> "bookmark-check";
            case "unreserve" -> "bookmark-dash";
            case "resize" -> "arrows-angle-expand";
            case "snapshot" -> "camera";
            case "new-disk" -> "hdd";
            default -> "";
        };
    }
}
