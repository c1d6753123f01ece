package io.pilothouse.app;

import io.pilothouse.testkit.Screens;

/// Pictures of the states that a view can be in, light and dark, in `target/screens/states`.
final class Pictures {
    private Pictures() {}

    static void of(Rig rig, String name) {
        for (boolean dark : new boolean[] {false, true}) {
            rig.dark(dark);
            Screens.write(rig.scene(), "states/" + name + (dark ? "-dark" : "-light"));
        }
        rig.dark(false);
    }
}
