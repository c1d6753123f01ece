package io.pilothouse.account;

import io.pilothouse.domain.Notice;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where a text stops being JSON, in terms of accounts: after which id and which member. Says nothing else of the text,
/// which may hold a key in clear text.
final class Breakage {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([A-Za-z0-9._-]{1,64})\"");

    /// Only names of the file's own format, so that no secret is taken for one.
    private static final Pattern MEMBER =
            Pattern.compile(
                    "\"(version|accounts|id|name|provider|endpoint|class|readOnly|colour|credentials|budgets|proxy"
                        + "|ca-file|tls-sha256|options|env|command|vault|value)\"\\s*:");

    private Breakage() {}

    /// @param line from 1, as the parser has it; 0 where it does not know
    static AccountProblem in(String text, int line, int column) {
        var before = text.substring(0, offset(text, line, column));
        return new AccountProblem(
                last(ID, before),
                last(MEMBER, before).orElse(""),
                line,
                column,
                Notice.of("accounts.no-json"),
                false);
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return Math.clamp(at + (long) column, 0, text.length());
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(r -> r.group(1)).reduce((_, later) -> later);
    }
}
