package io.pilothouse.account;

import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Notice;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A credential as it stands in the file: `{"env": NAME}`, `{"command": [PROGRAM, …]}`, `{"vault": ID}`, or, for what
/// is no secret, `{"value": …}`. What might be a secret in clear text is never repeated.
final class CredentialText {
    private static final Set<String> SOURCES = Set.of("env", "command", "vault", "value");

    sealed interface Read {}

    record Good(Credential credential) implements Read {}

    record Bad(Notice notice) implements Read {}

    private CredentialText() {}

    /// @param field what the provider says of it; an unknown one is taken for a secret
    static Read read(String provider, String name, Json json, Optional<Field> field) {
        boolean secret = field.map(f -> f.input() instanceof Input.Hidden).orElse(true);
        if (!(json instanceof Json.Obj)) {
            return secret
                    ? clearText(provider, name)
                    : new Bad(Notice.of("account.bare-value", name, "{\"value\": \"…\"}"));
        }
        var sources = json.fields().keySet().stream().filter(SOURCES::contains).toList();
        if (sources.size() != 1) {
            return bad(name);
        }
        var source = json.at(sources.getFirst());
        return switch (sources.getFirst()) {
            // a key that was put where the name of a variable belongs is no name of a variable, as
            // a rule
            case "env" ->
                    source instanceof Json.Text(var variable)
                            ? variable.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")
                                    ? new Good(new Credential.Env(variable))
                                    : clearText(provider, name)
                            : bad(name);
            case "vault" ->
                    source instanceof Json.Text(var id) && !id.isEmpty()
                            ? new Good(new Credential.Vault(id))
                            : bad(name);
            case "value" ->
                    secret
                            ? clearText(provider, name)
                            : source.text().isPresent()
                                    ? new Good(new Credential.Value(source.word()))
                                    : bad(name);
            default ->
                    source instanceof Json.Arr(var words)
                                    && !words.isEmpty()
                                    && words.stream().allMatch(w -> w instanceof Json.Text)
                                    && !words.getFirst().word().isEmpty()
                            ? new Good(
                                    new Credential.Command(
                                            words.stream().map(w -> w.word()).toList()))
                            : bad(name);
        };
    }

    static Json write(Credential credential) {
        return switch (credential) {
            case Credential.Env(var variable) -> Json.obj("env", variable);
            case Credential.Command(var words) -> Json.obj("command", words);
            case Credential.Vault(var id) -> Json.obj("vault", id);
            case Credential.Value(var value) -> Json.obj("value", value);
            case Credential.Held _ ->
                    throw new IllegalArgumentException("what is held in memory is never written");
        };
    }

    /// What to write instead of a key.
    static String suggestion(String provider, String name) {
        var variable =
                (provider + "_" + name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return "{\"env\": \"" + variable + "\"}";
    }

    private static Bad clearText(String provider, String name) {
        return new Bad(Notice.of(AccountsFile.CLEAR_TEXT, name, suggestion(provider, name)));
    }

    private static Bad bad(String name) {
        return new Bad(Notice.of("account.bad-credential", name));
    }
}
