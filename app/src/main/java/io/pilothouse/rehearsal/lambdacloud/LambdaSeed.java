package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.rehearsal.lambdacloud.Catalogue.Region;
import io.pilothouse.rehearsal.lambdacloud.FileSystems.FileSystem;
import io.pilothouse.rehearsal.lambdacloud.Firewalls.Rule;
import io.pilothouse.rehearsal.lambdacloud.Firewalls.Ruleset;
import io.pilothouse.rehearsal.lambdacloud.Machine.Life;
import io.pilothouse.rehearsal.lambdacloud.Machine.Mount;
import io.pilothouse.rehearsal.lambdacloud.Machine.Tag;
import io.pilothouse.rehearsal.lambdacloud.SshKeys.SshKey;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the account has when the rehearsal begins.
///
/// @param rules the inbound rules, and the global ruleset's
public record LambdaSeed(
        Catalogue catalogue,
        List<Machine> machines,
        List<FileSystem> fileSystems,
        List<SshKey> keys,
        List<Ruleset> rulesets,
        List<Rule> rules) {

    private static final Rule SSH = tcp(22, 22, "0.0.0.0/0", "Allow SSH from anywhere");
    private static final Rule PING =
            new Rule("icmp", List.of(), "0.0.0.0/0", "Allow ping from anywhere");

    /// Nothing but the catalogue.
    public static LambdaSeed empty() {
        return new LambdaSeed(
                Catalogue.demo(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// A small team's account: seven instances in every state, four file systems, three keys, two rulesets.
    public static LambdaSeed demo(RehearsalClock clock, Speed speed) {
        var catalogue = Catalogue.demo();
        var created = clock.instant().minus(Duration.ofDays(40));
        var files = new ArrayList<FileSystem>();
        files.add(fileSystem(catalogue, "datasets-va", "us-east-1", created, 2_308_974_418_330L));
        files.add(fileSystem(catalogue, "checkpoints-ca", "us-west-1", created, 418_759_311_360L));
        files.add(fileSystem(catalogue, "scratch-ut", "us-west-3", created, 12_884_901_888L));
        files.add(fileSystem(catalogue, "archive-tx", "us-south-1", created, 7_696_581_394_432L));
        var rulesets =
                List.of(
                        new Ruleset(
                                Ids.hex("web-ruleset"),
                                "web-ruleset",
                                region(catalogue, "us-east-1"),
                                List.of(
                                        SSH,
                                        tcp(443, 443, "0.0.0.0/0", "HTTPS"),
                                        tcp(
                                                8000,
                                                8080,
                                                "192.0.2.0/24",
                                                "Inference from the office"),
                                        PING),
                                created),
                        new Ruleset(
                                Ids.hex("notebooks"),
                                "notebooks",
                                region(catalogue, "us-west-1"),
                                List.of(SSH, tcp(8888, 8888, "192.0.2.0/24", "JupyterLab")),
                                created));
        return new LambdaSeed(
                catalogue,
                machines(catalogue, clock.now(), speed),
                List.copyOf(files),
                List.of(
                        key(
                                "anna-laptop",
                                "AAAAC3NzaC1lZDI1NTE5AAAAIKc1Qb8oX3yN0mVx8Qk4e9a1rJ2tWmF5hLuZ7dPsT6gB"),
                        key(
                                "ben-desk",
                                "AAAAC3NzaC1lZDI1NTE5AAAAIM4vYp2sQ7uHc9xKfR1nWb6tEj3zLd8gAoV5iXmC0kSy"),
                        key(
                                "ci-runner",
                                "AAAAC3NzaC1lZDI1NTE5AAAAIH7wTz5bNq3rGf1yUj9mKx2cVe6sPd8oLa4iWhB0tRnQ")),
                rulesets,
                List.of(SSH, PING));
    }

    /// As [#demo], with more active instances until there are `count`, for measuring.
    public static LambdaSeed fleet(RehearsalClock clock, Speed speed, int count) {
        var demo = demo(clock, speed);
        var machines = new ArrayList<>(demo.machines);
        var up = new Life(clock.now(), clock.now(), OptionalLong.empty(), OptionalLong.empty());
        var types = demo.catalogue.types();
        var regions = demo.catalogue.regions();
        for (int i = machines.size(); i < count; i++) {
            machines.add(
                    machine(
                            "node-%04d".formatted(i),
                            types.get(i % types.size()).name(),
                            regions.get(i % regions.size()).name(),
                            "ci-runner",
                            i + 1,
                            up,
                            demo.catalogue));
        }
        return new LambdaSeed(
                demo.catalogue,
                List.copyOf(machines),
                demo.fileSystems,
                demo.keys,
                demo.rulesets,
                demo.rules);
    }

    private static List<Machine> machines(Catalogue all, long now, Speed speed) {
        var up = new Life(now, now, OptionalLong.empty(), OptionalLong.empty());
        var booting =
                new Life(
                        now + speed.address().toNanos(),
                        now + speed.boot().toNanos(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
        var through = now + speed.terminate().toNanos();
        var ending = up.ending(through, through + speed.listed().toNanos());
        var west = "us-west-1";
        return List.of(
                training("train-h100-01", 1, up, all),
                training("train-h100-02", 2, up, all),
                machine(
                        "ft-h100-pcie",
                        "gpu_1x_h100_pcie",
                        "us-west-3",
                        "ben-desk",
                        3,
                        booting,
                        all),
                machine("eval-gh200", "gpu_1x_gh200", "us-east-3", "ben-desk", 4, up, all),
                machine("notebook-anna", "gpu_1x_a10", west, "anna-laptop", 5, up, all),
                machine("sweep-03", "gpu_1x_a10", west, "ci-runner", 6, ending, all),
                sick(machine("sweep-04", "gpu_1x_a10", west, "ci-runner", 7, up, all)));
    }

    /// One of the long-lived two: too old for a cold reboot, with data and rules.
    private static Machine training(String name, int number, Life life, Catalogue all) {
        var m = machine(name, "gpu_8x_h100_sxm5", "us-east-1", "anna-laptop", number, life, all);
        return new Machine(
                m.id(),
                m.name(),
                m.type(),
                m.region(),
                m.sshKeys(),
                List.of(new Mount(Ids.hex("datasets-va"), "datasets-va", "/lambda/nfs/datasets")),
                Optional.of(name),
                List.of(new Tag("team", "vision"), new Tag("run", "pretrain-7b")),
                List.of(Ids.hex("web-ruleset")),
                m.image(),
                m.userData(),
                m.ip(),
                m.privateIp(),
                m.life(),
                true,
                false);
    }

    private static Machine sick(Machine m) {
        return new Machine(
                m.id(),
                m.name(),
                m.type(),
                m.region(),
                m.sshKeys(),
                m.mounts(),
                m.hostname(),
                m.tags(),
                m.rulesets(),
                m.image(),
                m.userData(),
                m.ip(),
                m.privateIp(),
                m.life(),
                m.old(),
                true);
    }

    private static Machine machine(
            String name,
            String type,
            String region,
            String key,
            int number,
            Life life,
            Catalogue all) {
        return new Machine(
                Ids.hex(name),
                Optional.of(name),
                all.type(type).orElseThrow(),
                region(all, region),
                List.of(key),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                all.images().getFirst().id(),
                Optional.empty(),
                Launches.address(number),
                "10.19.60.%d".formatted(number % 250 + 1),
                life,
                false,
                false);
    }

    private static FileSystem fileSystem(
            Catalogue all, String name, String region, Instant created, long used) {
        return new FileSystem(Ids.hex(name), name, region(all, region), created, Optional.of(used));
    }

    private static Region region(Catalogue all, String name) {
        return all.region(name).orElseThrow();
    }

    private static SshKey key(String name, String blob) {
        return new SshKey(Ids.hex("key" + name), name, "ssh-ed25519 " + blob + " " + name);
    }

    private static Rule tcp(int from, int to, String source, String description) {
        return new Rule("tcp", List.of(from, to), source, description);
    }
}
