package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.compute.Bulk;
import io.pilothouse.rehearsal.crusoe.compute.Groups;
import io.pilothouse.rehearsal.crusoe.compute.Templates;
import io.pilothouse.rehearsal.crusoe.compute.Vms;
import io.pilothouse.rehearsal.crusoe.compute.World;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.network.FirewallRule;
import io.pilothouse.rehearsal.crusoe.network.FirewallRules;
import io.pilothouse.rehearsal.crusoe.network.Infiniband;
import io.pilothouse.rehearsal.crusoe.network.InfinibandNetwork;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancers;
import io.pilothouse.rehearsal.crusoe.network.Network;
import io.pilothouse.rehearsal.crusoe.network.Networks;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.network.Subnets;
import io.pilothouse.rehearsal.crusoe.organisation.Holdings;
import io.pilothouse.rehearsal.crusoe.organisation.Organisation;
import io.pilothouse.rehearsal.crusoe.organisation.Projects;
import io.pilothouse.rehearsal.crusoe.organisation.Reservations;
import io.pilothouse.rehearsal.crusoe.organisation.SshKeys;
import io.pilothouse.rehearsal.crusoe.organisation.Tokens;
import io.pilothouse.rehearsal.crusoe.organisation.Usage;
import io.pilothouse.rehearsal.crusoe.organisation.User;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.crusoe.storage.Disks;
import io.pilothouse.rehearsal.crusoe.storage.Snapshot;
import io.pilothouse.rehearsal.crusoe.storage.Snapshots;
import io.pilothouse.rehearsal.loopback.Speed;

import java.util.List;

/// All resources, wired together. A seed fills it, the service asks it.
public final class Stores implements Holdings {
    private final Agenda agenda;
    private final Catalogue catalogue;
    private final Operations operations;
    private final Organisation organisation;
    private final Projects projects;
    private final Tokens tokens;
    private final SshKeys keys;
    private final User user;
    private final Reservations reservations;
    private final Rows<Snapshot> snapshots = new Rows<>();
    private final Disks disks;
    private final Rows<Network> networks = new Rows<>();
    private final Rows<Subnet> subnets = new Rows<>();
    private final Rows<FirewallRule> rules = new Rows<>();
    private final Rows<LoadBalancer> balancers = new Rows<>();
    private final Infiniband infiniband;
    private final Vms vms;
    private final Rows<Template> templates = new Rows<>();
    private final Rows<Group> groups = new Rows<>();
    private final Usage usage;
    private final Table table = new Table();

    Stores(
            Agenda agenda,
            Catalogue catalogue,
            Speed speed,
            Organisation organisation,
            List<InfinibandNetwork> infinibandNetworks) {
        this.agenda = agenda;
        this.catalogue = catalogue;
        this.organisation = organisation;
        operations = new Operations(agenda, speed.tide().multipliedBy(4));
        projects = new Projects(organisation, this);
        tokens = new Tokens(agenda);
        keys = new SshKeys(agenda);
        user = new User("anna@example.com", "Anna Example", organisation, projects, keys, tokens);
        reservations = new Reservations(organisation, agenda);
        disks = new Disks(agenda, operations, catalogue, snapshots, speed.address());
        infiniband = new Infiniband(infinibandNetworks, new Rows<>(), this::used);
        usage = new Usage(organisation, projects, agenda);
        var world =
                new World(
                        agenda,
                        operations,
                        speed,
                        catalogue,
                        disks.rows(),
                        subnets,
                        infiniband,
                        reservations);
        vms = new Vms(world);
        organisation.routes(table);
        projects.routes(table);
        tokens.routes(table);
        keys.routes(table);
        user.routes(table);
        reservations.routes(table);
        catalogue.routes(table);
        disks.routes(table);
        new Snapshots(agenda, operations, snapshots, disks.rows(), speed.address()).routes(table);
        new Networks(operations, networks, subnets, rules, speed.address()).routes(table);
        new FirewallRules(operations, rules, networks, this::has, speed.address()).routes(table);
        new LoadBalancers(operations, catalogue, balancers, subnets, this::has, speed.address())
                .routes(table);
        new Subnets(operations, catalogue, subnets, networks, this::used, speed.address())
                .routes(table);
        infiniband.routes(table);
        vms.routes(table);
        var makers = new Templates(world, vms, templates, groups);
        makers.routes(table);
        new Groups(world, vms, groups, templates).routes(table);
        new Bulk(world, vms, makers, templates, groups).routes(table);
        usage.routes(table);
    }

    private boolean used(Subnet subnet) {
        return vms.uses(subnet)
                || balancers.of(subnet.project()).stream()
                        .flatMap(b -> b.places().stream())
                        .anyMatch(p -> p.subnet().equals(subnet.id()));
    }

    /// Whether traffic can go to it by its id.
    private boolean has(String project, String id) {
        return networks.get(project, id).isPresent()
                || subnets.get(project, id).isPresent()
                || vms.has(project, id);
    }

    private boolean used(Partition partition) {
        return vms.uses(partition);
    }

    Table table() {
        return table;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Organisation organisation() {
        return organisation;
    }

    public Projects projects() {
        return projects;
    }

    public Tokens tokens() {
        return tokens;
    }

    public SshKeys keys() {
        return keys;
    }

    public Reservations reservations() {
        return reservations;
    }

    public Rows<Disk> disks() {
        return disks.rows();
    }

    public Rows<Snapshot> snapshots() {
        return snapshots;
    }

    public Rows<Network> networks() {
        return networks;
    }

    public Rows<Subnet> subnets() {
        return subnets;
    }

    public Rows<Partition> partitions() {
        return infiniband.rows();
    }

    public Rows<FirewallRule> rules() {
        return rules;
    }

    public Rows<LoadBalancer> balancers() {
        return balancers;
    }

    public Rows<Template> templates() {
        return templates;
    }

    public Rows<Group> groups() {
        return groups;
    }

    public Usage usage() {
        return usage;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Vms vms() {
        return vms;
    }

    @Override
    public int disks(String project) {
        return disks.rows().of(project).size();
    }

    @Override
    public int vms(String project) {
        return vms.count(project);
    }

    @Override
    public int networks(String project) {
        return networks.of(project).size();
    }

    @Override
    public void forget(String project) {
        operations.forget(project);
        vms.forget(project);
        disks.rows().forget(project);
        snapshots.forget(project);
        subnets.forget(project);
        rules.forget(project);
        balancers.forget(project);
        templates.forget(project);
        groups.forget(project);
        networks.forget(project);
        infiniband.rows().forget(project);
    }
}
