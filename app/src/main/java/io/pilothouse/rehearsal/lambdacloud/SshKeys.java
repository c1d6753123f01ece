package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.front.OpenSsh;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The account's SSH keys. A generated private key is told once and not kept.
final class SshKeys {
    /// A public key under its name.
    record SshKey(String id, String name, String publicKey) {
        Json json() {
            return Json.obj("id", id, "name", name, "public_key", publicKey);
        }
    }

    private final Map<String, SshKey> byId = new LinkedHashMap<>();

    SshKeys(List<SshKey> seed) {
        seed.forEach(k -> byId.put(k.id(), k));
    }

    boolean has(String name) {
        return byId.values().stream().anyMatch(k -> k.name().equals(name));
    }

    Json list() {
        return Json.of(byId.values().stream().map(SshKey::json).toList());
    }

    Json add(Body body, String id) {
        var name = body.text("name", 1, 64);
        var given = body.maybe("public_key", f -> body.text(f, 1, 4096));
        if (has(name)) {
            throw LambdaError.invalid("name is already the name of an SSH key.");
        }
        if (given.isPresent()) {
            var key = new SshKey(id, name, checked(given.get()));
            byId.put(id, key);
            return key.json();
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var key = new SshKey(id, name, openSsh((RSAPublicKey) pair.getPublic(), name));
            byId.put(id, key);
            var mime = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return key.json()
                    .with(
                            "private_key",
                            "-----BEGIN PRIVATE KEY-----\n"
                                    + mime.encodeToString(pair.getPrivate().getEncoded())
                                    + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    Json delete(String id) {
        if (byId.remove(id) == null) {
            throw LambdaError.notFound();
        }
        return Json.obj();
    }

    private static String checked(String publicKey) {
        return OpenSsh.publicKey(publicKey)
                .orElseThrow(() -> LambdaError.invalid("public_key is not an OpenSSH public key."));
    }

    /// The line of an `authorized_keys` file (RFC 4253, 6.6).
    private static String openSsh(RSAPublicKey key, String comment) {
        var blob = new ByteArrayOutputStream();
        for (var part :
                List.of(
                        "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
                        key.getPublicExponent().toByteArray(),
                        key.getModulus().toByteArray())) {
            blob.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            blob.writeBytes(part);
        }
        return "ssh-rsa " + Base64.getEncoder().encodeToString(blob.toByteArray()) + " " + comment;
    }
}
