/// The command palette: what can be found (commands, actions, rows), how well it answers what was typed, and the dialog in
/// which it is chosen. Knows the window only as [io.pilothouse.ui.shell.palette.Doors]; opened by the window.
package io.pilothouse.ui.shell.palette;
