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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which proxy a request takes: the account's own, else the environment's (`HTTPS_PROXY`, `HTTP_PROXY`, also in lower
/// case, which Java does not read by itself), else the system's, else none. What `NO_PROXY` names is reached directly
/// past both of these, and loopback always.
public final class Proxies extends ProxySelector {
    /// Who decides by which way a request goes.
    public enum Source {
        LOOPBACK,
        /// `NO_PROXY`.
        EXCEPTION,
        ACCOUNT,
        ENVIRONMENT,
        SYSTEM,
        NOBODY
    }

    /// The way of a request.
    ///
    /// @param name the variable, or the part of `NO_PROXY`, that decided; empty for another source
    public record Way(Source source, String name, Proxy proxy) {}

    private record Named(String name, HttpUrl url) {}

    private final Source source;
    private final Function<String, Optional<Named>> byScheme;
    private final List<String> direct;
    private final Function<URI, List<Proxy>> system;

    private Proxies(
            Source source,
            Function<String, Optional<Named>> byScheme,
            List<String> direct,
            Function<URI, List<Proxy>> system) {
        this.source = source;
        this.byScheme = byScheme;
        this.direct = direct;
        this.system = system;
    }

    /// `http://[user:password@]host:port` for everything but loopback.
    ///
    /// @throws IllegalArgumentException for what is no such URL
    public static Proxies explicit(String url) {
        var proxy = Optional.of(new Named("", HttpUrl.get(url)));
        return new Proxies(Source.ACCOUNT, _ -> proxy, List.of(), _ -> List.of());
    }

    /// @param environment the value of a variable, empty where it is not set
    /// @param system the ways that the operating system names, the best first; asked for each request on the thread that
    ///     sends it, where it may block
    public static Proxies of(
            Function<String, Optional<String>> environment, Function<URI, List<Proxy>> system) {
        var https = named("HTTPS_PROXY", environment);
        var http = named("HTTP_PROXY", environment);
        var direct =
                either("NO_PROXY", environment).stream()
                        .map(Map.Entry::getValue)
                        .flatMap(v -> Stream.of(v.split("[,\\s]+")))
                        .map(v -> v.toLowerCase(Locale.ROOT))
                        .filter(v -> !v.isEmpty())
                        .toList();
        return new Proxies(
                Source.ENVIRONMENT,
                scheme -> scheme.equals("https") ? https : http,
                direct,
                system);
    }

    private static Optional<Named> named(
            String name, Function<String, Optional<String>> environment) {
        return either(name, environment)
                .flatMap(e -> url(e.getValue()).map(url -> new Named(e.getKey(), url)));
    }

    /// The variable in lower case counts first, as for curl.
    private static Optional<Map.Entry<String, String>> either(
            String name, Function<String, Optional<String>> environment) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name)
                .flatMap(n -> environment.apply(n).map(v -> Map.entry(n, v)).stream())
                .filter(e -> !e.getValue().isBlank())
                .findFirst();
    }

    /// The way of a request, and who says so.
    public Way way(URI uri) {
        var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (isLoopback(host)) {
            return new Way(Source.LOOPBACK, "", Proxy.NO_PROXY);
        }
        var exception = direct.stream().filter(d -> matches(d, host, port(uri))).findFirst();
        if (exception.isPresent()) {
            return new Way(Source.EXCEPTION, exception.get(), Proxy.NO_PROXY);
        }
        var named = byScheme.apply(uri.getScheme());
        if (named.isPresent()) {
            var url = named.get().url();
            var address = InetSocketAddress.createUnresolved(url.host(), url.port());
            return new Way(source, named.get().name(), new Proxy(Proxy.Type.HTTP, address));
        }
        return system.apply(uri).stream()
                .findFirst()
                .filter(p -> p.type() != Proxy.Type.DIRECT)
                .map(p -> new Way(Source.SYSTEM, "", p))
                .orElse(new Way(Source.NOBODY, "", Proxy.NO_PROXY));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(way(uri).proxy());
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
                    route == null ? Optional.<HttpUrl>empty() : login(route.address().url().uri());
            return proxy.filter(p -> !p.username().isEmpty())
                    .filter(_ -> request.header("Proxy-Authorization") == null)
                    .map(p -> okhttp3.Credentials.basic(p.username(), p.password()))
                    .map(v -> request.newBuilder().header("Proxy-Authorization", v).build())
                    .orElse(null);
        };
    }

    /// The system's proxies come without a login.
    private Optional<HttpUrl> login(URI uri) {
        return way(uri).source() == source
                ? byScheme.apply(uri.getScheme()).map(Named::url)
                : Optional.empty();
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
