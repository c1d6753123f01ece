package io.pilothouse.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Whose certificates are trusted: the JDK's roots, others besides (the system's, those of a file), or one certificate alone that a person accepted.
public final class Trust {
    private final X509TrustManager manager;
    private final SSLSocketFactory sockets;
    private final boolean pinned;

    private Trust(List<X509TrustManager> managers, Optional<String> pin)
            throws GeneralSecurityException {
        manager = new Chains(managers, pin);
        pinned = pin.isPresent();
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {manager}, null);
        sockets = context.getSocketFactory();
    }

    /// The JDK's roots.
    public static Trust usual() throws GeneralSecurityException {
        return new Trust(List.of(manager(null)), Optional.empty());
    }

    /// The JDK's roots and these.
    public static Trust with(Collection<X509Certificate> more)
            throws GeneralSecurityException, IOException {
        if (more.isEmpty()) {
            return usual();
        }
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var certificate : more) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return new Trust(List.of(manager(null), manager(store)), Optional.empty());
    }

    /// The certificates of a PEM file.
    ///
    /// @throws CertificateException when it holds none
    public static List<X509Certificate> read(Path pem)
            throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(pem)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .filter(X509Certificate.class::isInstance)
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw new CertificateException("no certificate in " + pem);
            }
            return found;
        }
    }

    /// That one certificate, whatever its issuer, names and dates say, and no other.
    ///
    /// @param sha256 of the certificate, 64 hex digits, also with colons
    public static Trust only(String sha256) throws GeneralSecurityException {
        var plain = sha256.replace(":", "").toLowerCase(Locale.ROOT);
        if (!plain.matches("[0-9a-f]{64}")) {
            throw new CertificateException("no SHA-256 fingerprint");
        }
        return new Trust(List.of(), Optional.of(plain));
    }

    X509TrustManager manager() {
        return manager;
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    HostnameVerifier verifier(HostnameVerifier usual) {
        return (host, session) -> pinned || usual.verify(host, session) || refuse(host, session);
    }

    /// The interface has no way to say which certificate it was, so this leaves by an exception.
    private static boolean refuse(String host, SSLSession session) {
        try {
            var leaf = (X509Certificate) session.getPeerCertificates()[0];
            var why = new SSLPeerUnverifiedException("not for " + host);
            why.initCause(new Distrust("the certificate is not for " + host, leaf, null));
            throw new UncheckedIOException(why);
        } catch (SSLPeerUnverifiedException e) {
            return false; // there is no certificate to show
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    /// A chain that nobody trusts, with its leaf's fingerprint for a person to compare.
    static final class Distrust extends CertificateException {
        private static final long serialVersionUID = 1;
        private final String sha256;

        Distrust(String message, X509Certificate leaf, @Nullable Throwable cause) {
            super(message, cause);
            sha256 = fingerprint(leaf);
        }

        /// 64 hex digits in lower case.
        String sha256() {
            return sha256;
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256, and it was decoded
        }
    }

    private record Chains(List<X509TrustManager> managers, Optional<String> pin)
            implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            var leaf = chain[0];
            if (pin.isPresent()) {
                if (!pin.get().equals(fingerprint(leaf))) {
                    throw new Distrust("another certificate than the accepted one", leaf, null);
                }
                return;
            }
            var refusals = new ArrayList<CertificateException>();
            for (var each : managers) {
                try {
                    each.checkServerTrusted(chain, type);
                    return;
                } catch (CertificateException e) {
                    refusals.add(e);
                }
            }
            throw new Distrust(
                    "not trusted: issued by " + leaf.getIssuerX500Principal().getName(),
                    leaf,
                    refusals.getLast());
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return managers.stream()
                    .flatMap(m -> Arrays.stream(m.getAcceptedIssuers()))
                    .toArray(X509Certificate[]::new);
        }
    }
}
