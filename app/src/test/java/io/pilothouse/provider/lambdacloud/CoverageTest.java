package io.pilothouse.provider.lambdacloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.provider.OpenApi;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

final class CoverageTest {
    private final Map<String, Set<String>> described = new TreeMap<>();

    private void add(Request request, String where) {
        described.computeIfAbsent(Samples.operation(request), _ -> new TreeSet<>()).add(where);
    }

    private void describe() {
        LambdaSamples.PROVIDER
                .discover(Json.obj())
                .values()
                .forEach(call -> add(call.request(), "discover"));
        for (var type : LambdaSamples.ALL.types()) {
            LambdaSamples.ALL
                    .pages(type)
                    .keySet()
                    .forEach(c -> add(c.request(), "list " + type.id()));
            for (var row : LambdaSamples.KNOWN.of(type.id())) {
                type.read().ifPresent(one -> add(one.apply(row).request(), "read " + type.id()));
            }
        }
        for (var c : LambdaCloudContractTest.all()) {
            var targets = c.targets().toArray(io.pilothouse.domain.Resource[]::new);
            for (var step : LambdaSamples.plan(c.action(), c.answers(), targets)) {
                add(step.call().request(), "action " + c.action());
            }
        }
    }

    private static Map<String, Set<String>> promised() {
        return Samples.table(CoverageTest.class, "coverage.properties");
    }

    @Test
    void eachOfThe23OperationsIsDescribedWhereItIsSaidToBe() throws IOException {
        describe();
        assertThat(promised()).hasSize(23);
        assertThat(described).isEqualTo(promised());
    }

    @Test
    void theDocumentHasEveryOperationAndNoOtherOutsideOfTicketsAndAuditEvents() throws IOException {
        var file = Shared.file("api/specs/lambda-cloud-1.9.3.openapi.json");
        assumeTrue(file.isPresent(), "the API's document is not at hand");
        var operations = OpenApi.of(file.get()).operations();
        assertThat(operations).containsAll(promised().keySet());
        operations.removeAll(promised().keySet());
        assertThat(operations)
                .hasSize(10)
                .allMatch(o -> o.contains("/api/v1/tickets") || o.contains("/api/v1/audit-events"));
    }
}
