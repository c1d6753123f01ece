package io.pilothouse.provider.crusoe.api;

import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;

import java.util.regex.Pattern;

/// What this service says when it refuses: `{code, message}`, sometimes with the raw text of an inner call.
public final class Refusals {
    private static final Pattern INNER =
            Pattern.compile(
                    "^(?:.*?: )?rpc error: code = (\\w+) desc = (.*)$",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("\\d{3}|");
    private static final Pattern WORD = Pattern.compile("[a-z]+(_[a-z]+)*");
    private static final int DEPTH = 8;

    private Refusals() {}

    /// The code is that of the innermost call where the outer one is only the HTTP status again. A message of one bare
    /// word (`bad_credential`) is such a code and nothing to show a person: then there is no message.
    public static Refusal of(Json body) {
        var code = body.word("code");
        boolean bare = STATUS.matcher(code).matches();
        var message = body.text("message").or(body::text).orElse("").strip();
        for (int i = 0; i < DEPTH; i++) {
            var inner = INNER.matcher(message);
            if (!inner.matches()) {
                break;
            }
            code = bare ? inner.group(1) : code;
            message = inner.group(2).strip();
        }
        if (WORD.matcher(message).matches() && (bare || message.equals(code))) {
            return new Refusal(message, "", "");
        }
        return new Refusal(code, message, "");
    }
}
