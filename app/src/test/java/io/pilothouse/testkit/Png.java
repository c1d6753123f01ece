package io.pilothouse.testkit;

import javafx.scene.image.Image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// A picture as the bytes of a PNG (24 bit, no filters), without java.desktop, which tests on the module path can't read.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TRUE_COLOUR = 2;

    private Png() {}

    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(
                png,
                "IHDR",
                out -> {
                    out.writeInt(width);
                    out.writeInt(height);
                    out.write(new byte[] {8, TRUE_COLOUR, 0, 0, 0});
                });
        chunk(
                png,
                "IDAT",
                out -> {
                    var deflated = new DeflaterOutputStream(out);
                    var line = new byte[1 + 3 * width];
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < width; x++) {
                            int argb = image.getPixelReader().getArgb(x, y);
                            line[1 + 3 * x] = (byte) (argb >> 16);
                            line[2 + 3 * x] = (byte) (argb >> 8);
                            line[3 + 3 * x] = (byte) argb;
                        }
                        deflated.write(line);
                    }
                    deflated.finish();
                });
        chunk(png, "IEND", _ -> {});
        return png.toByteArray();
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private static void chunk(ByteArrayOutputStream png, String type, Body body) {
        try {
            var typed = new ByteArrayOutputStream();
            typed.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
            body.write(new DataOutputStream(typed));
            var crc = new CRC32();
            crc.update(typed.toByteArray());
            var out = new DataOutputStream(png);
            out.writeInt(typed.size() - type.length());
            out.write(typed.toByteArray());
            out.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
