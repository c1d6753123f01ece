/// What every screen is made of: words and formats, rows that keep their identity, one definition of each command with
/// why it is off, the table and the drawer over any kind of resource, dialogs that ask. Knows what it shows (`domain`,
/// `cloud`, `store`, `sync`) and no screen. Screens and the shell call it.
package io.pilothouse.ui.kit;
