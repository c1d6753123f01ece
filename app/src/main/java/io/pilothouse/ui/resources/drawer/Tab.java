package io.pilothouse.ui.resources.drawer;

import java.util.Arrays;
import java.util.Locale;

/// The drawer's tabs in their order. Words: `drawer.<id>`.
enum Tab {
    OVERVIEW,
    RELATIONS,
    ACTIVITY,
    RAW;

    /// Under this name the settings keep which one was chosen last.
    static final String CHOICE = "drawer";

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The tab of that id, or else the first.
    static Tab of(String id) {
        return Arrays.stream(values()).filter(t -> t.id().equals(id)).findFirst().orElse(OVERVIEW);
    }
}
