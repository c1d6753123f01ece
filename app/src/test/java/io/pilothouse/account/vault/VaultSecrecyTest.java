package io.pilothouse.account.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Neither key nor passphrase stands in any file, in any writing, nor in what is said of a failure.
final class VaultSecrecyTest {
    private static final String KEY = "canary/key+\"4711\" \u00e9";
    private static final String PASSPHRASE = "canary passphrase \u00e9";
    private static final String FRESH = "canary of another year";

    @TempDir private Path folder;

    @Test
    void nothingInTheFolderTellsAKeyOrAPassphrase() throws Exception {
        var vault =
                Vault.locked(
                        folder.resolve("vault"), InstantSource.system(), new QuickDerivation());
        vault.create(Secret.of(PASSPHRASE));
        vault.put("gpu", "team", "api-key", Secret.of(KEY));
        vault.put("gpu", "team", "api-key", Secret.of(KEY + KEY));
        check();
        vault.changePassphrase(Secret.of(PASSPHRASE), Secret.of(FRESH));
        vault.remove("gpu");
        check();
        vault.setAside();
        check();
    }

    private void check() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContainIgnoringCase("canary");
                for (var secret : List.of(KEY, PASSPHRASE, FRESH)) {
                    assertThat(text).doesNotContain(writings(secret));
                }
            }
        }
    }

    private static List<String> writings(String secret) {
        var utf8 = secret.getBytes(StandardCharsets.UTF_8);
        var utf16 = secret.getBytes(StandardCharsets.UTF_16LE);
        return List.of(
                new String(utf8, StandardCharsets.ISO_8859_1),
                new String(utf16, StandardCharsets.ISO_8859_1),
                Base64.getEncoder().encodeToString(utf8),
                Base64.getUrlEncoder().encodeToString(utf8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(utf8));
    }

    @Test
    void whatFailsTellsNothingEither() throws Exception {
        var path = folder.resolve("vault");
        var vault = Vault.locked(path, InstantSource.system(), new QuickDerivation());
        vault.create(Secret.of(PASSPHRASE));
        Files.createDirectories(folder.resolve("vault.new/in the way"));
        var said = new StringWriter();
        try (var out = new PrintWriter(said)) {
            for (Step step :
                    List.<Step>of(
                            () -> vault.put("gpu", "team", "api-key", Secret.of(KEY)),
                            () -> vault.unlock(Secret.of(FRESH)),
                            () -> vault.create(Secret.of(FRESH)))) {
                try {
                    step.run();
                    throw new AssertionError("must fail");
                } catch (VaultException e) {
                    e.printStackTrace(out);
                    out.println(e.notice());
                }
            }
        }
        assertThat(said.toString()).contains("vault.not-saved").doesNotContain("canary");
    }

    private interface Step {
        void run() throws VaultException;
    }
}
