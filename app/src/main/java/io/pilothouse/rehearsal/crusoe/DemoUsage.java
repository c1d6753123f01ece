package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.organisation.Metered;

/// The demonstration's usage: of the VMs and disks that are there, and of one that has gone.
final class DemoUsage implements CrusoeSeed {
    private static final String NORTH = "us-northcentral1";
    private static final String EAST = "us-northcentraleast1";

    @Override
    public void plant(Stores stores) {
        vm(stores, DemoSeed.RESEARCH, "train-0", "h100-80gb-sxm-ib.8x", NORTH, 8);
        vm(stores, DemoSeed.RESEARCH, "train-1", "h100-80gb-sxm-ib.8x", NORTH, 8);
        stores.usage()
                .add(
                        new Metered(
                                Words.id("vm finetune"),
                                DemoSeed.RESEARCH,
                                "a100.8x",
                                NORTH,
                                "gpu-hours",
                                DemoSeed.RESERVED,
                                8 * 24));
        vm(stores, DemoSeed.RESEARCH, "gone", "a40.1x", NORTH, 1);
        vm(stores, DemoSeed.SERVING, "infer-1", "a100.1x", EAST, 1);
        vm(stores, DemoSeed.SERVING, "infer-2", "a100.1x", EAST, 1);
        disk(stores, DemoSeed.RESEARCH, "datasets", "shared-volume", NORTH, 8192);
        disk(stores, DemoSeed.RESEARCH, "checkpoints", "persistent-ssd", NORTH, 2048);
        disk(stores, DemoSeed.SERVING, "models-east", "persistent-ssd", EAST, 1024);
    }

    private static void vm(
            Stores stores, String project, String name, String type, String region, int gpus) {
        stores.usage()
                .add(
                        new Metered(
                                Words.id("vm " + name),
                                project,
                                type,
                                region,
                                "gpu-hours",
                                "",
                                gpus * 24));
    }

    private static void disk(
            Stores stores, String project, String name, String type, String region, int gib) {
        stores.usage()
                .add(
                        new Metered(
                                Words.id("disk " + name),
                                project,
                                type,
                                region,
                                "gib-hours",
                                "",
                                gib * 24));
    }
}
