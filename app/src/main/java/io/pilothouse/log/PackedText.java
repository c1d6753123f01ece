package io.pilothouse.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A text that is kept for long and seldom read: a long one is deflated. Equal texts are equal.
public final class PackedText {
    /// In bytes; a shorter one would gain nothing.
    private static final int SHORT = 1_024;

    private final byte[] kept;
    private final boolean deflated;

    private PackedText(byte[] kept, boolean deflated) {
        this.kept = kept;
        this.deflated = deflated;
    }

    public static PackedText of(String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        return plain.length <= SHORT
                ? new PackedText(plain, false)
                : new PackedText(deflate(plain), true);
    }

    /// Half a surrogate pair, which UTF-8 has no bytes for, comes back as a question mark.
    public String text() {
        return new String(deflated ? inflate(kept) : kept, StandardCharsets.UTF_8);
    }

    /// Bytes it takes in memory, about.
    public int weight() {
        return 40 + kept.length;
    }

    private static byte[] deflate(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var out = new ByteArrayOutputStream(plain.length / 4);
        try (var to = new DeflaterOutputStream(out, deflater)) {
            to.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory was written", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what was deflated here is whole", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedText t && Arrays.equals(kept, t.kept);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(kept);
    }

    @Override
    public String toString() {
        return text();
    }
}
