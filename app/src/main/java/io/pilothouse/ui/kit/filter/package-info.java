/// Whose things are shown: the account filter of the top bar, which tables, counts, capacity, reports and the overview follow. What
/// is about all accounts whatever is chosen: the accounts screen, the status bar, activity and requests, and the palette,
/// which names the account of each row. Made once by the shell, handed to every screen.
package io.pilothouse.ui.kit.filter;
