package io.pilothouse.account.imports;

import io.pilothouse.domain.Secret;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads the little that command lines write into their files: `name = value` lines, with or without quotes, in
/// `[sections]`.
final class ConfigText {
    private static final Pattern SECTION =
            Pattern.compile("\\s*\\[\\s*[\"']?([^\\]\"']+?)[\"']?\\s*]\\s*(#.*)?");

    private static final Pattern LINE =
            Pattern.compile("\\s*([A-Za-z_]+)\\s*=\\s*([\"']?)([^\\s\"'#]+)\\2\\s*(#.*)?");

    private ConfigText() {}

    /// The first value of that name.
    static Optional<Secret> value(String text, String name) {
        return text.lines()
                .map(LINE::matcher)
                .filter(m -> m.matches() && m.group(1).equals(name))
                .map(m -> Secret.of(m.group(3)))
                .findFirst();
    }

    /// The lines of each section by its name; those before the first are left out.
    static SequencedMap<String, String> sections(String text) {
        var sections = new LinkedHashMap<String, String>();
        var name = Optional.<String>empty();
        for (var line : text.lines().toList()) {
            var head = SECTION.matcher(line);
            if (head.matches()) {
                name = Optional.of(head.group(1));
            } else {
                name.ifPresent(n -> sections.merge(n, line + "\n", String::concat));
            }
        }
        return sections;
    }
}
