package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.compute.VmSeed;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder.NewDisk;
import io.pilothouse.rehearsal.crusoe.machine.VmState;
import io.pilothouse.rehearsal.crusoe.network.Cidr;
import io.pilothouse.rehearsal.crusoe.network.InfinibandNetwork;
import io.pilothouse.rehearsal.crusoe.network.Network;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.organisation.Reservation;
import io.pilothouse.rehearsal.crusoe.organisation.Tokens.Token;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.crusoe.storage.Snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A research group's organisation: two projects with something of every kind in them. All of it is fictional.
final class DemoSeed implements CrusoeSeed {
    static final String RESEARCH = Words.id("project research");
    static final String SERVING = Words.id("project serving");
    private static final String NORTH = "us-northcentral1-a";
    private static final String NORTH_B = "us-northcentral1-b";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKc1Qb8oX3yN0mVx8Qk4e9a1rJ2tWmF5hLuZ7dPsT6gB"
                    + " anna-laptop";
    private static final String EAST = "us-northcentraleast1-a";
    static final String RESERVED = Words.id("reservation a100");

    @Override
    public void plant(Stores stores) {
        stores.projects().add(RESEARCH, "research");
        stores.projects().add(SERVING, "serving");
        user(stores);
        networks(stores);
        disks(stores);
        templates(stores);
        vms(stores);
        new DemoTraffic().plant(stores);
        new DemoUsage().plant(stores);
    }

    private static void user(Stores stores) {
        var now = stores.agenda().time();
        stores.keys()
                .add(Words.id("key anna"), "anna-laptop", KEY, now.minus(Duration.ofDays(200)));
        stores.keys()
                .add(
                        Words.id("key ci"),
                        "ci-runner",
                        "ssh-ed25519"
                            + " AAAAC3NzaC1lZDI1NTE5AAAAIH7wTz5bNq3rGf1yUj9mKx2cVe6sPd8oLa4iWhB0tRnQ"
                            + " ci-runner",
                        now.minus(Duration.ofDays(60)));
        stores.tokens()
                .add(
                        new Token(
                                "Qm9zdG9uVGVzdEtleTAwMQ",
                                "bm90LWEtcmVhbC1zZWNyZQ",
                                "ci",
                                now.minus(Duration.ofDays(87)),
                                now.plus(Duration.ofDays(3)),
                                Optional.of(now.minus(Duration.ofHours(5)))));
        stores.reservations()
                .add(
                        new Reservation(
                                RESERVED,
                                "RIPA",
                                "a100",
                                16,
                                12,
                                "1.10",
                                List.of(NORTH),
                                List.of(RESEARCH),
                                now.minus(Duration.ofDays(120)),
                                now.plus(Duration.ofDays(245)),
                                true));
    }

    private static void networks(Stores stores) {
        network(stores, RESEARCH, "default-ethernet", "172.27.0.0/16", true);
        subnet(stores, RESEARCH, "default-ethernet", "nodes-north", "172.27.16.0/20", NORTH);
        subnet(stores, RESEARCH, "default-ethernet", "nodes-north-b", "172.27.32.0/20", NORTH_B);
        network(stores, SERVING, "edge", "10.20.0.0/16", false);
        subnet(stores, SERVING, "edge", "edge-east", "10.20.1.0/24", EAST);
        subnet(stores, SERVING, "edge", "edge-north", "10.20.2.0/24", NORTH);
        stores.partitions()
                .put(
                        new Partition(
                                Words.id("partition pretraining"),
                                RESEARCH,
                                "pretraining",
                                InfinibandNetwork.demo().getFirst().id()));
    }

    private static void network(
            Stores stores, String project, String name, String cidr, boolean odd) {
        stores.networks()
                .put(
                        new Network(
                                Words.id("network " + name),
                                project,
                                name,
                                Cidr.parse(cidr).orElseThrow(),
                                odd));
    }

    private static void subnet(
            Stores stores,
            String project,
            String network,
            String name,
            String cidr,
            String location) {
        stores.subnets()
                .put(
                        new Subnet(
                                Words.id("subnet " + name),
                                project,
                                name,
                                Words.id("network " + network),
                                Cidr.parse(cidr).orElseThrow(),
                                location));
    }

    private static void disks(Stores stores) {
        disk(stores, RESEARCH, "datasets", Disk.SHARED, 8192, NORTH);
        disk(stores, RESEARCH, "checkpoints", Disk.SSD, 2048, NORTH);
        disk(stores, RESEARCH, "scratch", Disk.SSD, 512, NORTH_B);
        disk(stores, SERVING, "models-east", Disk.SSD, 1024, EAST);
        stores.snapshots()
                .put(
                        new Snapshot(
                                Words.id("snapshot checkpoints"),
                                RESEARCH,
                                Words.id("disk checkpoints"),
                                2048,
                                NORTH,
                                4096,
                                stores.agenda().time().minus(Duration.ofDays(9))));
    }

    private static void disk(
            Stores stores, String project, String name, String type, long size, String location) {
        var created = stores.agenda().time().minus(Duration.ofDays(75));
        stores.disks()
                .put(
                        new Disk(
                                Words.id("disk " + name),
                                project,
                                name,
                                type,
                                size,
                                location,
                                4096,
                                created,
                                created,
                                List.of()));
    }

    private static void templates(Stores stores) {
        var created = stores.agenda().time().minus(Duration.ofDays(21));
        var template = Words.id("template sweep");
        stores.templates()
                .put(
                        new Template(
                                template,
                                RESEARCH,
                                "sweep",
                                stores.catalogue().type("a40.1x"),
                                "ubuntu22.04:12.2",
                                NORTH,
                                Words.id("subnet nodes-north"),
                                "",
                                KEY,
                                "#!/bin/bash\nnvidia-smi\n",
                                "",
                                "dynamic",
                                "",
                                List.of(new NewDisk(Disk.SSD, 64)),
                                false,
                                created));
        stores.groups()
                .put(
                        new Group(
                                Words.id("group sweep"),
                                RESEARCH,
                                "sweep-2026-11",
                                template,
                                created,
                                created));
    }

    private static void vms(Stores stores) {
        var vms = stores.vms();
        vms.seed(
                vm(RESEARCH, "train-0", "h100-80gb-sxm-ib.8x", NORTH, VmState.RUNNING)
                        .inPartition(Words.id("partition pretraining")));
        vms.seed(
                vm(RESEARCH, "train-1", "h100-80gb-sxm-ib.8x", NORTH, VmState.RUNNING)
                        .inPartition(Words.id("partition pretraining")));
        vms.seed(
                vm(RESEARCH, "finetune", "a100.8x", NORTH, VmState.RUNNING)
                        .withDisks(Words.id("disk datasets"), Words.id("disk checkpoints"))
                        .using(RESERVED));
        vms.seed(vm(RESEARCH, "notebook", "a40.1x", NORTH, VmState.STOPPED));
        vms.seed(vm(RESEARCH, "eval-b", "a100.2x", NORTH_B, VmState.SHUTOFF));
        vms.seed(vm(RESEARCH, "old-bench", "a40.2x", NORTH_B, VmState.DELETING));
        vms.seed(
                vm(RESEARCH, "sweep-1", "a40.1x", NORTH, VmState.RUNNING)
                        .in(Words.id("group sweep"), Words.id("template sweep")));
        vms.seed(
                vm(RESEARCH, "sweep-2", "a40.1x", NORTH, VmState.RUNNING)
                        .in(Words.id("group sweep"), Words.id("template sweep"))
                        .beingMade());
        vms.seed(
                vm(SERVING, "infer-1", "a100.1x", EAST, VmState.RUNNING)
                        .withDisks(Words.id("disk models-east")));
        vms.seed(vm(SERVING, "infer-2", "a100.1x", EAST, VmState.RUNNING));
        vms.seed(vm(SERVING, "gateway", "c1a.2x", EAST, VmState.RUNNING));
    }

    private static VmSeed vm(
            String project, String name, String type, String location, VmState state) {
        return VmSeed.of(Words.id("vm " + name), project, name, type, location, state);
    }
}
