package io.pilothouse.http;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;
import io.pilothouse.log.Scrubber;

import okhttp3.Headers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes what went over the wire fit to be seen: known secrets, values under secret names, and what looks like a key
/// are masked; characters that would be obeyed instead of shown are spelt out; long text is cut.
final class Masking {
    /// Characters of a body that are shown.
    static final int SHOWN = 64 << 10;

    /// More than is shown, so that no secret is cut in two before it is masked.
    private static final int LOOKED_AT = SHOWN + (32 << 10);

    private static final int MARGIN = 4 << 10;

    /// Shorter text stands in too many places to be masked wherever it is.
    private static final int SHORTEST = 6;

    /// Secrets of one value that are also looked for elsewhere in the text, in the order of the value: more rows than
    /// are shown. A hostile answer with a hundred thousand of them must not cost seconds.
    private static final int LOOKED_FOR = 256;

    private static final Set<String> HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private final Set<String> names;
    private final Set<String> headers;
    private final List<String> values;

    Masking(Set<String> secretNames) {
        this(secretNames, lower(secretNames), List.of());
    }

    private Masking(Set<String> names, Set<String> headers, List<String> values) {
        this.names = names;
        this.headers = headers;
        this.values = values;
    }

    /// The same, and these headers and secrets are masked wherever they stand, also in percent, JSON and base64 form.
    Masking knowing(Set<String> headerNames, Collection<Secret> secrets) {
        var more = new TreeSet<>(headers);
        more.addAll(lower(headerNames));
        var known = new LinkedHashSet<>(values);
        secrets.stream().map(Secret::reveal).forEach(s -> addForms(s, known));
        return new Masking(
                names,
                more,
                known.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
    }

    /// The same, and the secrets in this value are known.
    Masking knowing(Json json) {
        var secrets = new ArrayList<Secret>();
        collect(json, secrets);
        return secrets.isEmpty() ? this : knowing(Set.of(), secrets);
    }

    /// The same value; text under a secret name, as a request's body may hold it, is hidden.
    Json hide(Json json) {
        return hide(json, "");
    }

    private Json hide(Json json, String name) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                var all = new LinkedHashMap<String, Json>();
                fields.forEach((n, value) -> all.put(n, hide(value, n)));
                yield new Json.Obj(Collections.unmodifiableSequencedMap(all));
            }
            case Json.Arr(var items) ->
                    new Json.Arr(items.stream().map(item -> hide(item, name)).toList());
            case Json.Text(var text) when names.contains(name) -> Json.of(Secret.of(text));
            default -> json;
        };
    }

    /// Any text, whole.
    String text(String text) {
        var clean = text;
        for (var value : values) {
            clean = clean.replace(value, Secret.MASK);
        }
        return visible(Scrubber.scrub(clean, names));
    }

    /// At most [#SHOWN] characters.
    String body(String text) {
        if (text.length() <= SHOWN) {
            var all = text(text);
            return all.length() <= SHOWN ? all : all.substring(0, SHOWN);
        }
        boolean more = text.length() > LOOKED_AT;
        var head = text(more ? text.substring(0, LOOKED_AT) : text);
        int sure = more ? head.length() - MARGIN : head.length();
        return head.substring(0, Math.max(0, Math.min(SHOWN, sure)));
    }

    List<Map.Entry<String, String>> headers(Headers seen) {
        return IntStream.range(0, seen.size())
                .mapToObj(i -> header(seen.name(i), seen.value(i)))
                .toList();
    }

    private Map.Entry<String, String> header(String name, String value) {
        var plain = name.toLowerCase(Locale.ROOT);
        boolean secret = HEADERS.contains(plain) || headers.contains(plain);
        return Map.entry(name, secret ? Secret.MASK : text(value));
    }

    private static void addForms(String secret, Set<String> known) {
        if (secret.length() < SHORTEST) {
            return;
        }
        var json = JsonText.masked(Json.of(secret));
        known.add(secret);
        known.add(json.substring(1, json.length() - 1));
        known.add(Target.encode(secret));
        known.add(
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        int space = secret.indexOf(' ');
        if (space > 0) { // a header's value: what follows the scheme
            addForms(secret.substring(space + 1), known);
        }
    }

    private static void collect(Json json, List<Secret> into) {
        switch (json) {
            case Json.Hidden(var secret) -> {
                if (into.size() < LOOKED_FOR) {
                    into.add(secret);
                }
            }
            case Json.Obj(var fields) -> fields.forEach((_, f) -> collect(f, into));
            case Json.Arr(var items) -> items.forEach(i -> collect(i, into));
            case Json.Text _, Json.Num _, Json.Bool _, Json.Absent _ -> {}
        }
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /// Control characters and those that turn the direction of writing, as escapes; line feed and tab stay.
    private static String visible(String text) {
        if (text.chars().noneMatch(Masking::isObeyed)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 100);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isObeyed(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isObeyed(int c) {
        return c != '\n' && c != '\t' && (Character.isISOControl(c) || turns(c));
    }

    private static boolean turns(int c) {
        return (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u206f')
                || c == '\u061c'
                || c == '\ufeff';
    }
}
