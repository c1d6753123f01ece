package io.pilothouse.provider.crusoe;

import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.OpenApi;
import io.pilothouse.provider.ProviderContract;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.Shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class CrusoeContractTest implements ProviderContract {
    private static final Optional<OpenApi> DOCUMENT =
            Shared.file("api/specs/crusoe-v1alpha5.swagger.json").map(OpenApi::of);

    @Override
    public Provider provider() {
        return CrusoeSamples.PROVIDER;
    }

    @Override
    public Samples samples() {
        return CrusoeSamples.ALL;
    }

    @Override
    public String envelope(Request request) {
        return switch (request.template()) {
            case "/featureflags" -> "feature_flags";
            case "/users/identities" -> "identity";
            default -> "items";
        };
    }

    @Override
    public Set<String> unread() {
        return Set.of(
                "features.shared-volumes",
                "bulk-create",
                "ib-limits",
                "project_id",
                "commitment_period",
                "commitment_end",
                "metadata.type",
                "metadata.id",
                "metadata.operation_name",
                "metadata.request",
                "result.code",
                "result.message",
                "result.id",
                // an attached disk is told in full; the disk's own row reads the rest
                "disks.0",
                "disks.1",
                "guid",
                "ib_network_id",
                "host_channel_adapters.0.type");
    }

    @Override
    public Optional<OpenApi> document() {
        return DOCUMENT;
    }

    @Override
    public List<Case> cases() {
        return all();
    }

    static List<Case> all() {
        var all = new ArrayList<Case>();
        all.addAll(OrganisationCases.GOOD);
        all.addAll(ComputeCases.GOOD);
        all.addAll(StorageCases.GOOD);
        all.addAll(NetworkCases.GOOD);
        all.addAll(TemplateCases.GOOD);
        return all;
    }

    @Override
    public List<Case> faulty() {
        var all = new ArrayList<Case>();
        all.addAll(OrganisationCases.FAULTY);
        all.addAll(ComputeCases.FAULTY);
        all.addAll(StorageCases.FAULTY);
        all.addAll(NetworkCases.FAULTY);
        all.addAll(TemplateCases.FAULTY);
        return all;
    }

    static List<Resource> rows(String type, String... ids) {
        return Stream.of(ids).map(id -> CrusoeSamples.row(type, id)).toList();
    }

    static Case on(String action, String type, String id, Json answers) {
        return new Case(action, rows(type, id), answers);
    }
}
