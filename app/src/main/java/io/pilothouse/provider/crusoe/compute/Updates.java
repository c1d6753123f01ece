package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an UPDATE changes of a VM beside its type: the InfiniBand partition and the kind of its public address. In which
/// state it has to be is not documented; it is taken from the vendor's own client, which stops it for the one and wants
/// it running for the other.
final class Updates {
    private static final String PARTITION = "ib_partition_id";
    private static final String ADDRESS = "public_ip_address_type";

    private Updates() {}

    /// The update; a VM that runs is stopped for it and started again, each when the operation before it has ended. When
    /// the update fails it stays stopped, as it is then.
    static List<Step> whileStopped(Resource vm, Step update) {
        return vm.status().phase() == Phase.STOPPED
                ? List.of(update)
                : List.of(
                        Power.stop(vm).label(vm.name() + ": STOP"),
                        update.label(vm.name() + ": UPDATE"),
                        Power.start(vm).label(vm.name() + ": START"));
    }

    static Step update(Resource vm, String field, Object value, Predicate<Json> seen) {
        var body = Json.obj("action", "UPDATE", field, value);
        return Operations.change(Collection.VMS, vm, body, seen);
    }

    static List<Step> partition(Ask ask) {
        var vm = ask.target();
        var partition = ask.answers().word(PARTITION);
        return whileStopped(
                vm,
                update(
                        vm,
                        "host_channel_adapters",
                        List.of(Json.obj(PARTITION, partition)),
                        now -> partitions(now).equals(Set.of(partition))));
    }

    private static Set<String> partitions(Json vm) {
        return vm.list("host_channel_adapters").stream()
                .map(a -> a.word(PARTITION))
                .collect(Collectors.toSet());
    }

    /// Partitions where the VM is; the one it is in already is left out.
    static Form partitionForm(Resource vm) {
        var now = partitions(vm.raw());
        var location = vm.get(Facts.REGION).orElse("");
        var all = Choose.row(PARTITION, Types.IB_PARTITION, _ -> location);
        if (!(all.input() instanceof Input.Choose(_, _, var from))) {
            return Form.of(all);
        }
        return Form.of(
                Field.of(
                        PARTITION,
                        Input.Choose.one(
                                new Choices(
                                        from.types(),
                                        (answers, known) ->
                                                from.list().apply(answers, known).stream()
                                                        .filter(c -> !now.equals(Set.of(c.value())))
                                                        .toList()))));
    }

    /// The first interface with another kind of address, and all else of all interfaces as it is.
    static List<Step> address(Ask ask) {
        var vm = ask.target();
        var type = ask.answers().word(ADDRESS);
        var interfaces = new ArrayList<>(vm.raw().list("network_interfaces"));
        var first = interfaces.getFirst();
        var ips = new ArrayList<>(first.list("ips"));
        var ip = ips.getFirst();
        ips.set(0, ip.with("public_ipv4", ip.at("public_ipv4").with("type", type)));
        interfaces.set(0, first.with("ips", ips));
        return List.of(
                update(
                        vm,
                        "network_interfaces",
                        interfaces,
                        now -> addressType(now).filter(type::equals).isPresent()));
    }

    private static Optional<String> addressType(Json vm) {
        return vm.list("network_interfaces").stream()
                .limit(1)
                .flatMap(i -> i.list("ips").stream().limit(1))
                .flatMap(ip -> ip.text("public_ipv4", "type").stream())
                .findFirst();
    }

    /// The kinds that it does not have now.
    static Form addressForm(Resource vm) {
        var now = addressType(vm.raw()).orElse("");
        var kinds =
                List.of("dynamic", "static").stream()
                        .filter(k -> !k.equals(now))
                        .map(k -> Choice.of(k, k))
                        .toList();
        return Form.of(Field.of(ADDRESS, Input.Choose.one(new Choices(Set.of(), (_, _) -> kinds))));
    }

    static Optional<String> offAddress(Resource vm) {
        if (addressType(vm.raw()).isEmpty()) {
            return Optional.of("off.crusoe.no-address");
        }
        return vm.status().phase() == Phase.STOPPED
                ? Optional.of("off.crusoe.not-running")
                : Power.offLeaving(vm);
    }
}
