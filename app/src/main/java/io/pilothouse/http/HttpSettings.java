package io.pilothouse.http;

import java.time.Duration;

/// How long to wait, how much to read, through which proxy, and whose certificates to trust.
///
/// @param connect for one address, also for the TLS handshake's single steps
/// @param read longest silence while the answer is awaited or read
/// @param call for everything together
/// @param bodyCap most bytes of an answer's body, both as they come and unpacked
public record HttpSettings(
        Duration connect, Duration read, Duration call, int bodyCap, Proxies proxies, Trust trust) {

    /// The same, waiting otherwise.
    public HttpSettings waiting(Duration newConnect, Duration newRead, Duration newCall) {
        return new HttpSettings(newConnect, newRead, newCall, bodyCap, proxies, trust);
    }

    /// 10 s, 30 s, 60 s, 32 MiB.
    public static HttpSettings usual(Proxies proxies, Trust trust) {
        return new HttpSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                32 << 20,
                proxies,
                trust);
    }
}
