package io.pilothouse.http;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A request as one line for a POSIX shell. Only the credential stands in double quotes, as a variable that the shell
/// expands; all else stands in single quotes, where nothing is expanded.
final class Curl {
    /// Brackets that no key has, around the name of a variable while the headers are made.
    private static final Pattern VARIABLE = Pattern.compile("⟦([A-Za-z0-9_]+)⟧");

    private final Service service;
    private final Target target;
    private final Masking masking;

    Curl(Service service, Target target, Masking masking) {
        this.service = service;
        this.target = target;
        this.masking = masking;
    }

    String line(Request request) {
        var known = masking.knowing(masking.hide(request.body()));
        var line = new StringBuilder("curl -sS");
        if (!request.method().equals("GET")) {
            line.append(" -X ").append(quoted(request.method()));
        }
        auth().forEach((name, value) -> line.append(" -H ").append(expanding(name, value)));
        line.append(" -H 'Accept: application/json'");
        request.headers()
                .forEach(
                        (name, value) ->
                                line.append(" -H ")
                                        .append(quoted(known.text(name + ": " + value))));
        if (!request.body().isAbsent()) {
            line.append(" -H 'Content-Type: application/json' --data-binary ")
                    .append(quoted(known.text(JsonText.masked(masking.hide(request.body())))));
        }
        return line.append(" --url ").append(quoted(known.text(target.text(request)))).toString();
    }

    /// The headers with variables in place of the key; of those that are signed, made of the key and the time in another
    /// way than by holding it, each is a variable as a whole.
    private Map<String, Secret> auth() {
        var secrets = new LinkedHashMap<String, Secret>();
        service.variables().forEach((field, name) -> secrets.put(field, placeholder(name)));
        return switch (service.auth()) {
            case Auth.Headers(var headers) -> headers.apply(secrets);
            case Auth.Login(var _, var headers) -> headers.apply(placeholder("SESSION_TOKEN"));
            case Auth.Signed(var names, var _) -> {
                var made = new LinkedHashMap<String, Secret>();
                names.forEach(name -> made.put(name, Secret.of("")));
                yield made;
            }
        };
    }

    private static Secret placeholder(String variable) {
        return Secret.of("⟦" + variable + "⟧");
    }

    /// A header made of the key in another way than by holding it (a signature, base64) becomes a variable as a whole.
    private static String expanding(String name, Secret made) {
        var value = made.reveal();
        var variable = VARIABLE.matcher(value);
        if (!variable.find()) {
            return "\"" + name + ": $" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "\"";
        }
        var escaped = (name + ": " + value).replaceAll("([\\\\\"$`])", "\\\\$1");
        return "\"" + VARIABLE.matcher(escaped).replaceAll("\\$$1") + "\"";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
