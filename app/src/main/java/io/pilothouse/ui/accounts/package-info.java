/// The accounts screen: what `accounts.json` holds in its order, how each account is doing, and the dialogs that add,
/// edit and remove one. Reads and writes nothing itself; `app` stands behind [AccountDesk]. A key that
/// is typed goes into the vault; all else only says where it is to be found.
package io.pilothouse.ui.accounts;
