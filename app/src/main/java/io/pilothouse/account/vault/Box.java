package io.pilothouse.account.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Something encrypted with AES-256-GCM: a nonce, the text, the tag. It opens only with its key and the label it was
/// closed with, unchanged.
final class Box {
    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// What a box has more than its content.
    static final int OVERHEAD = NONCE_BYTES + TAG_BITS / 8;

    private final byte[] bytes;

    /// @param bytes as [#bytes] gave them; at least [#OVERHEAD]
    Box(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// With a random nonce: a key closes far fewer boxes than the 2^32 that this is good for.
    static Box close(byte[] key, byte[] label, byte[] content, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var text = cipher(Cipher.ENCRYPT_MODE, key, nonce, label).doFinal(content);
            var bytes = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, bytes, NONCE_BYTES, text.length);
            return new Box(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /// Empty for another key, another label, or a box that was changed.
    Optional<byte[]> open(byte[] key, byte[] label) {
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, label)
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] label)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label);
        return cipher;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
