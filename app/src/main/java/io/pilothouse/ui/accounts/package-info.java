/// The accounts screen: what `accounts.json` holds in its order, how each account is doing, and the dialogs that add,
/// edit and remove one. Reads and writes nothing itself; `app` stands behind [AccountDesk]. A secret is never typed
/// here, only where it is to be found.
package io.pilothouse.ui.accounts;
