/// The screen of a kind: one table over all accounts and providers, its filter, its actions and the drawer of the chosen
/// row. Drawn from descriptions alone; a new kind needs no code here.
package io.pilothouse.ui.resources;
