package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.InstanceType;
import io.pilothouse.rehearsal.lambdacloud.Catalogue.Region;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An instance, and what is visible of it at a given moment: its state is computed from the clock, nothing runs.
///
/// @param hostname as asked for; without it one made of the address
/// @param ip known from the start, told later
/// @param life when it does what
/// @param old too old for a cold reboot and a rebuild
/// @param sick unhealthy once it is up
public record Machine(
        String id,
        Optional<String> name,
        InstanceType type,
        Region region,
        List<String> sshKeys,
        List<Mount> mounts,
        Optional<String> hostname,
        List<Tag> tags,
        List<String> rulesets,
        String image,
        Optional<String> userData,
        String ip,
        String privateIp,
        Life life,
        boolean old,
        boolean sick) {

    /// A file system at its place.
    public record Mount(String fileSystem, String name, String point) {
        Json json() {
            return Json.obj("mount_point", point, "file_system_id", fileSystem);
        }
    }

    /// A key and a value.
    public record Tag(String key, String value) {
        Json json() {
            return Json.obj("key", key, "value", value);
        }
    }

    /// The turning points of a life, on the monotonic clock.
    ///
    /// @param address when its address becomes known
    /// @param up when it becomes active
    /// @param terminated when the termination that was asked for is through
    /// @param gone when it leaves the list
    public record Life(long address, long up, OptionalLong terminated, OptionalLong gone) {
        Life restarting(long upAgain) {
            return new Life(address, upAgain, terminated, gone);
        }

        Life ending(long through, long leaves) {
            return new Life(address, up, OptionalLong.of(through), OptionalLong.of(leaves));
        }
    }

    /// A word of the service's enumeration; `preempted` is never reached.
    public enum State {
        BOOTING("booting"),
        ACTIVE("active"),
        UNHEALTHY("unhealthy"),
        TERMINATING("terminating"),
        TERMINATED("terminated");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public State state(long now) {
        if (life.terminated.isPresent()) {
            return now - life.terminated.getAsLong() < 0 ? State.TERMINATING : State.TERMINATED;
        }
        if (now - life.up < 0) {
            return State.BOOTING;
        }
        return sick ? State.UNHEALTHY : State.ACTIVE;
    }

    boolean gone(long now) {
        return life.gone.isPresent() && now - life.gone.getAsLong() >= 0;
    }

    /// Whether it still holds file systems and rulesets.
    boolean alive(long now) {
        return !gone(now) && state(now) != State.TERMINATED;
    }

    boolean ending() {
        return life.terminated.isPresent();
    }

    Machine named(String newName) {
        return new Machine(
                id,
                Optional.of(newName).filter(n -> !n.isEmpty()),
                type,
                region,
                sshKeys,
                mounts,
                hostname,
                tags,
                rulesets,
                image,
                userData,
                ip,
                privateIp,
                life,
                old,
                sick);
    }

    Machine living(Life newLife) {
        return new Machine(
                id, name, type, region, sshKeys, mounts, hostname, tags, rulesets, image, userData,
                ip, privateIp, newLife, old, sick);
    }

    /// As the service shows it: what there is not is left out, never null.
    Json json(long now) {
        var state = state(now);
        var addressed = now - life.address >= 0 && state != State.TERMINATED;
        var up = state == State.ACTIVE || state == State.UNHEALTHY || state == State.TERMINATING;
        var token = Ids.hex("jupyter" + id);
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "ip",
                when(addressed, ip),
                "private_ip",
                when(addressed, privateIp),
                "status",
                state.word(),
                "ssh_key_names",
                sshKeys,
                "file_system_names",
                mounts.stream().map(Mount::name).toList(),
                "file_system_mounts",
                some(mounts.stream().map(Mount::json).toList()),
                "region",
                region.json(),
                "instance_type",
                type.json(),
                "hostname",
                when(up && addressed, hostname.orElse(ip.replace('.', '-'))),
                "jupyter_token",
                when(state == State.ACTIVE, token),
                "jupyter_url",
                // not the service's own domain: whoever opens it must not reach a stranger
                when(
                        state == State.ACTIVE,
                        "https://jupyter-" + id + ".lambdaspaces.invalid/?token=" + token),
                "actions",
                actions(state),
                "tags",
                some(tags.stream().map(Tag::json).toList()),
                "firewall_rulesets",
                some(rulesets.stream().map(r -> Json.obj("id", r)).toList()));
    }

    private Json actions(State state) {
        return Json.obj(
                "migrate",
                action(state, false),
                "rebuild",
                action(state, old),
                "restart",
                action(state, false),
                "cold_reboot",
                action(state, old),
                "terminate",
                state == State.BOOTING
                        ? Json.obj("available", true) // the only way to stop paying for it
                        : action(state, false));
    }

    private static Json action(State state, boolean tooOld) {
        return switch (state) {
            case BOOTING -> off("vm-has-not-launched", "The instance has not launched yet.");
            case TERMINATING, TERMINATED ->
                    off("vm-is-terminating", "The instance is being terminated.");
            case ACTIVE, UNHEALTHY ->
                    tooOld
                            ? off("vm-is-too-old", "The instance was launched too long ago.")
                            : Json.obj("available", true);
        };
    }

    private static Json off(String code, String description) {
        return Json.obj("available", false, "reason_code", code, "reason_description", description);
    }

    private static Optional<String> when(boolean shown, String text) {
        return shown ? Optional.of(text) : Optional.empty();
    }

    private static Optional<List<Json>> some(List<Json> list) {
        return Optional.of(list).filter(l -> !l.isEmpty());
    }
}
