package io.pilothouse.provider.crusoe.network;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;

/// One's own parts of InfiniBand networks: VMs in one partition reach each other. Made and deleted at once.
public final class IbPartitions {
    private static final String PATH = Collection.PROJECT + "/networking/ib-partitions";
    private static final String ONE = PATH + "/{ib_partition_id}";
    private static final Form CREATE =
            Form.of(Choose.name("name"), Choose.row("ib_network_id", Types.IB_NETWORK, _ -> ""))
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(
                                            Types.IB_PARTITION, "name", answers, known));

    private IbPartitions() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.IB_PARTITION,
                        Kind.PARTITION,
                        CrusoeApi.list(Types.IB_PARTITION, PATH, IbPartitions::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.ib-partition.create",
                                        CHANGE,
                                        IbPartitions::create,
                                        Types.IB_PARTITION)
                                .asks(CREATE),
                        Action.on(
                                        ROWS,
                                        "crusoe.ib-partition.delete",
                                        DESTROY,
                                        ask -> CrusoeApi.deletions(ONE, ask.targets()),
                                        Types.IB_PARTITION)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(ONE, IbPartitions::decode));
    }

    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "ib_network_id");
        var request = Request.of("POST", PATH, ask.scopeId()).json(body);
        return List.of(
                CrusoeApi.creation(request, Types.IB_PARTITION, ask.scopeId(), body.word("name")));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.IB_PARTITION, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.NETWORK, row.link(Types.IB_NETWORK, "ib_network_id")));
    }
}
