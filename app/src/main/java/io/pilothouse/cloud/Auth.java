package io.pilothouse.cloud;

import io.pilothouse.domain.Secret;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How a call proves who sends it. Pure: `http` applies it, `work` renews it. The map is by credential field.
public sealed interface Auth {
    /// Headers made of the credentials, such as `Authorization: Bearer …`.
    record Headers(Function<Map<String, Secret>, Map<String, Secret>> headers) implements Auth {}

    /// Headers made of the request, the time and the credentials, anew for each sending. A wrong clock is refused by such
    /// a service, so a 401 is told together with how far this computer's clock is off.
    ///
    /// @param headers names of the headers that `signer` makes, in the order in which they are shown
    record Signed(List<String> headers, Signer signer) implements Auth {}

    @FunctionalInterface
    interface Signer {
        /// @param now when the request is sent
        /// @param credentials by credential field
        /// @throws IllegalArgumentException when a credential is none that can sign; its message is shown and must not
        ///     quote it
        Map<String, Secret> sign(Signable what, Instant now, Map<String, Secret> credentials);
    }

    /// What there is to sign of a request. The body is not signed.
    ///
    /// @param path with the endpoint's own path before it, percent-decoded
    /// @param query names and values as they are before they are encoded, in the order in which they are sent
    record Signable(String method, String path, List<Map.Entry<String, String>> query) {}

    /// After a 401 `work` sends `login` once for all who wait, then each waiting call once more.
    record Login(
            Function<Map<String, Secret>, ApiCall<Secret>> login,
            Function<Secret, Map<String, Secret>> headers)
            implements Auth {}
}
