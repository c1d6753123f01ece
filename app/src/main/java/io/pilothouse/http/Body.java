package io.pilothouse.http;

import okhttp3.MediaType;
import okhttp3.ResponseBody;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/// The body of an answer as it comes in, never more of it than the cap. First all bytes are read, then they are
/// unpacked: so a connection that breaks off and a broken archive are told apart.
final class Body {
    private static final int CHUNK = 16 << 10;

    private final int cap;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
    private Charset charset = StandardCharsets.UTF_8;

    /// The bytes are all here, but they are no text that can be used.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;
        private final String what;

        Unusable(String what) {
            super(what);
            this.what = what;
        }

        /// In technical words, without the body's own text.
        String what() {
            return what;
        }
    }

    Body(int cap) {
        this.cap = cap;
    }

    /// Bytes that came over the wire.
    long bytes() {
        return raw.size();
    }

    /// What there is so far, for people to read; nothing of what is packed.
    String seen(String encoding) {
        return isPlain(encoding) ? decode(raw.toByteArray()) : "";
    }

    /// @throws IOException when the connection breaks off
    /// @throws Unusable when it is longer than the cap
    void read(ResponseBody body, LongConsumer received) throws IOException, Unusable {
        charset = charset(body.contentType());
        if (body.contentLength() > cap) {
            throw new Unusable("a body of more than " + cap + " bytes");
        }
        var chunk = new byte[CHUNK];
        var in = body.byteStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (raw.size() + n > cap) {
                throw new Unusable("a body of more than " + cap + " bytes");
            }
            raw.write(chunk, 0, n);
            received.accept(raw.size());
        }
    }

    /// The whole body, unpacked; bytes that are no character are replaced.
    ///
    /// @param encoding of `Content-Encoding`
    String text(String encoding) throws Unusable {
        var bytes = raw.toByteArray();
        if (isPlain(encoding) || bytes.length == 0) {
            return decode(bytes);
        }
        var name = encoding.strip().toLowerCase(Locale.ROOT);
        if (!name.equals("gzip") && !name.equals("x-gzip")) {
            throw new Unusable("an encoding that was not asked for");
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes), CHUNK)) {
            var plain = in.readNBytes(cap + 1);
            if (plain.length > cap) {
                throw new Unusable("a body of more than " + cap + " bytes when unpacked");
            }
            return decode(plain);
        } catch (IOException e) {
            throw new Unusable("broken gzip");
        }
    }

    private String decode(byte[] bytes) {
        var text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean isPlain(String encoding) {
        return encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
    }

    private static Charset charset(@Nullable MediaType type) {
        var named = type == null ? null : type.charset();
        return named == null ? StandardCharsets.UTF_8 : named;
    }
}
