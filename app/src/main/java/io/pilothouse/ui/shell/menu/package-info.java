/// The menu bar of macOS, which stands outside of the window: [Menus] gives every command of the palette its menu,
/// [SystemMenu] hands them to the system. Other systems show none. Made by the window.
package io.pilothouse.ui.shell.menu;
