package io.pilothouse.rehearsal.front;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// The shape of an OpenSSH public key: documents ask for a text only, but a service that stores what no sshd reads
/// would be of no use.
public final class OpenSsh {
    private static final Set<String> ALGORITHMS =
            Set.of(
                    "ssh-ed25519",
                    "ssh-rsa",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ssh-ed25519@openssh.com",
                    "sk-ecdsa-sha2-nistp256@openssh.com");

    private OpenSsh() {}

    /// The key without blanks around it; empty where the text is no key.
    public static Optional<String> publicKey(String text) {
        var words = text.strip().split("\\s+", 3);
        return words.length >= 2 && ALGORITHMS.contains(words[0]) && isBase64(words[1])
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
