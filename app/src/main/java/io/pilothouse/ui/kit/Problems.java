package io.pilothouse.ui.kit;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.sync.Command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// The one place where a failure becomes words.
public final class Problems {
    private Problems() {}

    /// A few words for a status line: `unreachable`, `key refused`.
    public static String brief(CloudException why) {
        return Words.of("trouble." + key(why) + ".brief");
    }

    /// One sentence that says what happened.
    public static String words(CloudException why) {
        return switch (why) {
            case CloudException.NoCredential e -> MissingKeys.words(e);
            case CloudException.ReadOnly _ -> Words.of("trouble.read-only");
            case CloudException.Unauthorized e ->
                    e.ahead()
                            .map(Problems::clock)
                            .orElseGet(() -> withService("trouble.unauthorized", e.refusal()));
            case CloudException.Throttled e ->
                    e.after().isPresent()
                            ? Words.of("trouble.throttled.after", Formats.duration(e.after().get()))
                            : Words.of("trouble.throttled");
            case CloudException.Refused e ->
                    e.refusal().message().isEmpty()
                            ? Words.of("trouble.refused.status", e.status())
                            : sentence(e.refusal().message());
            case CloudException.NotFound e -> withService("trouble.not-found", e.refusal());
            case CloudException.Conflict e -> withService("trouble.conflict", e.refusal());
            case CloudException.Untrusted _ -> Words.of("trouble.untrusted");
            case CloudException.Unreachable e -> Words.of("trouble.unreachable." + word(e.why()));
            case CloudException.Unanswered e ->
                    Words.of(e.timeout() ? "trouble.unanswered.timeout" : "trouble.unanswered");
            case CloudException.Failing e -> Words.of("trouble.failing", e.status());
            case CloudException.Unreadable e ->
                    e.shape()
                            .map(Problems::words)
                            .orElseGet(() -> Words.of("trouble.unreadable", said(e.getMessage())));
        };
    }

    /// Why a step did not go well, or else what is noted of it; empty when there is nothing to say.
    public static String words(Command.Item item) {
        return item.why().map(Problems::words).orElseGet(() -> words(item.note()));
    }

    private static String words(Command.Note note) {
        return switch (note) {
            case Command.Note.Said(var text) -> Formats.oneLine(text);
            case Command.Note.NotReached(var names) ->
                    Words.of("note.not-reached", Formats.oneLine(String.join(", ", names)));
            case Command.Note.NotWritten(var detail) ->
                    Words.of("note.not-written", Formats.oneLine(detail));
            case Command.Note.Slept() -> Words.of("note.slept");
        };
    }

    /// What the service advises, or what can be done; empty when there is nothing to say.
    public static String advice(CloudException why) {
        var refusal = refusal(why);
        if (!refusal.suggestion().isEmpty()) {
            return sentence(refusal.suggestion());
        }
        if (why instanceof CloudException.Unauthorized e && e.ahead().isPresent()) {
            return Words.of("trouble.clock.advice");
        }
        return Stream.of("trouble.code." + refusal.code(), "trouble." + key(why))
                .map(key -> key + ".advice")
                .filter(Words::has)
                .findFirst()
                .map(Words::of)
                .orElse("");
    }

    /// What happened and what can be done, in whole sentences.
    public static String whole(CloudException why) {
        return (sentence(words(why)) + " " + advice(why)).strip();
    }

    /// Does it wait for the vault, which one press opens for all accounts?
    public static boolean isVaultLocked(CloudException why) {
        return why instanceof CloudException.NoCredential e
                && e.missing() instanceof MissingKey.VaultLocked;
    }

    /// What a person can do about an account that is signed out, as the words of a button.
    public static String remedy(CloudException why) {
        return switch (why) {
            case CloudException.NoCredential _ when isVaultLocked(why) -> Words.of("button.unlock");
            case CloudException.NoCredential e when e.missing() instanceof MissingKey.Unconfirmed ->
                    Words.of("button.agree");
            default -> Words.of("button.sign-in");
        };
    }

    /// The service's own code, or `""`.
    public static String code(CloudException why) {
        return Formats.oneLine(refusal(why).code());
    }

    /// Everything, for *Copy details*.
    public static String details(CloudException why) {
        var text = new StringBuilder(words(why));
        if (!code(why).isEmpty()) {
            text.append('\n').append(code(why));
        }
        if (!advice(why).isEmpty()) {
            text.append('\n').append(advice(why));
        }
        return text.append('\n')
                .append(why.getClass().getSimpleName())
                .append(": ")
                .append(said(why.getMessage()))
                .toString();
    }

    private static Refusal refusal(CloudException why) {
        return why instanceof CloudException.Denied denied ? denied.refusal() : Refusal.NONE;
    }

    private static String words(Misshapen shape) {
        var got = word(shape.got());
        var expected = word(shape.expected());
        return shape.field().isEmpty()
                ? Words.of("trouble.shape.whole", got, expected)
                : Words.of("trouble.shape", Formats.oneLine(shape.field()), got, expected);
    }

    private static String word(Misshapen.Shape shape) {
        return Words.of("shape." + shape.name().toLowerCase(Locale.ROOT));
    }

    private static String key(CloudException why) {
        return switch (why) {
            case CloudException.NoCredential e -> MissingKeys.key(e.missing());
            case CloudException.ReadOnly _ -> "read-only";
            case CloudException.Unauthorized _ -> "unauthorized";
            case CloudException.Throttled _ -> "throttled";
            case CloudException.Refused _ -> "refused";
            case CloudException.NotFound _ -> "not-found";
            case CloudException.Conflict _ -> "conflict";
            case CloudException.Untrusted _ -> "untrusted";
            case CloudException.Unreachable _ -> "unreachable";
            case CloudException.Unanswered _ -> "unanswered";
            case CloudException.Failing _ -> "failing";
            case CloudException.Unreadable _ -> "unreadable";
        };
    }

    private static String clock(Duration ahead) {
        long minutes = Math.max(1, Math.round(ahead.abs().toSeconds() / 60.0));
        return ahead.isNegative()
                ? Words.count("trouble.clock.behind", minutes)
                : Words.count("trouble.clock.ahead", minutes);
    }

    private static String word(CloudException.Unreachable.Cause cause) {
        return switch (cause) {
            case NO_ADDRESS -> "no-address";
            case REFUSED -> "refused";
            case TIMEOUT -> "timeout";
            case OTHER -> "other";
        };
    }

    private static String withService(String key, Refusal refusal) {
        return refusal.message().isEmpty() ? Words.of(key) : sentence(refusal.message());
    }

    private static String said(@org.jspecify.annotations.Nullable String message) {
        return Formats.oneLine(message == null ? "" : message);
    }

    private static String sentence(String text) {
        var line = Formats.oneLine(text.strip());
        return line.isEmpty() || ".!?…".indexOf(line.charAt(line.length() - 1)) >= 0
                ? line
                : line + ".";
    }

    /// What a disk has against it, in a few words.
    public static String why(IOException refused) {
        return switch (refused) {
            case AccessDeniedException _ -> Words.of("export.denied");
            case NoSuchFileException _ -> Words.of("export.no-folder");
            case NotDirectoryException _ -> Words.of("disk.no-folder");
            case FileSystemException f when f.getReason() != null -> Formats.oneLine(f.getReason());
            default -> Formats.oneLine(String.valueOf(refused.getMessage()));
        };
    }
}
