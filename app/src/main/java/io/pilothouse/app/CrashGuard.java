package io.pilothouse.app;

import io.pilothouse.ui.kit.Words;

import org.slf4j.LoggerFactory;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes what nobody else caught: writes it to the log with a code, and says the code once to the person.
final class CrashGuard implements Consumer<Throwable> {
    private volatile Optional<Consumer<String>> say = Optional.empty();

    /// @param words shows a sentence with the code; called on any thread
    void sayWith(Consumer<String> words) {
        say = Optional.of(words);
    }

    @Override
    public void accept(Throwable crash) {
        var code = code(crash);
        // found when it is needed: the guard is made before the log knows its folder
        LoggerFactory.getLogger(CrashGuard.class).error("crash {}", code, crash);
        say.ifPresent(s -> s.accept(Words.of("crash.say", code)));
    }

    /// The same place gives the same code: three letters of the exception's class, six hex digits of where.
    static String code(Throwable crash) {
        var trace = crash.getStackTrace();
        int where = trace.length == 0 ? 0 : trace[0].toString().hashCode();
        var name = crash.getClass().getSimpleName();
        return name.substring(0, Math.min(3, name.length())).toUpperCase(java.util.Locale.ROOT)
                + "-"
                + HexFormat.of().toHexDigits(where, 6);
    }
}
