package io.pilothouse.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The words of the program against the sources that use them. Sources are read as text: a key is what stands between
/// quotes.
final class WordList {
    /// Keys made from ids at run time; the providers' own tests ask for them by description.
    static final List<String> DERIVED =
            List.of(
                    "type.",
                    "action.",
                    "fact.",
                    "field.",
                    "kind.",
                    "report.",
                    "provider.",
                    "problem.",
                    "off.",
                    "note.",
                    "choice.",
                    "fault.");

    /// What is put behind a key by code that has the key from elsewhere.
    private static final Pattern SUFFIX = Pattern.compile("\\+\\s*\"(\\.[a-z][a-zA-Z0-9_-]*)\"");

    private static final Pattern CALL =
            Pattern.compile("\\bWords\\s*\\.\\s*(of|count)\\(\\s*\"([^\"\\n]+)\"\\s*([,)+])");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9_.-]*)\"");
    private static final Pattern PREFIX =
            Pattern.compile("\"([a-z][a-zA-Z0-9_-]*(\\.[a-zA-Z0-9_-]+)*\\.)\"\\s*\\+");

    private final Set<String> keys = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> called = new TreeSet<>();
    private final Set<String> quoted = new TreeSet<>();
    private final Set<String> prefixes = new TreeSet<>();

    /// `.one` is added by `Words.count`.
    private final Set<String> suffixes = new TreeSet<>(Set.of(".one"));

    private WordList() {}

    /// What is wrong, one line each; a missing key as the line to paste. Empty is right.
    static List<String> faults(Path messages, Path sources) {
        var list = new WordList();
        list.readMessages(messages);
        list.readSources(sources);
        list.compare();
        return list.faults;
    }

    private void compare() {
        for (var key : called) {
            if (!keys.contains(key)) {
                faults.add("to paste: " + key + " = ");
            }
        }
        for (var key : keys) {
            if (!used(key) && suffixes.stream().noneMatch(end -> usedWith(key, end))) {
                faults.add("not used: " + key);
            }
        }
    }

    private boolean used(String key) {
        return quoted.contains(key)
                || DERIVED.stream().anyMatch(key::startsWith)
                || prefixes.stream().anyMatch(key::startsWith);
    }

    private boolean usedWith(String key, String end) {
        return key.endsWith(end) && used(key.substring(0, key.length() - end.length()));
    }

    private void readMessages(Path messages) {
        for (var line : lines(messages)) {
            int equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#") || equals < 0) {
                continue;
            }
            var key = line.substring(0, equals).strip();
            if (!keys.add(key)) {
                faults.add("twice: " + key);
            }
            checkFormat(key, line.substring(equals + 1).strip());
        }
    }

    /// A lone apostrophe swallows the places that follow; only where words are filled in does it matter.
    private void checkFormat(String key, String text) {
        if (text.isEmpty()) {
            faults.add("empty: " + key);
        }
        try {
            var format = new MessageFormat(text, java.util.Locale.ROOT);
            boolean places = text.matches(".*\\{\\d.*");
            if (places && text.replace("''", "").contains("'") && format.getFormats().length == 0) {
                faults.add("a lone apostrophe hides the places: " + key);
            }
        } catch (IllegalArgumentException e) {
            faults.add("not a message format: " + key + " (" + e.getMessage() + ")");
        }
    }

    private void readSources(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(f -> f.toString().endsWith(".java")).forEach(this::readSource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readSource(Path file) {
        var text = String.join("\n", lines(file));
        CALL.matcher(text)
                .results()
                .filter(m -> !m.group(3).equals("+"))
                .forEach(m -> called.add(m.group(2)));
        LITERAL.matcher(text).results().forEach(m -> quoted.add(m.group(1)));
        SUFFIX.matcher(text).results().forEach(m -> suffixes.add(m.group(1)));
        PREFIX.matcher(text).results().forEach(m -> prefixes.add(m.group(1)));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
