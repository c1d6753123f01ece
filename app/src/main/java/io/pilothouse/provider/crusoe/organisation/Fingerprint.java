package io.pilothouse.provider.crusoe.organisation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// The fingerprint of a public key, for a key that the service gave without one.
final class Fingerprint {
    private Fingerprint() {}

    /// As `ssh-keygen -l` prints it, without `SHA256:` before it; empty for what is no public key on one line.
    static Optional<String> sha256(String publicKey) {
        var words = publicKey.strip().split("\\s+", 3);
        if (words.length < 2) {
            return Optional.empty();
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(Base64.getDecoder().decode(words[1]));
            return Optional.of(Base64.getEncoder().withoutPadding().encodeToString(digest));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64: that is the answer
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has this algorithm
        }
    }
}
