/// The accounts put together: the file, the roads their requests take, and what opens and closes with them. Called by
/// `app` alone; the screens know it as `ui.accounts.AccountDesk`.
package io.pilothouse.app.accounts;
