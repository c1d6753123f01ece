package io.pilothouse.ui.kit;

import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.NoCredential;

import java.util.Locale;

/// The words for a key that is not there: what is missing, and where it was looked for.
final class MissingKeys {
    private MissingKeys() {}

    /// `no-credential`, with what tells the reasons apart; behind `trouble.` it has a `.brief`.
    static String key(MissingKey missing) {
        return switch (missing) {
            case MissingKey.Variable _ -> "no-credential.env";
            case MissingKey.Command _ -> "no-credential.command";
            case MissingKey.VaultLocked _ -> "no-credential.vault-locked";
            case MissingKey.VaultMissing _ -> "no-credential.vault-missing";
            case MissingKey.Unconfirmed _ -> "no-credential.unconfirmed";
            case MissingKey.Other _ -> "no-credential";
        };
    }

    static String words(NoCredential why) {
        var key = "trouble." + key(why.missing());
        return switch (why.missing()) {
            case MissingKey.Variable(var name, var where) ->
                    Words.of(key + "." + word(where), Formats.oneLine(name));
            case MissingKey.Command(var program, var failure, var detail, var complaint) -> {
                var said =
                        Words.of(
                                key + "." + word(failure),
                                Formats.oneLine(program),
                                Formats.oneLine(detail));
                yield complaint.isEmpty() ? said : said + ": " + Formats.oneLine(complaint);
            }
            case MissingKey.VaultMissing(var id) -> Words.of(key, Formats.oneLine(id));
            case MissingKey.VaultLocked _, MissingKey.Unconfirmed _ -> Words.of(key);
            case MissingKey.Other _ -> {
                var message = why.getMessage();
                yield Words.of(key, Formats.oneLine(message == null ? "" : message));
            }
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
