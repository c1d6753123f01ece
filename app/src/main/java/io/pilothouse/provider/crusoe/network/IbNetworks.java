package io.pilothouse.provider.crusoe.network;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// The service's own InfiniBand networks, with what is free in each.
public final class IbNetworks {
    private static final String PATH = Collection.PROJECT + "/networking/ib-networks";

    private IbNetworks() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.IB_NETWORK,
                        Kind.FABRIC,
                        CrusoeApi.list(Types.IB_NETWORK, PATH, IbNetworks::decode))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(PATH + "/{ib_network_id}", IbNetworks::decode))
                .columns(CrusoeFacts.SLICES);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.IB_NETWORK, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("location"))
                        .with(CrusoeFacts.SLICES, slices(row)));
    }

    /// As `8 × 16 vCPUs …`: how many of which slice.
    private static Optional<List<String>> slices(Row row) {
        var capacities = row.rows("capacities");
        var shown =
                capacities.stream()
                        .map(
                                c ->
                                        c.whole(CrusoeApi.MOST, "quantity")
                                                        .map(String::valueOf)
                                                        .orElse("?")
                                                + " × "
                                                + c.text("slice_type").orElse("?"))
                        .toList();
        row.takeWrong("capacities", capacities);
        return Row.some(shown);
    }
}
