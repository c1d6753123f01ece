/// Which keys the window lets through, and to whom: an open menu holds them, and what the part that has the focus does not
/// know goes to the screen. Called by the window alone.
package io.pilothouse.ui.shell.keys;
