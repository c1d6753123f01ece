package io.pilothouse.provider.crusoe.api;

import java.util.List;

/// Where resources of a project are whose changes are answered with operations.
///
/// @param path below the endpoint; takes the project's id
/// @param id what the path of one of them calls its id
public record Collection(String path, String id) {
    public static final String PROJECT = "/projects/{project_id}";
    public static final Collection VMS = of("/compute/vms/instances", "vm_id");
    public static final Collection DISKS = of("/storage/disks", "disk_id");
    public static final Collection SNAPSHOTS = of("/storage/snapshots", "snapshot_id");
    public static final Collection NETWORKS = of("/networking/vpc-networks", "vpc_network_id");
    public static final Collection SUBNETS = of("/networking/vpc-subnets", "vpc_subnet_id");
    public static final Collection FIREWALL_RULES =
            of("/networking/vpc-firewall-rules", "vpc_firewall_rule_id");
    public static final Collection LOAD_BALANCERS =
            of("/networking/load-balancers", "load_balancer_id");
    public static final List<Collection> ALL =
            List.of(VMS, DISKS, SNAPSHOTS, NETWORKS, SUBNETS, FIREWALL_RULES, LOAD_BALANCERS);

    private static Collection of(String path, String id) {
        return new Collection(PROJECT + path, id);
    }

    public String one() {
        return path + "/{" + id + "}";
    }

    public String operations() {
        return path + "/operations";
    }

    public String operation() {
        return operations() + "/{operation_id}";
    }
}
