package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.account.Confirmation.What;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Account.Reach;
import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ConfirmationsTest {
    private static final Credential ENV = new Credential.Env("KEY");
    private static final Credential PASS = new Credential.Command(List.of("pass", "show", "gpu"));

    @TempDir private Path folder;
    private Path path;
    private Confirmations confirmations;

    @BeforeEach
    void open() {
        path = folder.resolve("confirmed.json");
        confirmations = reopened();
    }

    private Confirmations reopened() {
        return Confirmations.open(
                path,
                provider -> Optional.of("https://cloud.example").filter(_ -> provider.equals("p")),
                InstantSource.fixed(Instant.EPOCH));
    }

    private static Account account(String endpoint, Credential key, Reach reach) {
        return new Account(
                "a",
                "A",
                "p",
                Optional.of(endpoint).filter(e -> !e.isEmpty()),
                Stage.PRODUCTION,
                false,
                "violet",
                Map.of("key", key),
                Map.of(),
                Json.obj(),
                reach);
    }

    private static Account at(String endpoint) {
        return account(endpoint, ENV, Reach.USUAL);
    }

    private static Account through(String proxy) {
        return account("", ENV, new Reach(Optional.of(proxy), Optional.empty(), Optional.empty()));
    }

    private static Confirmation line(What what, String before, String now) {
        return new Confirmation(what, "", before, now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://cloud.example",
                "http://localhost:7500",
                "http://127.0.0.1:80/api",
                "https://[::1]:8443"
            })
    void theProvidersOwnEndpointAndLoopbackNeedNothing(String endpoint) {
        assertThat(confirmations.needs(at(endpoint))).isEmpty();
    }

    @Test
    void anotherEndpointIsAgreedToOnce() throws IOException {
        var there = at("https://else.example");
        assertThat(confirmations.needs(there))
                .contains(line(What.ENDPOINT, "", "https://else.example"));
        confirmations.confirm(there);
        assertThat(confirmations.needs(there)).isEmpty();
        assertThat(reopened().needs(there)).isEmpty();
        assertThat(reopened().needs(at("https://evil.example")))
                .containsExactly(
                        line(What.ENDPOINT, "https://else.example", "https://evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1.evil.example",
                "https://localhost.evil.example",
                "https://cloud.example.evil.example",
                "https://cloud.example:8443",
                "https://10.0.0.1"
            })
    void whatOnlyLooksLikeTheProviderOrLoopbackIsAsked(String endpoint) {
        assertThat(confirmations.needs(at(endpoint))).contains(line(What.ENDPOINT, "", endpoint));
    }

    @Test
    void plainHttpElsewhereIsAskedByItself() throws IOException {
        var plain = at("http://10.0.0.1:7500");
        assertThat(confirmations.needs(plain))
                .contains(
                        line(What.ENDPOINT, "", "http://10.0.0.1:7500"),
                        line(What.PLAIN_HTTP, "", "http://10.0.0.1:7500"));
        confirmations.confirm(plain);
        assertThat(confirmations.needs(plain)).isEmpty();
    }

    @Test
    void aCommandIsAskedWhereverItsKeyGoes() throws IOException {
        var pass = account("", PASS, Reach.USUAL);
        assertThat(confirmations.needs(pass))
                .containsExactly(
                        new Confirmation(
                                What.COMMAND,
                                "key",
                                "",
                                "{\"command\":[\"pass\",\"show\",\"gpu\"]}"));
        confirmations.confirm(pass);
        assertThat(confirmations.needs(pass)).isEmpty();
        var other =
                account(
                        "http://localhost",
                        new Credential.Command(List.of("sh", "-c", "x")),
                        Reach.USUAL);
        assertThat(confirmations.needs(other))
                .containsExactly(
                        new Confirmation(
                                What.COMMAND,
                                "key",
                                "{\"command\":[\"pass\",\"show\",\"gpu\"]}",
                                "{\"command\":[\"sh\",\"-c\",\"x\"]}"));
    }

    @Test
    void anotherKeyForAnAgreedPlaceIsAsked() throws IOException {
        confirmations.confirm(at("https://else.example"));
        var other = account("https://else.example", new Credential.Env("BANK"), Reach.USUAL);
        assertThat(confirmations.needs(other))
                .containsExactly(
                        new Confirmation(
                                What.CREDENTIAL, "key", "{\"env\":\"KEY\"}", "{\"env\":\"BANK\"}"));
    }

    @Test
    void aCertificateAndAProxyAreAskedAndAProxysLoginIsNotKept() throws IOException {
        var proxied = through("http://ann:canary@proxy.example:3128");
        assertThat(confirmations.needs(proxied))
                .contains(line(What.PROXY, "", "http://proxy.example:3128"));
        confirmations.confirm(proxied);
        assertThat(confirmations.needs(proxied)).isEmpty();
        assertThat(Files.readString(path)).doesNotContain("canary");
        var hex = "ab".repeat(32);
        var pinned =
                account("", ENV, new Reach(Optional.empty(), Optional.empty(), Optional.of(hex)));
        assertThat(confirmations.needs(pinned)).contains(line(What.CERTIFICATE, "", hex));
    }

    @Test
    void whatIsHeldInMemoryIsNoReference() {
        var held = account("http://127.0.0.1", new Credential.Held(Secret.of("s")), Reach.USUAL);
        assertThat(confirmations.needs(held)).isEmpty();
    }

    @Test
    void membersOfOthersSurvive() throws IOException {
        Files.writeString(
                path, "{\"version\": 1, \"later\": 5, \"accounts\": {\"b\": {\"x\": 1}}}");
        confirmations = reopened();
        confirmations.confirm(at("https://else.example"));
        assertThat(Files.readString(path)).contains("\"later\": 5", "\"x\": 1");
    }

    @Test
    void aFileThatCanNotBeReadIsSetAsideAndAllIsAskedAgain() throws IOException {
        confirmations.confirm(at("https://else.example"));
        Files.writeString(path, "{ broken");
        var next = reopened();
        assertThat(next.notice())
                .hasValue(
                        Notice.of(
                                "confirmations.set-aside",
                                "confirmed.json.unreadable-1970-01-01T000000Z"));
        assertThat(next.needs(at("https://else.example"))).isNotEmpty();
        assertThat(folder.resolve("confirmed.json.unreadable-1970-01-01T000000Z"))
                .hasContent("{ broken");
    }

    @Test
    void aNewerFileIsLeftUntouched() throws IOException {
        Files.writeString(path, "{\"version\": 2}");
        var next = reopened();
        assertThat(next.notice()).hasValue(Notice.of("confirmations.newer"));
        next.confirm(at("https://else.example"));
        assertThat(next.needs(at("https://else.example"))).isEmpty();
        assertThat(path).hasContent("{\"version\": 2}");
    }

    @Test
    void aSaveThatFailsIsSaidAndHoldsForTheRun() throws IOException {
        Files.createDirectories(folder.resolve("confirmed.json.new/in the way"));
        var there = at("https://else.example");
        assertThatThrownBy(() -> confirmations.confirm(there)).isInstanceOf(IOException.class);
        assertThat(confirmations.needs(there)).isEmpty();
        assertThat(reopened().needs(there)).isNotEmpty();
    }
}
