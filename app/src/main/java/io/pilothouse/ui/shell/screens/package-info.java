/// What fills the middle of the window: the screens, each made once, and the way back through those that were visited.
package io.pilothouse.ui.shell.screens;
