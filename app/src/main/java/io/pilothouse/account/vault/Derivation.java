package io.pilothouse.account.vault;

/// Makes a passphrase into a key of 32 bytes, slowly on purpose.
@FunctionalInterface
interface Derivation {
    byte[] key(byte[] passphrase, byte[] salt, Stretch stretch);
}
