package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.Image;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.InstanceType;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.Region;
import io.pilothouse.rehearsal.lambdacloud.FileSystems.FileSystem;
import io.pilothouse.rehearsal.lambdacloud.Machine.Mount;
import io.pilothouse.rehearsal.lambdacloud.Machine.Tag;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Makes a machine of a launch request, or says why not: first what the schema says, then what is named and not
/// there, then what does not go together.
record Launches(Catalogue catalogue, SshKeys keys, FileSystems fileSystems, Firewalls firewalls) {
    private static final Pattern HOSTNAME = Pattern.compile("^[a-z0-9][0-9a-z-]{0,62}$");
    private static final Pattern TAG = Pattern.compile("^[a-z][a-z0-9-:]+$");
    private static final Pattern MOUNT =
            Pattern.compile("^(/home|/lambda/nfs|/data)[//a-zA-Z0-9-]*$");

    /// "Cannot exceed 1MB": the smaller of the two readings.
    private static final int USER_DATA = 1_000_000;

    /// What was asked for by a well-formed request.
    private record Order(
            String region,
            String type,
            String key,
            List<String> fileSystems,
            List<Mount> mounts,
            Optional<String> hostname,
            Optional<String> name,
            Optional<Predicate<Image>> image,
            Optional<String> userData,
            List<Tag> tags,
            List<String> rulesets) {}

    /// @param number of the machine, counted from 1: its address comes from it
    Machine machine(Body body, String id, int number, Machine.Life life, Capacity capacity) {
        var order = order(body);
        var region =
                catalogue
                        .region(order.region)
                        .orElseThrow(() -> LambdaError.launchLacks(400, "Region " + order.region));
        var type =
                catalogue
                        .type(order.type)
                        .orElseThrow(
                                () -> LambdaError.launchLacks(400, "Instance type " + order.type));
        if (!keys.has(order.key)) {
            throw LambdaError.launchLacks(404, "SSH key " + order.key);
        }
        var mounts = mounts(order, region);
        order.rulesets.forEach(r -> checkRuleset(r, region));
        var image = image(order, type, region);
        if (!capacity.has(type.name(), region.name())) {
            throw LambdaError.noCapacity();
        }
        return new Machine(
                id,
                order.name,
                type,
                region,
                List.of(order.key),
                mounts,
                order.hostname,
                order.tags,
                order.rulesets,
                image.id(),
                order.userData,
                address(number),
                "10.19.%d.%d".formatted(number / 250 % 250, number % 250 + 1),
                life,
                false,
                false);
    }

    /// Out of 198.18.0.0/15, the range for benchmarks (RFC 2544): who connects must not reach a stranger.
    static String address(int number) {
        return "198.18.%d.%d".formatted(number / 250 % 250, number % 250 + 1);
    }

    private static Order order(Body body) {
        if (body.has("quantity")) {
            throw LambdaError.invalid("quantity is not supported: a launch starts one instance.");
        }
        var region = body.text("region_name");
        var type = body.text("instance_type_name");
        var keyNames = body.texts("ssh_key_names");
        if (keyNames.size() != 1) {
            throw LambdaError.invalid("ssh_key_names must hold exactly one SSH key.");
        }
        var userData = body.maybe("user_data", body::text);
        if (userData.filter(u -> u.getBytes(StandardCharsets.UTF_8).length > USER_DATA)
                .isPresent()) {
            throw LambdaError.invalid("user_data must not exceed 1MB.");
        }
        return new Order(
                region,
                type,
                keyNames.getFirst(),
                body.maybe("file_system_names", body::texts).orElse(List.of()),
                body.maybe("file_system_mounts", f -> body.objects(f, Launches::mount))
                        .orElse(List.of()),
                body.maybe("hostname", f -> body.text(f, 1, 63, HOSTNAME)),
                body.maybe("name", f -> body.text(f, 0, 64)).filter(n -> !n.isEmpty()),
                body.maybe("image", f -> imageWanted(body.object(f), body.path(f))),
                userData,
                body.maybe("tags", f -> body.objects(f, Launches::tag)).orElse(List.of()),
                body.maybe("firewall_rulesets", f -> body.objects(f, r -> r.text("id")))
                        .orElse(List.of()));
    }

    private static Mount mount(Body body) {
        return new Mount(body.text("file_system_id"), "", body.text("mount_point", 0, 256, MOUNT));
    }

    private static Tag tag(Body body) {
        return new Tag(body.text("key", 0, 55, TAG), body.text("value", 0, 128));
    }

    private static Predicate<Image> imageWanted(Body body, String path) {
        if (body.has("id")) {
            var id = body.text("id");
            return image -> image.id().equals(id);
        }
        if (body.has("family")) {
            var family = body.text("family");
            return image -> image.family().equals(family);
        }
        throw LambdaError.invalid(path + " must have an id or a family.");
    }

    /// Both lists in one; a mount point asked for replaces the usual one.
    private List<Mount> mounts(Order order, Region region) {
        var mounts = new LinkedHashMap<String, Mount>();
        for (var name : order.fileSystems) {
            var found =
                    fileSystems
                            .named(name)
                            .orElseThrow(() -> LambdaError.launchLacks(404, "Filesystem " + name));
            mounts.put(found.id(), new Mount(found.id(), found.name(), found.mountPoint()));
        }
        for (var wish : order.mounts) {
            var found =
                    fileSystems
                            .get(wish.fileSystem())
                            .orElseThrow(
                                    () ->
                                            LambdaError.launchLacks(
                                                    404, "Filesystem " + wish.fileSystem()));
            mounts.put(found.id(), new Mount(found.id(), found.name(), wish.point()));
        }
        for (var mount : mounts.values()) {
            var at = fileSystems.get(mount.fileSystem()).map(FileSystem::region);
            if (!at.equals(Optional.of(region))) {
                throw LambdaError.wrongRegion(mount.name());
            }
        }
        if (mounts.values().stream().map(Mount::point).distinct().count() < mounts.size()) {
            throw LambdaError.invalid("file_system_mounts must have different mount points.");
        }
        return List.copyOf(mounts.values());
    }

    private void checkRuleset(String id, Region region) {
        var ruleset =
                firewalls
                        .get(id)
                        .orElseThrow(() -> LambdaError.launchLacks(404, "Firewall ruleset " + id));
        if (!ruleset.region().equals(region)) {
            throw LambdaError.invalid(
                    "firewall_rulesets must be in the region of the instance, " + id + " is not.");
        }
    }

    private Image image(Order order, InstanceType type, Region region) {
        var wanted = order.image.orElse(image -> image.family().startsWith("lambda-stack"));
        var all = catalogue.images().stream().filter(wanted).toList();
        if (all.isEmpty()) {
            throw LambdaError.launchLacks(404, "Image");
        }
        return all.stream()
                .filter(i -> i.region().equals(region))
                .filter(i -> i.architecture().equals(type.architecture()))
                .reduce((_, newest) -> newest)
                .orElseThrow(
                        () ->
                                LambdaError.invalid(
                                        "image is not available for %s in %s."
                                                .formatted(type.name(), region.name())));
    }
}
