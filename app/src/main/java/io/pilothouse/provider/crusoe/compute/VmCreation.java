package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.List;
import java.util.Optional;

/// The plan of a creation: one call a name, never sent twice. A creation whose answer was lost is found by its name.
public final class VmCreation {
    private VmCreation() {}

    static List<Step> plan(Ask ask) {
        return NameRange.names(ask.answers().word("name")).stream()
                .map(name -> step(ask, name))
                .toList();
    }

    private static Step step(Ask ask, String name) {
        var request =
                Request.of("POST", Collection.VMS.path(), ask.scopeId())
                        .json(body(ask.answers(), name));
        return Operations.creation(
                request, List.of(), Collection.VMS, ask.scopeId(), Types.VM, name);
    }

    private static Json body(Json answers, String name) {
        return Json.obj(
                "name", name,
                "type", answers.text("type"),
                "location", answers.text("location"),
                "image", answers.text("image_name"),
                "ssh_public_key", answers.text("ssh_public_key"),
                "startup_script", script(answers, "startup_script"),
                "shutdown_script", script(answers, "shutdown_script"),
                "disks", some(Attachments.sent(answers, "disks")),
                "network_interfaces", answers.text("subnet_id").map(s -> networks(answers, s)),
                "host_channel_adapters",
                        answers.text("ib_partition_id")
                                .map(p -> List.of(Json.obj("ib_partition_id", p))),
                "reservation_specification",
                        Reserving.specification(answers.text("reservation_specification")),
                "virtualization_features", virtualization(answers));
    }

    /// A script often holds tokens, so it is a secret from here on.
    public static Json script(Json answers, String field) {
        return answers.text(field).map(text -> Json.of(Secret.of(text))).orElse(answers.at(field));
    }

    public static Json virtualization(Json answers) {
        return answers.isTrue("nested_virtualization")
                ? Json.obj("nested_virtualization", true)
                : Json.absent();
    }

    /// Interfaces have one form for being asked for and for being told of, all of whose fields are required: what only
    /// the service can say is empty.
    private static List<Json> networks(Json answers, String subnet) {
        var address =
                Json.obj(
                        "private_ipv4", Json.obj("address", ""),
                        "public_ipv4",
                                Json.obj(
                                        "address",
                                        "",
                                        "id",
                                        "",
                                        "type",
                                        answers.text("public_ip_address_type").orElse("dynamic")));
        return List.of(
                Json.obj(
                        "id", "",
                        "name", "",
                        "interface_type", "",
                        "mac_address", "",
                        "network", "",
                        "subnet", subnet,
                        "ips", List.of(address)));
    }

    private static Optional<List<Json>> some(List<Json> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }
}
