package io.pilothouse.http;

import okhttp3.Authenticator;
import okhttp3.HttpUrl;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which proxy a request takes: the account's own, else the environment's (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`,
/// also in lower case, which Java does not read by itself), else none. Loopback never goes through one.
public final class Proxies extends ProxySelector {
    private final Function<String, Optional<HttpUrl>> byScheme;
    private final List<String> direct;

    private Proxies(Function<String, Optional<HttpUrl>> byScheme, List<String> direct) {
        this.byScheme = byScheme;
        this.direct = direct;
    }

    /// `http://[user:password@]host:port` for everything but loopback.
    ///
    /// @throws IllegalArgumentException for what is no such URL
    public static Proxies explicit(String url) {
        var proxy = Optional.of(HttpUrl.get(url));
        return new Proxies(_ -> proxy, List.of());
    }

    /// @param environment the value of a variable, empty where it is not set
    public static Proxies of(Function<String, Optional<String>> environment) {
        Function<String, Optional<String>> either =
                name ->
                        environment
                                .apply(name.toLowerCase(Locale.ROOT))
                                .or(() -> environment.apply(name))
                                .filter(v -> !v.isBlank());
        var https = either.apply("HTTPS_PROXY").flatMap(Proxies::url);
        var http = either.apply("HTTP_PROXY").flatMap(Proxies::url);
        var direct =
                either.apply("NO_PROXY").stream()
                        .flatMap(v -> Stream.of(v.split("[,\\s]+")))
                        .map(v -> v.toLowerCase(Locale.ROOT))
                        .filter(v -> !v.isEmpty())
                        .toList();
        return new Proxies(scheme -> scheme.equals("https") ? https : http, direct);
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(
                proxy(uri)
                        .map(p -> InetSocketAddress.createUnresolved(p.host(), p.port()))
                        .map(address -> new Proxy(Proxy.Type.HTTP, address))
                        .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // the request itself says that it failed; the next one tries again
    }

    /// Answers a proxy's question for its login, once; used while a tunnel is asked for, before anything is sent to
    /// the service.
    Authenticator login() {
        return (route, response) -> {
            var request = response.request();
            var proxy =
                    route == null ? Optional.<HttpUrl>empty() : proxy(route.address().url().uri());
            return proxy.filter(p -> !p.username().isEmpty())
                    .filter(_ -> request.header("Proxy-Authorization") == null)
                    .map(p -> okhttp3.Credentials.basic(p.username(), p.password()))
                    .map(v -> request.newBuilder().header("Proxy-Authorization", v).build())
                    .orElse(null);
        };
    }

    private Optional<HttpUrl> proxy(URI uri) {
        var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (isLoopback(host) || direct.stream().anyMatch(d -> matches(d, host, port(uri)))) {
            return Optional.empty();
        }
        return byScheme.apply(uri.getScheme());
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.[0-9]{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : HttpUrl.defaultPort(uri.getScheme());
    }

    /// `*`, a host, a domain (with or without its dot), any of them with a port.
    private static boolean matches(String rule, String host, int port) {
        var name = rule;
        int colon = rule.lastIndexOf(':');
        if (colon > 0 && rule.indexOf(':') == colon) {
            if (!rule.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = rule.substring(0, colon);
        }
        var domain = name.startsWith(".") ? name.substring(1) : name;
        return name.equals("*") || host.equals(domain) || host.endsWith("." + domain);
    }

    /// Also without a scheme, as `curl` takes it; what is no URL is as if it were not set.
    private static Optional<HttpUrl> url(String value) {
        return Optional.ofNullable(
                HttpUrl.parse(value.contains("://") ? value : "http://" + value));
    }
}
