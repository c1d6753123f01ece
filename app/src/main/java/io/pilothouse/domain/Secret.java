package io.pilothouse.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Characters that are never printed. Only `http` (while it writes the wire), `account` (while it keeps them) and a
/// person's own click on *copy* or *show* may reveal them; an architecture rule says so.
public final class Secret {
    /// What stands in place of a secret, of whatever length it is.
    public static final String MASK = "••••••••";

    private final char[] chars;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    public static Secret of(CharSequence text) {
        var chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = text.charAt(i);
        }
        return new Secret(chars);
    }

    public String reveal() {
        return new String(chars);
    }

    /// The same behind some open text, such as `Bearer `.
    public Secret after(String open) {
        var joined = Arrays.copyOf(open.toCharArray(), open.length() + chars.length);
        System.arraycopy(chars, 0, joined, open.length(), chars.length);
        return new Secret(joined);
    }

    /// The same without white space at its ends, as it comes along when a key is pasted.
    public Secret stripped() {
        int from = 0;
        int to = chars.length;
        while (from < to && Character.isWhitespace(chars[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(chars[to - 1])) {
            to--;
        }
        return new Secret(Arrays.copyOfRange(chars, from, to));
    }

    /// The same behind another secret.
    public Secret after(Secret other) {
        return after(new String(other.chars));
    }

    /// The HMAC-SHA256 of a message in UTF-8, in base64url without padding. The key is what these characters mean in
    /// base64url, with padding or without.
    ///
    /// @throws IllegalArgumentException when they are no base64url, or mean nothing; the message does not quote them
    public Secret hmacSha256(String message) {
        byte[] key = decoded();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
            return of(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has this algorithm
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] decoded() {
        byte[] key;
        try {
            key = Base64.getUrlDecoder().decode(new String(chars));
        } catch (IllegalArgumentException _) {
            // the decoder's own message quotes a character of the key
            throw new IllegalArgumentException("the key is not in base64url");
        }
        if (key.length == 0) {
            throw new IllegalArgumentException("the key is empty");
        }
        return key;
    }

    public boolean isEmpty() {
        return chars.length == 0;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret s && Arrays.equals(chars, s.chars);
    }

    /// The same for all, so that a hash code tells nothing about the characters.
    @Override
    public int hashCode() {
        return 0;
    }
}
