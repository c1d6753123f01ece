package io.pilothouse.provider.crusoe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Step.Follow;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.OpenApi;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.Shared;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

final class CoverageTest {
    private static final Json ACCEPTED =
            Json.obj(
                    "operation",
                    Json.obj(
                            "operation_id",
                            "op-1",
                            "state",
                            "IN_PROGRESS",
                            "metadata",
                            Json.obj("id", "x-1")));

    private final Map<String, Set<String>> described = new TreeMap<>();

    private void add(Request request, String where) {
        described.computeIfAbsent(Samples.operation(request), _ -> new TreeSet<>()).add(where);
    }

    private void describe() {
        CrusoeSamples.PROVIDER
                .discover(Json.obj())
                .values()
                .forEach(call -> add(call.request(), "discover"));
        for (var type : CrusoeSamples.ALL.types()) {
            CrusoeSamples.ALL
                    .pages(type)
                    .keySet()
                    .forEach(c -> add(c.request(), "list " + type.id()));
            for (var row : CrusoeSamples.KNOWN.of(type.id())) {
                type.read().ifPresent(one -> add(one.apply(row).request(), "read " + type.id()));
            }
        }
        for (var c : CrusoeContractTest.all()) {
            for (var step :
                    CrusoeSamples.plan(
                            c.action(), c.answers(), c.targets().toArray(Resource[]::new))) {
                add(step.call().request(), "action " + c.action());
                follow(step);
            }
        }
        reports();
    }

    private void follow(Step step) {
        if (step.follow() instanceof Follow.Poll(var call, var lost)) {
            call.apply(ACCEPTED).ifPresent(c -> add(c.request(), "follow"));
            lost.apply(ACCEPTED).ifPresent(l -> add(l.read().request(), "follow"));
        }
    }

    private void reports() {
        var organization = Optional.of(CrusoeSamples.row("crusoe.organization", "org-1"));
        for (var report : CrusoeSamples.cloud().reports()) {
            var where = "report " + report.id();
            report.before().apply(organization).ifPresent(c -> add(c.request(), where));
            add(report.call().apply(organization, Json.obj()).request(), where);
            var export = report.export().orElseThrow().call().apply(organization, Json.obj());
            add(export.request(), where);
        }
    }

    private static Map<String, Set<String>> promised() {
        return Samples.table(CoverageTest.class, "coverage.properties");
    }

    @Test
    void eachOfThe93OperationsIsDescribedWhereItIsSaidToBe() throws IOException {
        describe();
        assertThat(promised()).hasSize(93);
        assertThat(described).isEqualTo(promised());
    }

    @Test
    void theDocumentHasTheseOperationsAndNoOther() throws IOException {
        var file = Shared.file("api/specs/crusoe-v1alpha5.swagger.json");
        assumeTrue(file.isPresent(), "the API's document is not at hand");
        assertThat(OpenApi.of(file.get()).operations()).isEqualTo(promised().keySet());
    }
}
