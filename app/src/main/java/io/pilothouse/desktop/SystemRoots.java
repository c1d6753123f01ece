package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The certificate authorities that the operating system trusts, such as those a company installs on its machines. Read
/// anew at each question.
public final class SystemRoots {
    /// Where distributions keep all of them in one PEM file; the first that is there counts.
    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"),
                    Path.of("/etc/ssl/cert.pem"));

    private SystemRoots() {}

    /// None where the system has no store.
    ///
    /// @throws IOException when there is one that can't be read
    public static List<X509Certificate> read() throws IOException {
        return read(System.getProperty("os.name"), BUNDLES);
    }

    static List<X509Certificate> read(String system, List<Path> bundles) throws IOException {
        var name = system.toLowerCase(Locale.ROOT);
        try {
            if (name.startsWith("windows")) {
                return store("Windows-ROOT");
            }
            if (name.startsWith("mac")) {
                return store("KeychainStore-ROOT");
            }
            for (var bundle : bundles) {
                if (Files.isReadable(bundle)) {
                    return bundle(bundle);
                }
            }
            return List.of();
        } catch (GeneralSecurityException e) {
            throw new IOException("the system's certificate authorities can't be read", e);
        }
    }

    private static List<X509Certificate> bundle(Path pem)
            throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static List<X509Certificate> store(String type)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        var all = new ArrayList<X509Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                all.add(certificate);
            }
        }
        return List.copyOf(all);
    }
}
