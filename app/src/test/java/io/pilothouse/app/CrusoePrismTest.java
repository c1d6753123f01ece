package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.ProviderContract.Case;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.crusoe.CrusoeSamples;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Connection.Read;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Problems;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The whole program without a window against a mock that Prism makes from Crusoe Cloud's specification. Run with
/// `-Dprism.crusoe.url=http://127.0.0.1:4011/v1alpha5` while `prism mock -p 4011` runs, and with any key in the
/// environment variable PRISM_KEY. The document is prepared as the README says: Prism knows no `basePath`, and a list
/// that says each time that there is a next page has no end. Signatures are not judged.
class CrusoePrismTest extends AgainstPrism {
    CrusoePrismTest() {
        super(
                "prism.crusoe.url",
                """
                "provider": "crusoe",
                "credentials": {
                    "access-key": { "value": "prism" },
                    "secret-key": { "env": "PRISM_KEY" } },
                "budgets": { "all": "100/1s ~8" }
                """);
    }

    @Test
    void everyListAndEveryRowIsRead() {
        assertThat(run().details()).isEqualTo(21);
        assertThat(marked()).as("not even where a sample is a text and its type a list").isEmpty();
        run().assertValid();
    }

    private Map<String, String> marked() {
        var marked = new TreeMap<String, String>();
        for (var type : types()) {
            for (var row : run().rows(type.id())) {
                row.problem().ifPresent(why -> marked.put(type.id(), why));
            }
        }
        return marked;
    }

    @Test
    void aPartOfTheVmsIsAskedFor() {
        var project = run().rows("crusoe.project").stream().findFirst();
        var wanted = new Wanted(Set.of("RUNNING"), Set.of("a40.1x"), Set.of("us-east1-a"));
        var call = type("crusoe.vm").narrowing().orElseThrow().first(project, wanted);
        assertThat(value(call.orElseThrow()).rows()).isNotEmpty();
        run().assertValid();
    }

    @Test
    void usageIsAskedForWithAllItsFiltersAndRead() {
        var report = run().connection().cloud().reports().getFirst();
        var organization = run().rows("crusoe.organization").stream().findFirst();
        var options = value(report.before().apply(organization).orElseThrow());
        var today = LocalDate.of(2026, 3, 1);
        var form = report.asks().form(organization, options, run().connection().inventory(), today);
        var rows = value(report.call().apply(organization, form.initial()));
        assertThat(rows).hasSize(1).allMatch(r -> r.problem().isEmpty());
        var file = report.export().orElseThrow().call().apply(organization, form.initial());
        assertThat(value(file))
                .as("the document has the columns of the file among the headers, and no file")
                .isEmpty();
        run().assertValid();
    }

    @Test
    void noWriteIsRefusedAsInvalid() throws IOException {
        var asked = CrusoeSamples.cases().stream().map(this::ask).toList();
        run().awaitAnswers(asked);
        assertThat(operationsNotSent()).isEmpty();
        run().assertValid();
    }

    @Test
    void aBodyThatLacksWhatIsRequiredIsRefusedSoThatTheJudgeIsKnownToBeAwake() {
        var asked = ask(new Case("crusoe.disk.create", Json.obj("size", "1GiB")));
        run().await("it is refused", () -> run().now(asked).count(Command.ItemState.REFUSED) == 1);
    }

    private Command ask(Case asked) {
        var action = CrusoeSamples.action(asked.action());
        var scope = scope(asked);
        var rows =
                action.target() == Action.Target.SCOPE ? scope.stream().toList() : asked.targets();
        var before = action.form().apply(rows, CrusoeSamples.KNOWN).initial();
        return run().ask(asked.action(), scope, asked.targets(), before, asked.answers());
    }

    private static Optional<Resource> scope(Case asked) {
        return CrusoeSamples.cloud().types().stream()
                .filter(t -> t.actions().stream().anyMatch(a -> a.id().equals(asked.action())))
                .findFirst()
                .flatMap(CrusoeSamples.ALL::scope);
    }

    /// Of the operations of the API that change something.
    private List<String> operationsNotSent() throws IOException {
        var all = new Properties();
        all.load(new StringReader(Samples.text(CrusoeSamples.class, "coverage.properties")));
        assertThat(all.stringPropertyNames().stream().filter(CrusoePrismTest::changes)).hasSize(40);
        var sent =
                run().sent().stream()
                        .map(e -> e.method() + " " + e.path().replaceFirst("\\?.*", ""))
                        .collect(Collectors.toSet());
        return all.stringPropertyNames().stream()
                .filter(CrusoePrismTest::changes)
                .filter(o -> sent.stream().noneMatch(s -> s.matches(pattern(o))))
                .toList();
    }

    private static boolean changes(String operation) {
        return !operation.startsWith("GET ");
    }

    private static String pattern(String operation) {
        return operation.replaceFirst(" ", " .*?").replaceAll("\\{[^}]*}", "[^/]+");
    }

    @Test
    void aRefusalIsWorded() {
        var image = run().rows("crusoe.image").getFirst();
        var disk = run().rows("crusoe.disk").getFirst();
        var project = run().rows("crusoe.project").stream().findFirst();
        var oneImage = type("crusoe.image").read().orElseThrow().apply(image);
        var allDisks = type("crusoe.disk").listing().first(project);
        var oneDisk = type("crusoe.disk").read().orElseThrow().apply(disk);

        assertThat(failure(oneImage, 404)).isEqualTo("The service does not know this");
        assertThat(failure(allDisks, 403)).isEqualTo("The service refused this (403)");
        assertThat(failure(oneDisk, 500)).isEqualTo("The service failed (HTTP 500).");
        assertThat(run().connection().health().state()).isEqualTo(Health.State.GOOD);
        assertThat(failure(allDisks, 401)).isEqualTo("The service refused the key");
        run().await(
                        "no more is asked for with this key",
                        () -> run().connection().health().state() == Health.State.SIGNED_OUT);
    }

    private String failure(ApiCall<?> call, int status) {
        var picked =
                new ApiCall<>(
                        call.request().header("Prefer", "code=" + status),
                        call.budgets(),
                        true,
                        call.instead(),
                        call.decode());
        return Problems.words(((Read.Failed<?>) run().read(picked)).why());
    }

    private ResourceType type(String id) {
        return run().connection().cloud().type(id).orElseThrow();
    }

    private List<ResourceType> types() {
        return run().connection().cloud().types();
    }

    private <T> T value(ApiCall<T> call) {
        return switch (run().read(call)) {
            case Read.Value<T>(var value) -> value;
            case Read.Failed<T>(var why) -> throw new AssertionError(why);
        };
    }
}
