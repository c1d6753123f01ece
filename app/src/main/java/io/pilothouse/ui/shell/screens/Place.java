package io.pilothouse.ui.shell.screens;

import io.pilothouse.ui.kit.Screen;

import java.util.function.Supplier;

/// A screen that shows no kind of resource, such as the accounts; its line stands at the foot of the sidebar.
///
/// @param icon as [io.pilothouse.ui.kit.Nodes#icon] takes it
/// @param screen makes it, once
public record Place(String icon, String words, Supplier<Screen> screen) {}
