package io.pilothouse.account.vault;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id 1.3 (RFC 9106).
final class Argon2id implements Derivation {
    @Override
    public byte[] key(byte[] passphrase, byte[] salt, Stretch stretch) {
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(stretch.kibibytes())
                        .withIterations(stretch.passes())
                        .withParallelism(stretch.lanes())
                        .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var key = new byte[Box.KEY_BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
