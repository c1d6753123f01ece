package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The Infiniband networks there are, and the projects' partitions of them.
///
/// @param used whether a VM is in a partition
public record Infiniband(
        List<InfinibandNetwork> networks, Rows<Partition> rows, Predicate<Partition> used) {
    private static final String NETWORKS = "/projects/{project_id}/networking/ib-networks";
    private static final String PARTITIONS = "/projects/{project_id}/networking/ib-partitions";

    public void routes(Table table) {
        var one = PARTITIONS + "/{ib_partition_id}";
        table.json(
                        "GET",
                        NETWORKS,
                        _ ->
                                Json.obj(
                                        "items",
                                        networks.stream().map(InfinibandNetwork::json).toList()))
                .json(
                        "GET",
                        NETWORKS + "/{ib_network_id}",
                        call -> needNetwork(call.value("ib_network_id")).json())
                .json("GET", PARTITIONS, this::list)
                .json("POST", PARTITIONS, this::create)
                .json("GET", one, call -> known(call).json())
                .empty("DELETE", one, this::delete);
    }

    public Optional<InfinibandNetwork> network(String id) {
        return networks.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    /// No 404 and no 403 is documented for a network: so 400.
    private InfinibandNetwork needNetwork(String id) {
        return network(id)
                .orElseThrow(
                        () -> CrusoeError.badRequest("There is no Infiniband network " + id + "."));
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(Partition::json).toList());
    }

    private Partition known(Call call) {
        return rows.need(
                call.project(),
                call.value("ib_partition_id"),
                "Infiniband partition",
                CrusoeError::unauthorized);
    }

    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        var network = needNetwork(body.text("ib_network_id"));
        var made = new Partition(Words.newId(), call.project(), name, network.id());
        rows.put(made);
        return made.json();
    }

    /// One with VMs is refused: the stricter reading.
    private void delete(Call call) {
        var partition = known(call);
        if (used.test(partition)) {
            throw CrusoeError.badRequest("VMs are in the Infiniband partition.");
        }
        rows.remove(partition.id());
    }
}
