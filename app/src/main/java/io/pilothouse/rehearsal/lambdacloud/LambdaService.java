package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.lambdacloud.Machine.Life;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// One account's state and the operations on it, without HTTP. Takes request bodies and gives what stands under
/// `data`; what is refused is thrown as [LambdaError]. Time passes only through the clock. Safe for many threads: one
/// operation at a time.
public final class LambdaService {
    private final RehearsalClock clock;
    private final Speed speed;
    private final Capacity capacity;
    private final int quota;
    private final Catalogue catalogue;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final SshKeys keys;
    private final FileSystems fileSystems;
    private final Firewalls firewalls;
    private final Launches launches;
    private int launched;

    public LambdaService(RehearsalClock clock, LambdaSetup setup) {
        this.clock = clock;
        speed = setup.speed();
        capacity = setup.capacity();
        quota = Math.max(setup.quotas().instances(), setup.seed().machines().size());
        var seed = setup.seed();
        catalogue = seed.catalogue();
        seed.machines().forEach(m -> machines.put(m.id(), m));
        launched = machines.size();
        keys = new SshKeys(seed.keys());
        fileSystems = new FileSystems(catalogue, setup.quotas().fileSystems(), seed.fileSystems());
        firewalls =
                new Firewalls(catalogue, setup.quotas().rulesets(), seed.rulesets(), seed.rules());
        launches = new Launches(catalogue, keys, fileSystems, firewalls);
    }

    /// @param cluster only the instances of this cluster; there are no clusters here
    public synchronized Json instances(Optional<String> cluster) {
        var now = now();
        return cluster.isPresent()
                ? Json.of(List.of())
                : Json.of(machines.values().stream().map(m -> m.json(now)).toList());
    }

    public synchronized Json instance(String id) {
        var now = now();
        return known(id).json(now);
    }

    public synchronized Json rename(String id, Json request) {
        var now = now();
        var body = Body.of(request, LambdaError::invalid);
        var machine = known(id);
        var renamed =
                body.maybe("name", f -> body.text(f, 0, 64)).map(machine::named).orElse(machine);
        machines.put(id, renamed);
        return renamed.json(now);
    }

    public synchronized Json launch(Json request) {
        var now = now();
        var life =
                new Life(
                        now + speed.address().toNanos(),
                        now + speed.boot().toNanos(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        var made =
                launches.machine(
                        Body.of(request, LambdaError::invalid),
                        newId(),
                        launched + 1,
                        life,
                        capacity);
        if (machines.values().stream().filter(m -> m.alive(now)).count() >= quota) {
            throw LambdaError.quota();
        }
        launched++;
        machines.put(made.id(), made);
        return Json.obj("instance_ids", List.of(made.id()));
    }

    /// All of them or none; 409 where one is not up.
    public synchronized Json restart(Json request) {
        var now = now();
        var chosen = chosen(request);
        if (chosen.stream().anyMatch(m -> m.ending() || m.state(now) == Machine.State.BOOTING)) {
            throw LambdaError.conflict();
        }
        var up = now + speed.restart().toNanos();
        return Json.obj(
                "restarted_instances",
                chosen.stream().map(m -> kept(m.living(m.life().restarting(up)), now)).toList());
    }

    /// All of them or none. One that is ending already is refused: its `terminate` action is off, and the document
    /// has no other code for it.
    public synchronized Json terminate(Json request) {
        var now = now();
        var chosen = chosen(request);
        for (var machine : chosen) {
            if (machine.ending()) {
                throw LambdaError.invalid(
                        "instance_ids holds " + machine.id() + ", which is being terminated.");
            }
        }
        var through = now + speed.terminate().toNanos();
        var leaves = through + speed.listed().toNanos();
        return Json.obj(
                "terminated_instances",
                chosen.stream()
                        .map(m -> kept(m.living(m.life().ending(through, leaves)), now))
                        .toList());
    }

    public synchronized Json types() {
        Json types = Json.obj();
        for (var type : catalogue.types()) {
            var regions =
                    catalogue.regions().stream()
                            .filter(r -> capacity.has(type.name(), r.name()))
                            .map(Catalogue.Region::json)
                            .toList();
            types =
                    types.with(
                            type.name(),
                            Json.obj(
                                    "instance_type",
                                    type.json(),
                                    "regions_with_capacity_available",
                                    regions));
        }
        return types;
    }

    public Json images() {
        return Json.of(catalogue.images().stream().map(Catalogue.Image::json).toList());
    }

    public synchronized Json fileSystems() {
        var now = now();
        return fileSystems.list(id -> mounted(id, now));
    }

    public synchronized Json createFileSystem(Json request) {
        return fileSystems.create(Body.of(request, LambdaError::invalid), newId(), clock.instant());
    }

    public synchronized Json deleteFileSystem(String id) {
        var now = now();
        return fileSystems.delete(id, f -> mounted(f, now));
    }

    public synchronized Json inboundRules() {
        return firewalls.inbound();
    }

    public synchronized Json replaceInboundRules(Json request) {
        return firewalls.replaceInbound(Body.of(request, LambdaError::invalid));
    }

    public synchronized Json rulesets() {
        var now = now();
        return firewalls.list(id -> users(id, now));
    }

    public synchronized Json createRuleset(Json request) {
        return firewalls.create(Body.of(request, LambdaError::invalid), newId(), clock.instant());
    }

    public synchronized Json ruleset(String id) {
        var now = now();
        return firewalls.show(id, r -> users(r, now));
    }

    public synchronized Json patchRuleset(String id, Json request) {
        var now = now();
        return firewalls.patch(id, Body.of(request, LambdaError::invalid), r -> users(r, now));
    }

    public synchronized Json deleteRuleset(String id) {
        var now = now();
        return firewalls.delete(id, r -> users(r, now));
    }

    public synchronized Json globalRuleset() {
        return firewalls.global();
    }

    public synchronized Json patchGlobalRuleset(Json request) {
        return firewalls.patchGlobal(Body.of(request, LambdaError::invalid));
    }

    public synchronized Json sshKeys() {
        return keys.list();
    }

    public synchronized Json addSshKey(Json request) {
        return keys.add(Body.of(request, LambdaError::invalid), newId());
    }

    public synchronized Json deleteSshKey(String id) {
        return keys.delete(id);
    }

    /// What a launch said to run at the first boot; the service itself never shows it again.
    public synchronized Optional<String> userData(String instance) {
        return known(instance).userData();
    }

    /// The image an instance was made of; the service itself does not show it.
    public synchronized String image(String instance) {
        return known(instance).image();
    }

    /// The time, after what has left the list by then is forgotten.
    private long now() {
        var now = clock.now();
        machines.values().removeIf(m -> m.gone(now));
        return now;
    }

    private Machine known(String id) {
        var machine = machines.get(id);
        if (machine == null) {
            throw LambdaError.noInstance();
        }
        return machine;
    }

    private List<Machine> chosen(Json request) {
        var ids = new LinkedHashSet<>(Body.of(request, LambdaError::invalid).texts("instance_ids"));
        if (ids.isEmpty()) {
            throw LambdaError.invalid("instance_ids must not be empty.");
        }
        var chosen = new ArrayList<Machine>();
        ids.forEach(id -> chosen.add(known(id)));
        return chosen;
    }

    private Json kept(Machine machine, long now) {
        machines.put(machine.id(), machine);
        return machine.json(now);
    }

    private boolean mounted(String fileSystem, long now) {
        return machines.values().stream()
                .filter(m -> m.alive(now))
                .flatMap(m -> m.mounts().stream())
                .anyMatch(m -> m.fileSystem().equals(fileSystem));
    }

    private List<String> users(String ruleset, long now) {
        return machines.values().stream()
                .filter(m -> m.alive(now) && m.rulesets().contains(ruleset))
                .map(Machine::id)
                .toList();
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
