package io.pilothouse.account;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Keys that other programs of this user have already: what an account could be made of. Only looks; files are left as
/// they are.
public final class Imports {
    private static final String VARIABLE = "LAMBDA_API_KEY";
    private static final String LAMBDA_CLOUD = "lambda-cloud";
    private static final String API_KEY = "api-key";
    private static final int MOST_BYTES = 64 << 10;

    /// `api_key = VALUE`, with or without quotes: what Lambda Cloud's own and others' tools read.
    private static final Pattern LINE =
            Pattern.compile("\\s*api_key\\s*=\\s*([\"']?)([^\\s\"'#]+)\\1\\s*(#.*)?");

    /// A key that is there to be taken.
    ///
    /// @param source the variable, or the file's path
    /// @param id suggested, unlike that of any account
    /// @param field the credential that it is for
    public record Found(
            String source, String provider, String id, String name, String field, What what) {}

    /// How it is taken.
    public sealed interface What {
        /// As a reference: the key itself stays where it is.
        record Reference(Credential.Env credential) implements What {}

        /// The key itself, for the vault.
        record Key(Secret secret) implements What {}

        /// There is something, but it can't be read.
        record Unreadable(Notice why) implements What {}
    }

    private Imports() {}

    /// What there is, most convenient first. Reads one small file.
    ///
    /// @param accounts those that exist: what one of them refers to already is not found again
    public static List<Found> found(
            Function<String, Optional<String>> environment, Path userHome, List<Account> accounts) {
        var found = new ArrayList<Found>();
        var reference = new Credential.Env(VARIABLE);
        boolean taken = accounts.stream().anyMatch(a -> a.credentials().containsValue(reference));
        if (!taken && environment.apply(VARIABLE).filter(v -> !v.isBlank()).isPresent()) {
            found.add(lambda(VARIABLE, new What.Reference(reference), accounts, found));
        }
        var file = userHome.resolve(".lambda_cloud").resolve("lambda_keys");
        inFile(file).ifPresent(what -> found.add(lambda(file.toString(), what, accounts, found)));
        return List.copyOf(found);
    }

    private static Found lambda(
            String source, What what, List<Account> accounts, List<Found> others) {
        var id = LAMBDA_CLOUD;
        for (int n = 2; isTaken(id, accounts, others); n++) {
            id = LAMBDA_CLOUD + "-" + n;
        }
        var name = "Lambda Cloud" + id.substring(LAMBDA_CLOUD.length()).replace('-', ' ');
        return new Found(source, LAMBDA_CLOUD, id, name, API_KEY, what);
    }

    private static boolean isTaken(String id, List<Account> accounts, List<Found> others) {
        return accounts.stream().anyMatch(a -> a.id().equals(id))
                || others.stream().anyMatch(o -> o.id().equals(id));
    }

    private static Optional<What> inFile(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return Optional.of(
                    text.lines()
                            .map(LINE::matcher)
                            .filter(m -> m.matches())
                            .map(m -> (What) new What.Key(Secret.of(m.group(2))))
                            .findFirst()
                            .orElseGet(() -> unreadable("import.no-key", file)));
        } catch (IOException e) {
            return Optional.of(unreadable("import.no-access", file));
        }
    }

    private static What unreadable(String key, Path file) {
        return new What.Unreadable(Notice.of(key, file));
    }
}
