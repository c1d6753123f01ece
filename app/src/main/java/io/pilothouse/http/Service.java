package io.pilothouse.http;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What has to be known of a service to speak with it: a provider's data, at one endpoint, with one account's
/// credentials.
///
/// @param endpoint base URL (http or https, host, perhaps a path), without user info, query and fragment
/// @param secretNames JSON names whose values are secrets
/// @param refusal reads the body of an answer that is not 2xx
/// @param variables by credential field: the environment variable that stands for it in a curl line
public record Service(
        String endpoint,
        Auth auth,
        Credentials credentials,
        Set<String> secretNames,
        BiFunction<Integer, Json, Refusal> refusal,
        Map<String, String> variables) {

    /// Under this name the credentials hold the token that a login gave, where the provider has a login. Without it a
    /// request goes out without authentication, as the login itself does.
    public static final String SESSION = "session";

    /// Where the secrets of an account come from; asked anew for each request, on the thread that sends it.
    @FunctionalInterface
    public interface Credentials {
        /// By credential field, as the provider's form names it.
        ///
        /// @throws CloudException.NoCredential when there is none just now
        Map<String, Secret> get() throws CloudException.NoCredential;
    }

    /// Variables are named after provider and field: `LAMBDA_CLOUD_API_KEY`.
    public static Service of(Provider provider, String endpoint, Credentials credentials) {
        return new Service(
                endpoint,
                provider.auth(),
                credentials,
                provider.secrets(),
                provider::refusal,
                provider.credentials().fields().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Form.Field::name, f -> variable(provider.id(), f.name()))));
    }

    /// With the variables that the account itself is configured with.
    public Service withVariables(Map<String, String> variables) {
        return new Service(
                endpoint, auth, credentials, secretNames, refusal, Map.copyOf(variables));
    }

    /// The headers that prove who sends; with the field `session` for a provider that has a login.
    ///
    /// @param what the request, for a provider whose requests are signed
    /// @throws CloudException.NoCredential when the key can't sign
    Map<String, Secret> headers(Map<String, Secret> secrets, Auth.Signable what, Instant now)
            throws CloudException.NoCredential {
        return switch (auth) {
            case Auth.Headers(var headers) -> headers.apply(secrets);
            case Auth.Signed(var _, var signer) -> {
                try {
                    yield signer.sign(what, now, secrets);
                } catch (IllegalArgumentException e) {
                    throw new CloudException.NoCredential(String.valueOf(e.getMessage()));
                }
            }
            case Auth.Login(var _, var headers) -> {
                var session = secrets.get(SESSION);
                yield session == null ? Map.of() : headers.apply(session);
            }
        };
    }

    private static String variable(String provider, String field) {
        return (provider + "_" + field).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
