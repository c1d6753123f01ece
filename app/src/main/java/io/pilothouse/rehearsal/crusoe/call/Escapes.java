package io.pilothouse.rehearsal.crusoe.call;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Percent-escapes as Go reads and writes them. Texts here are *byte texts*: one character a byte, so that what is
/// signed is the bytes that came, whether they are UTF-8 or not, and their order is the order of bytes.
final class Escapes {
    private static final String PLAIN = "-_.~";

    private Escapes() {}

    /// Empty where a percent sign is not followed by two hexadecimal digits.
    ///
    /// @param plusIsSpace as in a query, not as in a path
    static Optional<String> decoded(String text, boolean plusIsSpace) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(i + 1))
                        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(c == '+' && plusIsSpace ? ' ' : c);
            }
        }
        return Optional.of(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    /// Escaped for a query: everything but letters, digits and `-_.~`, and the space as a plus.
    static String encoded(String byteText) {
        var text = new StringBuilder();
        for (int i = 0; i < byteText.length(); i++) {
            char c = byteText.charAt(i);
            if (c == ' ') {
                text.append('+');
            } else if (letterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return text.toString();
    }

    /// What a byte text says, read as UTF-8.
    static String text(String byteText) {
        return new String(byteText.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
