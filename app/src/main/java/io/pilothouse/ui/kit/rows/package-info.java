/// Rows of any kind in a table: they follow the store and keep their identity, are filtered as typed, and say how old
/// they are. Called by screens.
package io.pilothouse.ui.kit.rows;
