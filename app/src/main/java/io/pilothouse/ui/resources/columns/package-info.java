/// The list of a table's columns, in which a person shows, hides, moves, sizes and sorts them, by keys too. Called by the
/// screen of a kind.
package io.pilothouse.ui.resources.columns;
