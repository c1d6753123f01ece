package io.pilothouse.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Masks what looks like a key in a line of text: the last guard before the text is shown or written, for what no type
/// has caught. It knows no secret; it goes by shapes (key prefixes, PEM blocks, JSON web tokens) and by names
/// (`password=`, `"api_key":`). Linear in the text's length: about a millisecond for 100 kB.
public final class Scrubber {
    /// What stands in place of a secret, as in the rest of the program.
    public static final String MASK = "••••••••";

    private static final List<String> NAMES =
            List.of(
                    "password",
                    "passwd",
                    "passphrase",
                    "secret",
                    "token",
                    "apikey",
                    "privatekey",
                    "accesskey",
                    "credential",
                    "authorization");

    private static final Pattern PRIVATE_KEY =
            Pattern.compile(
                    "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----.*?"
                            + "(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)",
                    Pattern.DOTALL);

    /// A scheme followed by something that has a digit in it or is long.
    private static final Pattern SCHEME =
            Pattern.compile(
                    "\\b([Bb]earer|BEARER|[Bb]asic|BASIC)\\s{1,4}"
                            + "(?=[^\\s\"']{0,100}\\d|[^\\s\"']{16})[^\\s\"',;]{6,}+");

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<![\\w-])(?:secret_[\\w.-]{8,}+|sk-[\\w-]{16,}+|gh[oprsu]_\\w{20,}+|github_pat_\\w{20,}+"
                        + "|xox[abprs]-[\\w-]{10,}+|hf_[A-Za-z0-9]{20,}+|AKIA[A-Z0-9]{16}"
                        + "|eyJ[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?)");

    /// Without one of these the two patterns above match nothing; looking for them is much faster.
    private static final List<String> BEGINNINGS =
            List.of(
                    "earer",
                    "EARER",
                    "asic",
                    "ASIC",
                    "secret_",
                    "sk-",
                    "ghp_",
                    "gho_",
                    "ghr_",
                    "ghs_",
                    "ghu_",
                    "github_pat_",
                    "xox",
                    "hf_",
                    "AKIA",
                    "eyJ");

    /// A name, a colon or an equals sign, perhaps a quote (also an escaped one, as in JSON within JSON).
    private static final Pattern FIELD =
            Pattern.compile("(?<![\\w-])([\\w-]++)\\\\?[\"']?\\s{0,4}([:=])\\s{0,4}(\\\\?[\"']|)");

    private static final Pattern IN_OTHER_QUOTES = Pattern.compile("[^\"'\\\\]++");
    private static final Pattern BARE =
            Pattern.compile("(?!(?:true|false|null)\\b)[^\\s\"'\\\\,;&\\[{}<]++");

    /// In prose such as `invalid token: expired` a word without a digit stays.
    private static final Pattern AFTER_COLON =
            Pattern.compile("(?=[^\\s\"']{0,100}\\d|[^\\s\"']{16})[^\\s\"',;&\\[{}<]{6,}+");

    private Scrubber() {}

    /// The text with everything that looks like a key as [#MASK].
    public static String scrub(String text) {
        return scrub(text, Set.of());
    }

    /// The same; whatever stands under one of these names is masked too.
    public static String scrub(String text, Set<String> names) {
        var clean = PRIVATE_KEY.matcher(text).replaceAll(MASK);
        if (BEGINNINGS.stream().anyMatch(clean::contains)) {
            clean = SCHEME.matcher(clean).replaceAll("$1 " + MASK);
            clean = SHAPE.matcher(clean).replaceAll(MASK);
        }
        return fields(clean, names);
    }

    private static String fields(String text, Set<String> names) {
        var field = FIELD.matcher(text);
        var out = new StringBuilder();
        int copied = 0;
        for (int at = 0; field.find(at); ) {
            at = field.end();
            var name = field.group(1);
            boolean known = names.contains(name);
            if (known || looksSecret(name)) {
                int end = end(text, at, known, field.group(2), field.group(3));
                if (end > at) {
                    out.append(text, copied, at).append(MASK);
                    at = end;
                    copied = at;
                }
            }
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /// Where the value that begins at `at` ends; `at` itself where there is none to mask.
    private static int end(String text, int at, boolean known, String separator, String quote) {
        if (quote.equals("\"")) {
            return closingQuote(text, at);
        }
        var value =
                !quote.isEmpty()
                        ? IN_OTHER_QUOTES
                        : known || separator.equals("=") ? BARE : AFTER_COLON;
        var found = value.matcher(text).region(at, text.length());
        return found.lookingAt() ? found.end() : at;
    }

    /// By hand: a regular expression for this recurses for each character.
    private static int closingQuote(String text, int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    /// `LAMBDA_API_KEY` and `jupyter_token` do, `tokens` does not.
    private static boolean looksSecret(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return NAMES.stream().anyMatch(plain::endsWith);
    }
}
