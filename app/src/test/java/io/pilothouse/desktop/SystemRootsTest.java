package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

class SystemRootsTest {
    @TempDir Path folder;

    @Test
    void aBundleIsReadAndTheFirstThatIsThereCounts() throws Exception {
        var roots = List.of(anyRoot(0), anyRoot(1));
        var bundle = folder.resolve("bundle.pem");
        Files.writeString(bundle, pem(roots.get(0)) + pem(roots.get(1)));
        assertThat(SystemRoots.read("Linux", List.of(folder.resolve("absent"), bundle)))
                .containsExactlyElementsOf(roots);
    }

    @Test
    void aSystemWithoutABundleHasNone() throws Exception {
        assertThat(SystemRoots.read("Linux", List.of(folder.resolve("absent")))).isEmpty();
    }

    @Test
    void aBundleThatIsNoneIsSaid() throws Exception {
        var bundle = folder.resolve("bundle.pem");
        Files.writeString(bundle, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> SystemRoots.read("Linux", List.of(bundle)))
                .isInstanceOf(IOException.class);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// One of the JDK's own.
    private static X509Certificate anyRoot(int index) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (var in =
                new FileInputStream(System.getProperty("java.home") + "/lib/security/cacerts")) {
            store.load(in, null);
        }
        return (X509Certificate) store.getCertificate(Collections.list(store.aliases()).get(index));
    }
}
