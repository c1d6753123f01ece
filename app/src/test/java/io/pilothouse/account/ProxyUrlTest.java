package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.http.Proxies;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class ProxyUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://proxy:3128",
                "http://proxy.example.com",
                "https://proxy-1.my_net:443/",
                "http://10.0.0.1:65535",
                "http://[fd00::1]:3128",
                "http://user:p:w%40d@proxy:3128"
            })
    void oneThatIsGoodCanBeUsed(String url) {
        assertThat(ProxyUrl.isGood(url)).isTrue();
        var way = Proxies.explicit(url).way(URI.create("https://cloud.example.com/"));
        assertThat(way.source()).isEqualTo(Proxies.Source.ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy:3128",
                "socks5://proxy:1080",
                "http://",
                "http://a b",
                "http://a%zz:1",
                "http://proxy:0",
                "http://proxy:99999",
                "http://[::1::]:1",
                "http://proxy:3128/path",
                "http://proxy..example:1"
            })
    void whatIsNoneIsNot(String url) {
        assertThat(ProxyUrl.isGood(url)).isFalse();
    }
}
