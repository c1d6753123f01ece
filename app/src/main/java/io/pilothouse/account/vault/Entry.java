package io.pilothouse.account.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// One key, and what it is bound to.
///
/// @param revision counts from 1 with each new value
record Entry(String id, String account, String field, int revision, Box box) {
    byte[] label() {
        return label(id, account, field, revision);
    }

    /// What the box is closed with: each part with its length, so that none runs into the next.
    static byte[] label(String id, String account, String field, int revision) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writeLabel(out, id, account, field, revision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void write(DataOutputStream out) throws IOException {
        writeLabel(out, id, account, field, revision);
        var content = box.bytes();
        out.writeInt(content.length);
        out.write(content);
    }

    private static void writeLabel(
            DataOutputStream out, String id, String account, String field, int revision)
            throws IOException {
        out.writeUTF(id);
        out.writeUTF(account);
        out.writeUTF(field);
        out.writeInt(revision);
    }
}
