/// What stands beside a table: the chosen row in full, or what several chosen rows are together. Called by the screen
/// of a kind.
package io.pilothouse.ui.resources.drawer;
