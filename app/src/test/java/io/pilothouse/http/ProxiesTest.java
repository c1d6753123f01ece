package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ProxiesTest {
    private static String way(Proxies proxies, String uri) {
        var proxy = proxies.select(URI.create(uri)).getFirst();
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString()
                        + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
    }

    private static Proxies environment(Map<String, String> variables) {
        return Proxies.of(name -> Optional.ofNullable(variables.get(name)), _ -> List.of());
    }

    /// A system whose proxy is `corp:3128`.
    private static Proxies system(Map<String, String> variables) {
        var corp = InetSocketAddress.createUnresolved("corp", 3128);
        return Proxies.of(
                name -> Optional.ofNullable(variables.get(name)),
                _ -> List.of(new Proxy(Proxy.Type.HTTP, corp), Proxy.NO_PROXY));
    }

    private static String why(Proxies proxies, String uri) {
        var way = proxies.way(URI.create(uri));
        return way.source() + " " + way.name();
    }

    @Test
    void theSystemsProxyIsTakenWhereTheEnvironmentNamesNone() {
        var proxies = system(Map.of("https_proxy", "secure:1"));

        assertThat(way(proxies, "https://cloud.lambda.ai/")).isEqualTo("secure:1");
        assertThat(why(proxies, "https://cloud.lambda.ai/")).isEqualTo("ENVIRONMENT https_proxy");
        assertThat(way(proxies, "http://vmm:7500/")).isEqualTo("corp:3128");
        assertThat(why(proxies, "http://vmm:7500/")).isEqualTo("SYSTEM ");
        assertThat(why(environment(Map.of()), "http://vmm:7500/")).isEqualTo("NOBODY ");
    }

    @Test
    void whatNeedsNoProxyNeedsTheSystemsNeither() {
        var proxies = system(Map.of("NO_PROXY", ".example.org"));

        assertThat(why(proxies, "https://a.example.org/")).isEqualTo("EXCEPTION .example.org");
        assertThat(way(proxies, "https://a.example.org/")).isEqualTo("direct");
        assertThat(why(proxies, "http://127.0.0.1:8/")).isEqualTo("LOOPBACK ");
        assertThat(way(proxies, "http://127.0.0.1:8/")).isEqualTo("direct");
    }

    @Test
    void theAccountsOwnProxyGoesBeforeAll() {
        assertThat(why(Proxies.explicit("http://p:1"), "https://x.y/")).isEqualTo("ACCOUNT ");
    }

    @Test
    void theEnvironmentsProxyIsTakenByScheme() {
        var proxies =
                environment(
                        Map.of("HTTPS_PROXY", "http://secure:3128", "http_proxy", "plain:8080"));

        assertThat(way(proxies, "https://cloud.lambda.ai/api")).isEqualTo("secure:3128");
        assertThat(way(proxies, "http://vmm:7500/")).isEqualTo("plain:8080");
        assertThat(way(environment(Map.of()), "https://cloud.lambda.ai/")).isEqualTo("direct");
    }

    @ParameterizedTest
    @CsvSource({
        "https://host.example/, direct",
        "https://a.example.org/, direct",
        "https://example.org/, direct",
        "https://inner:8443/, direct",
        "https://inner/, p:1",
        "https://defaults/, direct",
        "https://notexample.org/, p:1"
    })
    void someHostsAreReachedDirectly(String uri, String way) {
        var proxies =
                environment(
                        Map.of(
                                "HTTPS_PROXY", "http://p:1",
                                "NO_PROXY", "host.example, .example.org,INNER:8443 defaults:443"));

        assertThat(way(proxies, uri)).isEqualTo(way);
    }

    @Test
    void aStarMeansAll() {
        assertThat(way(environment(Map.of("HTTPS_PROXY", "p:1", "no_proxy", "*")), "https://x.y/"))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/",
                "http://127.0.0.1/",
                "http://127.8.9.1/",
                "http://[::1]:8/",
                "http://vm.localhost/"
            })
    void loopbackNeverGoesThroughAProxy(String uri) {
        assertThat(way(Proxies.explicit("http://p:1"), uri)).isEqualTo("direct");
    }

    @Test
    void theAccountsOwnProxyCarriesTheRequest() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"))) {
            var settings =
                    new HttpSettings(
                            Bench.SHORT.connect(),
                            Bench.SHORT.read(),
                            Bench.SHORT.call(),
                            Bench.SHORT.bodyCap(),
                            Proxies.explicit(server.url()),
                            Bench.SHORT.trust());
            var service = Bench.service("http://cloud.invalid/v1", Bench.bearer());
            try (var bench = new Bench(service, settings)) {
                bench.transport.send(Request.get("/a"), true, Watch.NONE);

                assertThat(server.last().target()).isEqualTo("http://cloud.invalid/v1/a");
            }
        }
    }

    @Test
    void aTunnelIsAskedForWithTheLoginAndWithoutTheKey() {
        try (var server = new WireServer(WireServer.answer(403, ""))) {
            var settings =
                    new HttpSettings(
                            Bench.SHORT.connect(),
                            Bench.SHORT.read(),
                            Bench.SHORT.call(),
                            Bench.SHORT.bodyCap(),
                            Proxies.explicit("http://me:pw@127.0.0.1:" + server.port()),
                            Bench.SHORT.trust());
            var service = Bench.service("https://cloud.invalid", Bench.bearer());
            try (var bench = new Bench(service, settings)) {
                assertThat(bench.failure(io.pilothouse.cloud.CloudException.Unreachable.class))
                        .isNotNull();
                assertThat(server.last().method()).isEqualTo("CONNECT");
                assertThat(server.last().headers())
                        .containsEntry("proxy-authorization", "Basic bWU6cHc=")
                        .doesNotContainKey("authorization");
            }
        }
    }
}
