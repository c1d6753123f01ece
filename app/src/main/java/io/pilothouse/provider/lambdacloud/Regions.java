package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The regions an account is known to see. No operation lists them, so they are gathered from everything that names
/// one; images are in every region that has any.
final class Regions {
    /// Where the service applies no firewall rules.
    static final String WITHOUT_FIREWALL = "us-south-1";

    private static final Set<String> WHERE_ONE_IS =
            Set.of(Instances.TYPE, Images.TYPE, FileSystems.TYPE, Rulesets.TYPE);

    static final Set<String> SOURCES = Set.of(InstanceTypes.TYPE, Images.TYPE);

    /// All of them.
    static final Choices ALL =
            new Choices(
                    SOURCES,
                    (_, known) -> of(known).entrySet().stream().map(Regions::choice).toList());

    private Regions() {}

    /// Descriptions by name, in the order of names.
    static SortedMap<String, String> of(Inventory known) {
        var regions = new TreeMap<String, String>();
        var free = known.of(InstanceTypes.TYPE).stream().flatMap(InstanceTypes::regions);
        var used =
                WHERE_ONE_IS.stream()
                        .flatMap(type -> known.of(type).stream())
                        .map(r -> r.raw().at("region"));
        Stream.concat(free, used)
                .filter(r -> r.text("name").isPresent())
                .forEach(r -> add(regions, r));
        return regions;
    }

    private static void add(Map<String, String> regions, Json region) {
        regions.merge(
                region.word("name"),
                region.word("description"),
                (old, other) -> old.isEmpty() ? other : old);
    }

    static Choice choice(Map.Entry<String, String> region) {
        return Choice.of(region.getKey(), region.getKey()).note(region.getValue());
    }
}
