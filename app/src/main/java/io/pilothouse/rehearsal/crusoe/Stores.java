package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.compute.Vms;
import io.pilothouse.rehearsal.crusoe.compute.World;
import io.pilothouse.rehearsal.crusoe.network.Infiniband;
import io.pilothouse.rehearsal.crusoe.network.InfinibandNetwork;
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
    private final Infiniband infiniband;
    private final Vms vms;
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
        vms =
                new Vms(
                        new World(
                                agenda,
                                operations,
                                speed,
                                catalogue,
                                disks.rows(),
                                subnets,
                                infiniband,
                                reservations));
        organisation.routes(table);
        projects.routes(table);
        tokens.routes(table);
        keys.routes(table);
        user.routes(table);
        reservations.routes(table);
        catalogue.routes(table);
        disks.routes(table);
        new Snapshots(agenda, operations, snapshots, disks.rows(), speed.address()).routes(table);
        new Networks(operations, networks, subnets, speed.address()).routes(table);
        new Subnets(operations, catalogue, subnets, networks, vms::uses, speed.address())
                .routes(table);
        infiniband.routes(table);
        vms.routes(table);
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
        networks.forget(project);
        infiniband.rows().forget(project);
    }
}
