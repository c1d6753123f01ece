/// The vault: one encrypted file of keys, opened by a passphrase once a run. [Vault] is its door; [Layout] is the file
/// byte by byte; [Box] encrypts (AES-256-GCM of the JDK) and [Argon2id] makes the passphrase into a key (Bouncy Castle,
/// the only use of it). Makes no threads; deriving a key takes about 0.2 s and belongs on a thread that may block.
/// Called by `account`, `app` and the accounts screen; knows no account, only names that keys are bound to.
package io.pilothouse.account.vault;
