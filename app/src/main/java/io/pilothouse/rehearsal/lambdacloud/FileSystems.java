package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.Region;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The account's file systems.
final class FileSystems {
    private static final Pattern NAME = Pattern.compile("^[a-zA-Z]+[0-9a-zA-Z-]*$");

    /// A file system, in one region for good.
    ///
    /// @param used bytes; empty before the first estimate
    record FileSystem(String id, String name, Region region, Instant created, Optional<Long> used) {
        String mountPoint() {
            return "/lambda/nfs/" + name;
        }

        Json json(boolean inUse) {
            return Json.obj(
                    "id",
                    id,
                    "name",
                    name,
                    "mount_point",
                    mountPoint(),
                    "created",
                    created,
                    "created_by",
                    Json.obj(
                            "id", Ids.hex("anna"), "email", "anna@example.com", "status", "active"),
                    "is_in_use",
                    inUse,
                    "region",
                    region.json(),
                    "bytes_used",
                    used);
        }
    }

    private final Map<String, FileSystem> byId = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final int quota;

    FileSystems(Catalogue catalogue, int quota, List<FileSystem> seed) {
        this.catalogue = catalogue;
        this.quota = quota;
        seed.forEach(f -> byId.put(f.id(), f));
    }

    Optional<FileSystem> named(String name) {
        return byId.values().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    Optional<FileSystem> get(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Json list(Predicate<String> inUse) {
        return Json.of(byId.values().stream().map(f -> f.json(inUse.test(f.id()))).toList());
    }

    Json create(Body body, String id, Instant now) {
        var name = body.text("name", 1, 60, NAME);
        var region =
                catalogue
                        .region(body.text("region"))
                        .orElseThrow(() -> LambdaError.invalid("region is not a known region."));
        if (named(name).isPresent()) {
            throw LambdaError.duplicate(name);
        }
        if (byId.size() >= quota) {
            throw LambdaError.quota();
        }
        var made = new FileSystem(id, name, region, now, Optional.empty());
        byId.put(id, made);
        return made.json(false);
    }

    Json delete(String id, Predicate<String> inUse) {
        if (!byId.containsKey(id)) {
            throw LambdaError.noFileSystem();
        }
        if (inUse.test(id)) {
            throw LambdaError.fileSystemInUse();
        }
        byId.remove(id);
        return Json.obj("deleted_ids", List.of(id));
    }
}
