package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

class TrustTest {
    @TempDir static Path folder;
    private static SSLContext server;
    private static X509Certificate certificate;

    /// A self-signed certificate for 127.0.0.1 and not for `localhost`, made by the JDK's own tool.
    @BeforeAll
    static void certificate() throws Exception {
        var file = folder.resolve("key.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "a",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        certificate = (X509Certificate) store.getCertificate("a");
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
    }

    private static WireServer tls() throws Exception {
        ServerSocket socket =
                server.getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new WireServer(socket, "https", WireServer.answer(200, "{}"));
    }

    private static Bench bench(String url, Trust trust) {
        return new Bench(
                Bench.service(url, Bench.bearer()),
                HttpSettings.usual(Bench.SHORT.proxies(), trust));
    }

    private static Path pem() throws Exception {
        return Files.writeString(
                folder.resolve("ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void anUnknownIssuerIsNotTrustedAndItsFingerprintIsShown() throws Exception {
        try (var wire = tls();
                var bench = bench(wire.url(), Trust.usual())) {
            var thrown = bench.failure(CloudException.Untrusted.class);

            assertThat(thrown.sha256()).isEqualTo(Trust.fingerprint(certificate));
            assertThat(thrown).hasMessage("not trusted: issued by CN=127.0.0.1");
            assertThat(wire.requests()).isEmpty();
        }
    }

    @Test
    void aFilesCertificateIsTrusted() throws Exception {
        try (var wire = tls();
                var bench = bench(wire.url(), Trust.with(Trust.read(pem())))) {
            assertThat(bench.transport.send(Request.get("/a"), true, Watch.NONE).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws Exception {
        try (var wire = tls();
                var bench =
                        bench("https://localhost:" + wire.port(), Trust.with(Trust.read(pem())))) {
            var thrown = bench.failure(CloudException.Untrusted.class);

            assertThat(thrown.sha256()).isEqualTo(Trust.fingerprint(certificate));
            assertThat(thrown).hasMessage("the certificate is not for localhost");
            assertThat(wire.requests()).isEmpty();
        }
    }

    @Test
    void theAcceptedCertificateIsTrustedAndNoOther() throws Exception {
        var accepted =
                Trust.only(Trust.fingerprint(certificate).toUpperCase(java.util.Locale.ROOT));
        try (var wire = tls();
                var bench = bench("https://localhost:" + wire.port(), accepted);
                var other = bench(wire.url(), Trust.only("ab".repeat(32)))) {
            assertThat(bench.transport.send(Request.get("/a"), true, Watch.NONE).status())
                    .isEqualTo(200);
            assertThat(other.failure(CloudException.Untrusted.class))
                    .hasMessage("another certificate than the accepted one");
            assertThat(wire.requests()).hasSize(1);
        }
    }

    @Test
    void aServerWithoutTlsIsUnreachable() {
        try (var plain = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench("https://127.0.0.1:" + plain.port())) {
            assertThat(bench.failure(CloudException.Unreachable.class)).isNotNull();
        }
    }

    @Test
    void aFileWithoutCertificatesAndAFingerprintThatIsNoneAreSaid() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> Trust.with(Trust.read(empty)))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> Trust.only("abc")).isInstanceOf(CertificateException.class);
    }
}
