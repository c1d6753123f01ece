package io.pilothouse.account.imports;

import io.pilothouse.account.imports.Found.Part;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Looks through variables and files that other programs read. Files are left as they are.
public final class Imports {
    private static final String LAMBDA_CLOUD = "lambda-cloud";
    private static final String CRUSOE = "crusoe";
    private static final int MOST_BYTES = 64 << 10;

    private final Function<String, Optional<String>> environment;
    private final List<Account> accounts;
    private final List<Found> found = new ArrayList<>();

    private Imports(Function<String, Optional<String>> environment, List<Account> accounts) {
        this.environment = environment;
        this.accounts = accounts;
    }

    /// What there is, most convenient first. Reads two small files.
    ///
    /// @param accounts those that exist: what one of them has already is not found again
    public static List<Found> found(
            Function<String, Optional<String>> environment, Path userHome, List<Account> accounts) {
        var all = new Imports(environment, accounts);
        all.variables(LAMBDA_CLOUD, Map.of("api-key", "LAMBDA_API_KEY"));
        all.variables(
                CRUSOE,
                Map.of("access-key", "CRUSOE_ACCESS_KEY_ID", "secret-key", "CRUSOE_SECRET_KEY"));
        all.lambdaKeys(userHome.resolve(".lambda_cloud").resolve("lambda_keys"));
        all.crusoeProfiles(userHome.resolve(".crusoe").resolve("config"));
        return List.copyOf(all.found);
    }

    /// An account that refers to variables, where all of them are set.
    private void variables(String provider, Map<String, String> byField) {
        var parts = new LinkedHashMap<String, Part>();
        for (var entry : new TreeMap<>(byField).entrySet()) {
            var reference = new Credential.Env(entry.getValue());
            boolean isSet =
                    environment.apply(reference.variable()).filter(v -> !v.isBlank()).isPresent();
            if (!isSet || accounts.stream().anyMatch(a -> has(a, reference))) {
                return;
            }
            parts.put(entry.getKey(), new Part.Reference(reference));
        }
        add(String.join(", ", byField.values().stream().sorted().toList()), provider, "", parts);
    }

    private static boolean has(Account account, Credential credential) {
        return account.credentials().containsValue(credential);
    }

    /// What Lambda Cloud's own and others' tools read. A key in the vault can't be compared while it is locked: an account
    /// that has one there is taken to have this one.
    private void lambdaKeys(Path file) {
        boolean has =
                accounts.stream()
                        .filter(a -> a.provider().equals(LAMBDA_CLOUD))
                        .flatMap(a -> a.credentials().values().stream())
                        .anyMatch(c -> c instanceof Credential.Vault);
        if (!has) {
            text(file, LAMBDA_CLOUD)
                    .ifPresent(
                            text ->
                                    ConfigText.value(text, "api_key")
                                            .ifPresentOrElse(
                                                    key ->
                                                            add(
                                                                    file.toString(),
                                                                    LAMBDA_CLOUD,
                                                                    "",
                                                                    Map.of(
                                                                            "api-key",
                                                                            new Part.Key(key))),
                                                    () ->
                                                            unreadable(
                                                                    file, LAMBDA_CLOUD, "no-key")));
        }
    }

    /// The profiles of Crusoe Cloud's command line and of its Terraform provider, each with a pair of keys.
    private void crusoeProfiles(Path file) {
        var text = text(file, CRUSOE);
        if (text.isEmpty()) {
            return;
        }
        boolean any = false;
        for (var section : ConfigText.sections(text.get()).entrySet()) {
            var access = ConfigText.value(section.getValue(), "access_key_id");
            var secret = ConfigText.value(section.getValue(), "secret_key");
            if (access.isPresent() && secret.isPresent()) {
                any = true;
                var id = new Credential.Value(access.get().reveal());
                if (accounts.stream().noneMatch(a -> has(a, id))) {
                    var parts = new LinkedHashMap<String, Part>();
                    parts.put("access-key", new Part.Open(id.value()));
                    parts.put("secret-key", new Part.Key(secret.get()));
                    var name = section.getKey().equals("default") ? "" : section.getKey();
                    add(file.toString(), CRUSOE, name, parts);
                }
            }
        }
        if (!any) {
            unreadable(file, CRUSOE, "no-pair");
        }
    }

    private Optional<String> text(Path file, String provider) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            unreadable(file, provider, "no-access");
            return Optional.empty();
        }
    }

    private void unreadable(Path file, String provider, String why) {
        var notice = Notice.of("import." + why, file);
        found.add(new Found(file.toString(), provider, "", "", Map.of(), Optional.of(notice)));
    }

    /// @param profile of the other program, or empty
    private void add(String source, String provider, String profile, Map<String, Part> parts) {
        var suffix = profile.replaceAll("[^A-Za-z0-9._-]+", "-");
        var base = suffix.isEmpty() ? provider : provider + "-" + suffix;
        var name =
                (provider.equals(CRUSOE) ? "Crusoe Cloud" : "Lambda Cloud")
                        + (profile.isEmpty() ? "" : " " + profile);
        var id = base;
        for (int n = 2; isTaken(id); n++) {
            id = base + "-" + n;
        }
        name += id.substring(base.length()).replace('-', ' ');
        found.add(new Found(source, provider, id, name, parts, Optional.empty()));
    }

    private boolean isTaken(String id) {
        return accounts.stream().anyMatch(a -> a.id().equals(id))
                || found.stream().anyMatch(o -> o.id().equals(id));
    }
}
