package io.pilothouse.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.Credentials;
import io.pilothouse.account.Environment;
import io.pilothouse.account.vault.VaultDoor;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.history.History;
import io.pilothouse.http.HttpClients;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.work.LiveTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class RoadsTest {
    @TempDir Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LiveTimeline timeline = new LiveTimeline(_ -> {});
    private History history;
    private Roads roads;

    @BeforeEach
    void open() {
        history = History.open(folder).history();
        roads =
                new Roads(
                        new HttpClients(threads, "test"),
                        new Credentials(
                                Environment.of(Map.of("KEY", "key", "OTHER_KEY", "other")),
                                VaultDoor.NONE,
                                _ -> true,
                                threads),
                        history,
                        new RequestJournal(),
                        timeline,
                        s -> s);
    }

    @AfterEach
    void close() {
        roads.close();
        timeline.close();
        threads.shutdownNow();
        history.close();
    }

    private static Account account(
            String id, String variable, boolean readOnly, Map<String, String> budgets) {
        return new Account(
                id,
                id,
                "lambda-cloud",
                Optional.of("http://127.0.0.1:9"),
                Account.Stage.PRODUCTION,
                readOnly,
                "violet",
                Map.of("api-key", new Credential.Env(variable)),
                budgets,
                Json.obj());
    }

    @Test
    void accountsWithOneCredentialGoByOneRoadAndTheSmallerBudgetHolds() throws Exception {
        var one = account("one", "KEY", false, Map.of());
        var two = account("two", "KEY", false, Map.of("all", "1/3s"));
        var provider = Providers.of("lambda-cloud").orElseThrow();
        var first = roads.open(one, provider, List.of(one, two));
        assertThat(roads.open(two, provider, List.of(one, two))).isSameAs(first);
        assertThat(roads.of("one")).isPresent().isEqualTo(roads.of("two"));
        assertThat(roads.of("one").orElseThrow().traffic().budgets())
                .filteredOn(u -> u.name().equals("all"))
                .allSatisfy(u -> assertThat(u.budget().slot()).isEqualTo(Duration.ofSeconds(3)));
        roads.close("one");
        assertThat(roads.of("one")).isEmpty();
        assertThat(roads.of("two")).isPresent();
    }

    @Test
    void anotherCredentialIsAnotherRoad() throws Exception {
        var one = account("one", "KEY", false, Map.of());
        var two = account("two", "OTHER_KEY", false, Map.of());
        var provider = Providers.of("lambda-cloud").orElseThrow();
        assertThat(roads.open(one, provider, List.of(one, two)))
                .isNotSameAs(roads.open(two, provider, List.of(one, two)));
        assertThat(roads.of("one")).isNotEqualTo(roads.of("two"));
    }

    @Test
    void whatMayChangeSomethingDoesNotLeaveAReadOnlyAccount() throws Exception {
        var account = account("one", "KEY", true, Map.of());
        var road =
                roads.open(account, Providers.of("lambda-cloud").orElseThrow(), List.of(account));
        var end = new CompletableFuture<Outcome<Json>>();
        var _ =
                road.submit(
                        Order.of(
                                ApiCall.write(Request.of("POST", "/x")),
                                Urgency.PERSON,
                                "test",
                                end::complete));
        assertThat(end.get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        f -> assertThat(f.why()).isInstanceOf(CloudException.ReadOnly.class));
    }
}
