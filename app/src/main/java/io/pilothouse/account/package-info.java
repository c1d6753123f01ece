/// The accounts and where their keys come from: [AccountsFile] reads and saves `accounts.json`, [Credentials] fetches
/// what it refers to ([Environment], programs, the vault in `account.vault`), [Confirmations] remembers what of it a
/// person has agreed to, `account.imports` looks for keys that other programs have. The file holds no secret; one that is found
/// in it is refused and never repeated in a message. Makes no threads and watches nothing by itself. Called by `sync`,
/// `app` and the accounts screen; knows no provider, only the forms it is given.
package io.pilothouse.account;
