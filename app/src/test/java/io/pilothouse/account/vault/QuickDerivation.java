package io.pilothouse.account.vault;

import java.nio.ByteBuffer;

/// Makes keys at once, so that a test may open thousands of vaults. Depends on all that Argon2id depends on.
final class QuickDerivation implements Derivation {
    @Override
    public byte[] key(byte[] passphrase, byte[] salt, Stretch stretch) {
        var all =
                ByteBuffer.allocate(passphrase.length + salt.length + 12)
                        .putInt(stretch.kibibytes())
                        .putInt(stretch.passes())
                        .putInt(stretch.lanes())
                        .put(salt)
                        .put(passphrase);
        return Layout.hash(all.array(), all.capacity());
    }
}
