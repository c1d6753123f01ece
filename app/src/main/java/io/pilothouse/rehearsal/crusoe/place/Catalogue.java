package io.pilothouse.rehearsal.crusoe.place;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The locations, types and images there are.
///
/// @param capacity how much there is where
public record Catalogue(
        List<String> locations, List<VmType> types, List<Image> images, Capacity capacity) {

    private static final String NORTH_A = "us-northcentral1-a";
    private static final String NORTH_B = "us-northcentral1-b";
    private static final String EAST_A = "us-northcentraleast1-a";

    /// Locations and types by the names the document and the vendor's pages use; their numbers are fictional.
    public static Catalogue demo(Capacity capacity) {
        return new Catalogue(
                List.of(NORTH_A, NORTH_B, EAST_A),
                List.of(
                        new VmType("c1a.2x", "2 vCPU", "", 0, 2, 8, 0, false),
                        new VmType("a40.1x", "1x Nvidia A40", "A40", 1, 6, 60, 0, false),
                        new VmType("a40.2x", "2x Nvidia A40", "A40", 2, 12, 120, 0, false),
                        new VmType("a100.1x", "1x Nvidia A100", "A100", 1, 12, 120, 0, false),
                        new VmType("a100.2x", "2x Nvidia A100", "A100", 2, 24, 240, 0, false),
                        new VmType("a100.8x", "8x Nvidia A100", "A100", 8, 96, 960, 0, false),
                        new VmType(
                                "h100-80gb-sxm-ib.8x",
                                "8x Nvidia H100 80GB SXM with Infiniband",
                                "H100-80GB-SXM",
                                8,
                                176,
                                960,
                                24_000,
                                true)),
                List.of(
                        image("ubuntu", "20.04", "base Ubuntu 20.04 image", false, "latest"),
                        image("ubuntu22.04", "12.2", "Ubuntu 22.04 with CUDA 12.2", true, "latest"),
                        image("ubuntu22.04-nvidia-sxm", "5.3", "for SXM types", false, "latest")),
                capacity);
    }

    private static Image image(
            String name, String tag, String description, boolean odd, String more) {
        return new Image(
                Words.id("image " + name),
                name,
                description,
                List.of(tag, more),
                List.of(NORTH_A, NORTH_B, EAST_A),
                Instant.parse("2024-06-29T20:03:26Z"),
                odd);
    }

    public VmType type(String name) {
        return types.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CrusoeError.badRequest("There is no VM type " + name + "."));
    }

    public String location(String name) {
        if (!locations.contains(name)) {
            throw CrusoeError.badRequest("There is no location " + name + ".");
        }
        return name;
    }

    /// @param name an image's name, perhaps with a colon and a tag
    public Image image(String name) {
        return images.stream()
                .filter(i -> i.called(name))
                .findFirst()
                .orElseThrow(() -> CrusoeError.badRequest("There is no image " + name + "."));
    }

    /// The location with most room for a type; empty where there is none anywhere.
    public Optional<String> roomiest(String type) {
        return locations.stream()
                .filter(l -> capacity.quantity(type, l) > 0)
                .reduce((a, b) -> capacity.quantity(type, b) > capacity.quantity(type, a) ? b : a);
    }

    public void routes(Table table) {
        table.json("GET", "/capacities", this::capacities)
                .json(
                        "GET",
                        "/compute/images",
                        _ -> items(images.stream().map(Image::json).toList()))
                .json("GET", "/compute/images/{image_id}", this::oneImage)
                .json("GET", "/locations", _ -> Json.obj("items", locations))
                .json(
                        "GET",
                        "/projects/{project_id}/compute/vms/types",
                        _ -> items(types.stream().map(VmType::json).toList()));
    }

    private Json oneImage(Call call) {
        var id = call.value("image_id");
        return images.stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CrusoeError.notFound("There is no image " + id + "."))
                .json();
    }

    /// A name in a filter that is no type or location is refused, which is the stricter reading.
    private Json capacities(Call call) {
        var wantedTypes = call.query().texts("product_name");
        var wantedLocations = call.query().texts("location");
        wantedTypes.forEach(this::type);
        wantedLocations.forEach(this::location);
        var rows = new ArrayList<Json>();
        for (var type : types) {
            for (var location : locations) {
                if (passes(wantedTypes, type.name()) && passes(wantedLocations, location)) {
                    rows.add(
                            Json.obj(
                                    "type",
                                    type.name(),
                                    "location",
                                    location,
                                    "quantity",
                                    capacity.quantity(type.name(), location)));
                }
            }
        }
        return items(rows);
    }

    private static boolean passes(List<String> wanted, String word) {
        return wanted.isEmpty() || wanted.contains(word);
    }

    private static Json items(List<Json> rows) {
        return Json.obj("items", rows);
    }
}
