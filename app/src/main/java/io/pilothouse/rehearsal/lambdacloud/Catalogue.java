package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the service offers: regions, instance types and machine images.
public record Catalogue(List<Region> regions, List<InstanceType> types, List<Image> images) {
    private static final List<String> STACKS = List.of("22-04", "24-04");
    private static final Instant MADE = Instant.parse("2026-09-14T08:30:00Z");

    /// A place where machines are.
    public record Region(String name, String description) {
        Json json() {
            return Json.obj("name", name, "description", description);
        }
    }

    /// A size of machine.
    ///
    /// @param cents price of an hour, in US cents
    public record InstanceType(
            String name,
            String description,
            String gpu,
            int cents,
            int vcpus,
            int memoryGib,
            int storageGib,
            int gpus) {

        String architecture() {
            return gpu.startsWith("GH200") ? "arm64" : "x86_64";
        }

        Json json() {
            return Json.obj(
                    "name",
                    name,
                    "description",
                    description,
                    "gpu_description",
                    gpu,
                    "price_cents_per_hour",
                    cents,
                    "specs",
                    Json.obj(
                            "vcpus",
                            vcpus,
                            "memory_gib",
                            memoryGib,
                            "storage_gib",
                            storageGib,
                            "gpus",
                            gpus));
        }
    }

    /// A machine image in one region.
    public record Image(
            String id,
            String name,
            String description,
            String family,
            String version,
            String architecture,
            Instant made,
            Region region) {

        Json json() {
            return Json.obj(
                    "id",
                    id,
                    "created_time",
                    made,
                    "updated_time",
                    made.plusSeconds(86_400),
                    "name",
                    name,
                    "description",
                    description,
                    "family",
                    family,
                    "version",
                    version,
                    "architecture",
                    architecture,
                    "region",
                    region.json());
        }
    }

    Optional<Region> region(String name) {
        return regions.stream().filter(r -> r.name.equals(name)).findFirst();
    }

    Optional<InstanceType> type(String name) {
        return types.stream().filter(t -> t.name.equals(name)).findFirst();
    }

    /// A selection of the public price list.
    public static Catalogue demo() {
        var regions =
                List.of(
                        new Region("us-east-1", "Virginia, USA"),
                        new Region("us-east-3", "Washington DC, USA"),
                        new Region("us-west-1", "California, USA"),
                        new Region("us-west-3", "Utah, USA"),
                        new Region("us-south-1", "Texas, USA"),
                        new Region("europe-central-1", "Germany"),
                        new Region("asia-northeast-1", "Osaka, Japan"));
        var types =
                List.of(
                        type("gpu_1x_rtx6000", "RTX 6000 (24 GB)", 1, 50, 14, 46, 512),
                        type("gpu_1x_a10", "A10 (24 GB PCIe)", 1, 75, 30, 200, 1_400),
                        type("gpu_1x_a6000", "A6000 (48 GB)", 1, 80, 14, 100, 200),
                        type("gpu_2x_a6000", "A6000 (48 GB)", 2, 160, 28, 200, 1_024),
                        type("gpu_4x_a6000", "A6000 (48 GB)", 4, 320, 56, 400, 1_024),
                        type("gpu_1x_a100", "A100 (40 GB PCIe)", 1, 129, 30, 200, 512),
                        type("gpu_1x_a100_sxm4", "A100 (40 GB SXM4)", 1, 129, 30, 200, 512),
                        type("gpu_1x_gh200", "GH200 (96 GB)", 1, 149, 64, 432, 4_096),
                        type("gpu_1x_h100_pcie", "H100 (80 GB PCIe)", 1, 249, 26, 200, 1_024),
                        type("gpu_1x_h100_sxm5", "H100 (80 GB SXM5)", 1, 329, 26, 225, 2_816),
                        type("gpu_2x_h100_sxm5", "H100 (80 GB SXM5)", 2, 638, 52, 450, 5_632),
                        type("gpu_8x_a100", "A100 (40 GB SXM4)", 8, 1_032, 124, 1_800, 6_144),
                        type(
                                "gpu_8x_a100_80gb_sxm4",
                                "A100 (80 GB SXM4)",
                                8,
                                1_432,
                                240,
                                1_800,
                                20_480),
                        type("gpu_8x_h100_sxm5", "H100 (80 GB SXM5)", 8, 2_392, 208, 1_800, 22_528),
                        type(
                                "gpu_8x_b200_sxm6",
                                "B200 (180 GB SXM6)",
                                8,
                                3_992,
                                208,
                                2_900,
                                22_528));
        return new Catalogue(regions, types, images(regions));
    }

    private static InstanceType type(
            String name, String gpu, int gpus, int cents, int vcpus, int memory, int storage) {
        return new InstanceType(name, gpus + "x " + gpu, gpu, cents, vcpus, memory, storage, gpus);
    }

    private static List<Image> images(List<Region> regions) {
        var images = new ArrayList<Image>();
        for (var region : regions) {
            for (var stack : STACKS) {
                images.add(image("Lambda Stack", "lambda-stack", stack, "x86_64", region));
            }
            images.add(image("GPU Base", "gpu-base", "24-04", "x86_64", region));
            images.add(image("Ubuntu LTS", "ubuntu-lts", "24-04", "x86_64", region));
            images.add(image("Lambda Stack", "lambda-stack", "22-04", "arm64", region));
            images.add(image("GPU Base", "gpu-base", "24-04", "arm64", region));
        }
        return List.copyOf(images);
    }

    private static Image image(
            String title, String family, String version, String architecture, Region region) {
        var dotted = version.replace('-', '.');
        var familyName = family + "-" + version;
        return new Image(
                Ids.uuid(familyName + architecture + region.name),
                title + " " + dotted,
                title + " for " + architecture + ", Ubuntu " + dotted,
                familyName,
                dotted + ".2",
                architecture,
                MADE,
                region);
    }
}
