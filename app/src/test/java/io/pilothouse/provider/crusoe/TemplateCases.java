package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeContractTest.on;
import static io.pilothouse.provider.crusoe.CrusoeContractTest.rows;

import io.pilothouse.domain.Json;
import io.pilothouse.provider.ProviderContract.Case;

import java.util.List;

/// Templates, what is made after them, and groups.
final class TemplateCases {
    static final Json TEMPLATE =
            Json.obj(
                    "template_name", "plain",
                    "type", "a100.2x",
                    "ssh_public_key", CrusoeSamples.KEY);

    static final Json LOCATED =
            TEMPLATE.with("location", "us-east1-a")
                    .with("subnet_id", "sub-1")
                    .with("ib_partition_id", "ibp-1")
                    .with("image_name", "ubuntu:22.04")
                    .with("public_ip_address_type", "static")
                    .with("reservation_id", "res-1")
                    .with("startup_script", "#!/bin/sh\necho canary-in-script")
                    .with("disks", List.of(Json.obj("size", "10GiB", "type", "persistent-ssd")))
                    .with("nested_virtualization", true);

    static final Json MANY = Json.obj("name_prefix", "node", "count", 8);

    private static final Json EAST = Json.obj("location", "us-east1-a", "subnet_id", "sub-1");
    private static final String BULK = "crusoe.instance-template.create-vms";
    private static final String TYPE = "crusoe.instance-template";

    static final List<Case> GOOD =
            List.of(
                    new Case("crusoe.instance-template.create", TEMPLATE),
                    new Case("crusoe.instance-template.create", LOCATED),
                    on(BULK, TYPE, "t-1", MANY),
                    on(
                            BULK,
                            TYPE,
                            "t-2",
                            MANY.with(
                                            "locations",
                                            List.of(
                                                    EAST,
                                                    Json.obj("location", "us-northcentral1-a")))
                                    .with("instance_group_id", "g-2")
                                    .with("reservation_specification", "lowest_cost")),
                    new Case(
                            "crusoe.instance-template.delete",
                            rows(TYPE, "t-1", "t-2"),
                            Json.obj()),
                    new Case(
                            "crusoe.instance-group.create",
                            Json.obj("name", "more", "template_id", "t-1")),
                    on(
                            "crusoe.instance-group.edit",
                            "crusoe.instance-group",
                            "g-1",
                            Json.obj("name", "trainers", "template_id", "t-2")),
                    on("crusoe.instance-group.delete", "crusoe.instance-group", "g-1", Json.obj()));

    static final List<Case> FAULTY =
            List.of(
                    new Case(
                            "crusoe.instance-template.create",
                            LOCATED.with("subnet_id", "").with("template_name", "trainer")),
                    new Case(
                            "crusoe.instance-template.create",
                            TEMPLATE.with("ib_partition_id", "ibp-1")),
                    new Case(
                            "crusoe.instance-template.create",
                            LOCATED.with("ib_partition_id", "ibp-2")),
                    on(BULK, TYPE, "t-2", MANY),
                    on(BULK, TYPE, "t-2", MANY.with("locations", List.of(EAST, EAST))),
                    on(BULK, TYPE, "t-1", MANY.with("name_prefix", "train")),
                    on(BULK, TYPE, "t-1", MANY.with("count", 9)));

    private TemplateCases() {}
}
