package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.KEY;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One request that is fine for every operation of the service.
final class Requests {
    private static final String ORG = Words.id("organisation");
    private static final String RESEARCH = Words.id("project research");
    private static final String SERVING = Words.id("project serving");
    private static final String P = "/projects/{project_id}";
    private static final String VMS = P + "/compute/vms/instances";
    private static final String GROUPS = P + "/compute/instance-groups";
    private static final String TEMPLATES = P + "/compute/instance-templates";
    private static final String NET = P + "/networking/";
    private static final String DISKS = P + "/storage/disks";
    private static final String SNAPSHOTS = P + "/storage/snapshots";
    private static final String USAGE = "/organizations/{organization_id}/usage";
    private static final String FILTERS =
            "projects=%s&resource_types=a100.8x,persistent-ssd&regions=us-northcentral1&start_date=2026-11-01&end_date=2026-11-10"
                    .formatted(RESEARCH);

    /// @param template the path without the API version
    /// @param values what its names stand for; the operation's id is filled in later
    record Sample(
            String method,
            String template,
            Map<String, String> values,
            String query,
            Optional<Json> body) {
        Sample with(String newQuery) {
            return new Sample(method, template, values, newQuery, body);
        }

        Sample with(Json newBody) {
            return new Sample(method, template, values, query, Optional.of(newBody));
        }

        String path() {
            return path(values);
        }

        /// The path as if the last name meant something that is not there.
        String pathToNothing() {
            var last = template.substring(template.lastIndexOf('{') + 1, template.lastIndexOf('}'));
            return path(Map.of(last, "00000000-0000-4000-8000-000000000000"));
        }

        private String path(Map<String, String> first) {
            var path = template;
            for (var all : List.of(first, values)) {
                for (var value : all.entrySet()) {
                    path = path.replace("{" + value.getKey() + "}", value.getValue());
                }
            }
            return path + (query.isEmpty() ? "" : "?" + query);
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private Requests() {}

    static Stream<Sample> all() {
        return Stream.of(
                        places(),
                        organisation(),
                        user(),
                        compute(),
                        vms(),
                        storage(),
                        networks(),
                        traffic(),
                        operations())
                .flatMap(s -> s);
    }

    private static Stream<Sample> places() {
        return Stream.of(
                read("/capacities").with("location=us-northcentral1-a"),
                read("/compute/images"),
                read("/compute/images/{image_id}", "image_id", Words.id("image ubuntu")),
                read("/featureflags"),
                read("/locations"),
                read(P + "/compute/vms/types"));
    }

    private static Stream<Sample> organisation() {
        var projects = "/organizations/projects";
        var reservations = "/organizations/{organization_id}/reservations";
        return Stream.of(
                read("/organizations/entities"),
                write("PUT", "/organizations/entities", Json.obj("organization_name", "Polar"))
                        .with("org_id=" + ORG),
                read(projects),
                write("POST", projects, Json.obj("name", "new", "organization_id", ORG)),
                write("PUT", projects, Json.obj("name", "newer")).with("project_id=" + SERVING),
                read(projects + "/{project_id}"),
                delete(projects + "/{project_id}"),
                read(reservations).with("status=effective"),
                read(
                        reservations + "/{reservation_id}",
                        "reservation_id",
                        Words.id("reservation a100")),
                read(USAGE).with(FILTERS),
                read(USAGE + "/export").with(FILTERS + "&resources=" + Words.id("vm finetune")),
                read(USAGE + "/options"));
    }

    private static Stream<Sample> user() {
        return Stream.of(
                read("/users/identities"),
                write("PUT", "/users/identities", Json.obj("name", "Ben", "role", "Member")),
                delete("/users/identities"),
                read("/users/ssh-keys"),
                write("POST", "/users/ssh-keys", Json.obj("name", "new", "public_key", KEY)),
                delete("/users/ssh-keys").with("id=" + Words.id("key ci")),
                read("/users/tokens"),
                write(
                        "POST",
                        "/users/tokens",
                        Json.obj("alias", "new", "expires_at", "2027-01-01T00:00:00Z")),
                delete("/users/tokens").with("access_key=Qm9zdG9uVGVzdEtleTAwMQ"));
    }

    private static Stream<Sample> compute() {
        var group = Words.id("group sweep");
        var template = Words.id("template sweep");
        var oneGroup = GROUPS + "/{instance_group_id}";
        var oneTemplate = TEMPLATES + "/{instance_template_id}";
        var body = Json.obj("name", "g", "template_id", template);
        return Stream.of(
                read(GROUPS),
                write("POST", GROUPS, body),
                read(oneGroup, "instance_group_id", group),
                write("PATCH", oneGroup, body, "instance_group_id", group),
                delete(oneGroup, "instance_group_id", group),
                read(TEMPLATES),
                write("POST", TEMPLATES, template()),
                read(oneTemplate, "instance_template_id", template),
                delete(oneTemplate, "instance_template_id", Words.id("template unused")),
                write("POST", P + "/compute/vms/bulk-instances", bulk()));
    }

    private static Json template() {
        return Json.obj(
                "template_name",
                "t",
                "type",
                "h100-80gb-sxm-ib.8x",
                "ssh_public_key",
                KEY,
                "location",
                NORTH,
                "subnet_id",
                Words.id("subnet nodes-north"),
                "ib_partition_id",
                Words.id("partition pretraining"),
                "image_name",
                "ubuntu:20.04",
                "public_ip_address_type",
                "static",
                "reservation_id",
                "",
                "startup_script",
                "#!/bin/sh",
                "shutdown_script",
                "#!/bin/sh",
                "disks",
                List.of(Json.obj("size", "10GiB", "type", "persistent-ssd")),
                "virtualization_features",
                Json.obj("nested_virtualization", true));
    }

    private static Json bulk() {
        return Json.obj(
                "name_prefix",
                "my-vm",
                "count",
                2,
                "instance_template_id",
                Words.id("template sweep"),
                "instance_group_id",
                Words.id("group sweep"),
                "locations",
                List.of(Json.obj("location", NORTH, "subnet_id", Words.id("subnet nodes-north"))),
                "reservation_specification",
                Json.obj("selection_strategy", "on_demand"));
    }

    private static Stream<Sample> vms() {
        var one = VMS + "/{vm_id}";
        var notebook = Words.id("vm notebook");
        return Stream.of(
                read(VMS).with("limit=2&sort=name&states=STATE_RUNNING"),
                write("POST", VMS, vm()),
                read(one, "vm_id", Words.id("vm train-0")),
                write(
                        "PATCH",
                        one,
                        Json.obj("action", "UPDATE", "type", "a40.2x"),
                        "vm_id",
                        notebook),
                delete(one, "vm_id", notebook),
                write(
                        "POST",
                        one + "/attach-disks",
                        Json.obj("attach_disks", List.of(attachment())),
                        "vm_id",
                        notebook),
                write(
                        "POST",
                        one + "/detach-disks",
                        Json.obj("detach_disks", List.of(Words.id("disk checkpoints"))),
                        "vm_id",
                        Words.id("vm finetune")));
    }

    private static Json attachment() {
        return Json.obj(
                "disk_id",
                Words.id("disk datasets"),
                "attachment_type",
                "data",
                "mode",
                "read-write");
    }

    private static Json vm() {
        return CrusoeAccount.vm("probe")
                .with("image", "ubuntu:20.04")
                .with("type", "h100-80gb-sxm-ib.8x")
                .with("startup_script", "#!/bin/sh")
                .with("shutdown_script", "#!/bin/sh")
                .with("disks", List.of(attachment()))
                .with(
                        "host_channel_adapters",
                        List.of(Json.obj("ib_partition_id", Words.id("partition pretraining"))))
                .with(
                        "network_interfaces",
                        List.of(Json.obj("subnet", Words.id("subnet nodes-north"))))
                .with("reservation_specification", Json.obj("selection_strategy", "lowest_cost"))
                .with("virtualization_features", Json.obj("nested_virtualization", true))
                .with("commitment_period", 0);
    }

    private static Stream<Sample> storage() {
        var scratch = Words.id("disk scratch");
        var snapshot = Words.id("snapshot checkpoints");
        var disk =
                Json.obj(
                        "name",
                        "d",
                        "size",
                        "10GiB",
                        "location",
                        NORTH,
                        "type",
                        "persistent-ssd",
                        "block_size",
                        4096);
        return Stream.of(
                read(DISKS),
                write("POST", DISKS, disk),
                read(DISKS + "/{disk_id}", "disk_id", Words.id("disk datasets")),
                write("PATCH", DISKS + "/{disk_id}", Json.obj("size", "1TiB"), "disk_id", scratch),
                delete(DISKS + "/{disk_id}", "disk_id", scratch),
                read(SNAPSHOTS),
                write("POST", SNAPSHOTS, Json.obj("disk_id", scratch)),
                read(SNAPSHOTS + "/{snapshot_id}", "snapshot_id", snapshot),
                delete(SNAPSHOTS + "/{snapshot_id}", "snapshot_id", snapshot));
    }

    private static Stream<Sample> networks() {
        var network = Words.id("network default-ethernet");
        var empty = Words.id("network unused");
        var subnet = Words.id("subnet unused");
        var partition = Words.id("partition unused");
        var ib = Words.id("ib-network-north");
        var name = Json.obj("name", "new");
        return Stream.of(
                read(NET + "vpc-networks"),
                write("POST", NET + "vpc-networks", Json.obj("name", "n", "cidr", "10.99.0.0/16")),
                read(NET + "vpc-networks/{vpc_network_id}", "vpc_network_id", network),
                write(
                        "PATCH",
                        NET + "vpc-networks/{vpc_network_id}",
                        name,
                        "vpc_network_id",
                        network),
                delete(NET + "vpc-networks/{vpc_network_id}", "vpc_network_id", empty),
                read(NET + "vpc-subnets"),
                write(
                        "POST",
                        NET + "vpc-subnets",
                        Json.obj(
                                "name",
                                "s",
                                "cidr",
                                "172.27.64.0/20",
                                "location",
                                NORTH,
                                "vpc_network_id",
                                network)),
                read(NET + "vpc-subnets/{vpc_subnet_id}", "vpc_subnet_id", subnet),
                write("PATCH", NET + "vpc-subnets/{vpc_subnet_id}", name, "vpc_subnet_id", subnet),
                delete(NET + "vpc-subnets/{vpc_subnet_id}", "vpc_subnet_id", subnet),
                read(NET + "ib-networks"),
                read(NET + "ib-networks/{ib_network_id}", "ib_network_id", ib),
                read(NET + "ib-partitions"),
                write("POST", NET + "ib-partitions", Json.obj("name", "p", "ib_network_id", ib)),
                read(
                        NET + "ib-partitions/{ib_partition_id}",
                        "ib_partition_id",
                        Words.id("partition pretraining")),
                delete(NET + "ib-partitions/{ib_partition_id}", "ib_partition_id", partition));
    }

    private static Stream<Sample> traffic() {
        var rules = NET + "vpc-firewall-rules";
        var rule = Words.id("rule ssh-in");
        var balancers = NET + "load-balancers";
        var balancer = Words.id("balancer inference");
        var end = List.of(Json.obj("cidr", "192.0.2.7"));
        Json ends =
                Json.obj(
                        "name",
                        "r",
                        "protocols",
                        List.of("tcp", "udp"),
                        "sources",
                        end,
                        "source_ports",
                        List.of("1-65535"),
                        "destinations",
                        List.of(Json.obj("resource_id", Words.id("vm train-0"))),
                        "destination_ports",
                        List.of("80", "3000-8080"));
        var network = Words.id("network default-ethernet");
        var health = Json.obj("port", "80", "interval", "5", "timeout", "2");
        return Stream.of(
                read(rules),
                write(
                        "POST",
                        rules,
                        ends.with("action", "deny")
                                .with("direction", "egress")
                                .with("vpc_network_id", network)),
                read(rules + "/{vpc_firewall_rule_id}", "vpc_firewall_rule_id", rule),
                write(
                        "PATCH",
                        rules + "/{vpc_firewall_rule_id}",
                        ends,
                        "vpc_firewall_rule_id",
                        rule),
                delete(rules + "/{vpc_firewall_rule_id}", "vpc_firewall_rule_id", rule),
                serving(read(balancers)),
                write(
                        "POST",
                        balancers,
                        Json.obj(
                                "name",
                                "b",
                                "algorithm",
                                "random",
                                "type",
                                "internal_ipv4",
                                "location",
                                NORTH,
                                "protocols",
                                List.of("tcp"),
                                "destinations",
                                end,
                                "network_interfaces",
                                List.of(
                                        Json.obj(
                                                "network",
                                                network,
                                                "subnet",
                                                Words.id("subnet nodes-north"))),
                                "health_check",
                                health)),
                serving(read(balancers + "/{load_balancer_id}", "load_balancer_id", balancer)),
                serving(
                        write(
                                "PATCH",
                                balancers + "/{load_balancer_id}",
                                Json.obj("name", "b", "destinations", end, "health_check", health),
                                "load_balancer_id",
                                balancer)),
                serving(delete(balancers + "/{load_balancer_id}", "load_balancer_id", balancer)));
    }

    private static Stream<Sample> operations() {
        return Stream.of(
                        VMS,
                        DISKS,
                        SNAPSHOTS,
                        NET + "vpc-networks",
                        NET + "vpc-subnets",
                        NET + "vpc-firewall-rules",
                        NET + "load-balancers")
                .flatMap(
                        c ->
                                Stream.of(
                                        read(c + "/operations").with("state=IN_PROGRESS,FAILED"),
                                        read(
                                                c + "/operations/{operation_id}",
                                                "operation_id",
                                                "{operation_id}")));
    }

    private static Sample read(String template, String... value) {
        return new Sample("GET", template, values(value), "", Optional.empty());
    }

    private static Sample delete(String template, String... value) {
        return new Sample("DELETE", template, values(value), "", Optional.empty());
    }

    private static Sample write(String method, String template, Json body, String... value) {
        return new Sample(method, template, values(value), "", Optional.of(body));
    }

    /// In the other project.
    private static Sample serving(Sample sample) {
        var values = new HashMap<>(sample.values);
        values.put("project_id", SERVING);
        return new Sample(sample.method, sample.template, values, sample.query, sample.body);
    }

    private static Map<String, String> values(String... value) {
        var values = new HashMap<String, String>();
        values.put("organization_id", ORG);
        values.put("project_id", RESEARCH);
        if (value.length == 2) {
            values.put(value[0], value[1]);
        }
        return values;
    }
}
