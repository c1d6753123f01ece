/// The vault as a person meets it: its passphrase asked for, off the FX thread, in a dialog of its own or within
/// another's. The vault itself is in `account.vault`.
package io.pilothouse.ui.kit.vault;
