package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Signature;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The user's tokens, with which requests are signed. A secret key is told once, when its token is made.
public final class Tokens implements Signature.Keys {
    private static final String PATH = "/users/tokens";

    /// A pair of keys.
    ///
    /// @param secret base64url without padding
    public record Token(
            String access,
            String secret,
            String alias,
            Instant created,
            Instant expires,
            Optional<Instant> used) {
        Json json() {
            return Json.obj(
                    "access_key",
                    access,
                    "alias",
                    alias,
                    "created_at",
                    created,
                    "expires_at",
                    expires,
                    "last_used",
                    used.map(Instant::toString).orElse(""));
        }

        Token usedAt(Instant at) {
            return new Token(access, secret, alias, created, expires, Optional.of(at));
        }
    }

    private final Agenda agenda;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> byAccess = new LinkedHashMap<>();

    public Tokens(Agenda agenda) {
        this.agenda = agenda;
    }

    public void add(Token token) {
        byAccess.put(token.access, token);
    }

    @Override
    public Optional<String> secret(String accessKey) {
        return Optional.ofNullable(byAccess.get(accessKey))
                .filter(t -> agenda.time().isBefore(t.expires))
                .map(Token::secret);
    }

    /// Notes that a request came with it.
    public void used(String accessKey) {
        byAccess.computeIfPresent(accessKey, (_, token) -> token.usedAt(agenda.time()));
    }

    void deleteAll() {
        byAccess.clear();
    }

    public void routes(Table table) {
        table.json(
                        "GET",
                        PATH,
                        _ ->
                                Json.obj(
                                        "items",
                                        byAccess.values().stream().map(Token::json).toList()))
                .json("POST", PATH, this::create)
                .empty("DELETE", PATH, this::delete);
    }

    private Json create(Call call) {
        var body = call.body();
        var expires = time(body.text("expires_at"));
        if (!expires.isAfter(agenda.time())) {
            throw CrusoeError.badRequest("expires_at must be in the future.");
        }
        var token =
                new Token(
                        key(),
                        key(),
                        Words.maybe(body, "alias").orElse(""),
                        agenda.time(),
                        expires,
                        Optional.empty());
        add(token);
        return Json.obj(
                "token",
                Json.obj(
                        "access_key",
                        token.access,
                        "secret_key",
                        token.secret,
                        "alias",
                        token.alias,
                        "created_at",
                        token.created,
                        "expires_at",
                        token.expires));
    }

    private void delete(Call call) {
        if (byAccess.remove(call.query().need("access_key")) == null) {
            throw CrusoeError.unauthorized("The token does not exist or is not yours.");
        }
    }

    private String key() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw CrusoeError.badRequest("expires_at must be an RFC 3339 time.");
        }
    }
}
