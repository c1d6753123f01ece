package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.front.OpenSsh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The user's SSH public keys.
public final class SshKeys {
    private static final String PATH = "/users/ssh-keys";

    /// A public key under its name.
    private record SshKey(String id, String name, String publicKey, Instant created) {
        Json json() {
            var blob = Base64.getDecoder().decode(publicKey.split("\\s+", 3)[1]);
            return Json.obj(
                    "id",
                    id,
                    "name",
                    name,
                    "public_key",
                    publicKey,
                    "created_at",
                    created,
                    "fingerprints",
                    Json.obj(
                            "md5",
                            HexFormat.ofDelimiter(":").formatHex(digest("MD5", blob)),
                            "sha256",
                            Base64.getEncoder()
                                    .withoutPadding()
                                    .encodeToString(digest("SHA-256", blob))));
        }
    }

    private final Agenda agenda;
    private final Map<String, SshKey> byId = new LinkedHashMap<>();

    public SshKeys(Agenda agenda) {
        this.agenda = agenda;
    }

    public void add(String id, String name, String publicKey, Instant created) {
        byId.put(id, new SshKey(id, name, publicKey, created));
    }

    void deleteAll() {
        byId.clear();
    }

    public void routes(Table table) {
        table.json(
                        "GET",
                        PATH,
                        _ -> Json.obj("items", byId.values().stream().map(SshKey::json).toList()))
                .json("POST", PATH, this::create)
                .empty("DELETE", PATH, this::delete);
    }

    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        var publicKey =
                OpenSsh.publicKey(body.text("public_key"))
                        .orElseThrow(
                                () ->
                                        CrusoeError.badRequest(
                                                "public_key is not an OpenSSH public key."));
        var key = new SshKey(Words.newId(), name, publicKey, agenda.time());
        byId.put(key.id, key);
        return Json.obj("ssh_key", key.json());
    }

    private void delete(Call call) {
        var id = call.query().need("id");
        if (byId.remove(id) == null) {
            throw CrusoeError.notFound("There is no SSH key " + id + ".");
        }
    }

    private static byte[] digest(String algorithm, byte[] blob) {
        try {
            return MessageDigest.getInstance(algorithm).digest(blob);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
