package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// What is under way, or has ended and was not asked about yet. Being listed may take an ended one from the list, so it
/// is listed only while it is looked at.
public final class OperationTypes {
    private OperationTypes() {}

    public static List<ResourceType> all() {
        return List.of(
                of(Types.VM, Collection.VMS),
                of(Types.DISK, Collection.DISKS),
                of(Types.SNAPSHOT, Collection.SNAPSHOTS),
                of(Types.NETWORK, Collection.NETWORKS),
                of(Types.SUBNET, Collection.SUBNETS),
                of(Types.FIREWALL_RULE, Collection.FIREWALL_RULES),
                of(Types.LOAD_BALANCER, Collection.LOAD_BALANCERS));
    }

    private static ResourceType of(String resource, Collection collection) {
        var id = resource + "-operation";
        return ResourceType.of(
                        id,
                        Kind.OPERATION,
                        CrusoeApi.list(id, collection.operations(), j -> decode(id, resource, j)))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(collection.operation(), j -> decode(id, resource, j)))
                .columns(CrusoeFacts.RESOURCE, CrusoeFacts.FAILURE)
                .whileShown();
    }

    /// Of `metadata` and `result` nothing is documented; what was seen there is read.
    private static Resource decode(String type, String resource, Json json) {
        var row = new Row(json);
        var id = row.need("operation_id");
        var about = row.object("metadata");
        var result = row.object("result");
        var status = status(row.need("state"));
        return row.marked(
                Resource.of(type, id, about.text("operation_name").orElse(id), status, json)
                        .with(
                                CrusoeFacts.RESOURCE,
                                about.text("id").map(key -> new Link(resource, key)))
                        .with(CrusoeFacts.FAILURE, failure(status, json, result))
                        .with(Facts.CREATED, row.time("started_at"))
                        .with(Facts.ENDED, row.time("completed_at")));
    }

    private static Optional<String> failure(Status status, Json json, Json result) {
        return status.phase() == Phase.FAILED && !result.isAbsent()
                ? Optional.of(Operations.failure(json).message())
                : Optional.empty();
    }

    /// A state that is not known is taken for one on the way.
    private static Status status(String word) {
        var phase =
                switch (word) {
                    case "SUCCEEDED" -> Phase.RUNNING; // all is well, and the row is there
                    case "FAILED" -> Phase.FAILED;
                    default -> Phase.CHANGING;
                };
        return new Status(word, phase);
    }
}
