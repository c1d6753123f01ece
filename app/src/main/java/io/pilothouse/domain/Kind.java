package io.pilothouse.domain;

import java.util.List;

/// Where a resource is shown: one combined table a kind, over accounts and providers. The kind's columns come first in
/// that table. Words: `kind.<id>`. In this order, and under these sections, they are offered.
public enum Kind {
    INSTANCE("instance", Section.COMPUTE, Facts.TYPE, Facts.REGION, Facts.IP, Facts.PRICE),
    INSTANCE_TYPE(
            "instance-type",
            Section.COMPUTE,
            Facts.DESCRIPTION,
            Facts.VCPUS,
            Facts.MEMORY,
            Facts.DISK,
            Facts.PRICE,
            Facts.AVAILABLE_IN),
    /// How many of a type can be had in a place just now.
    CAPACITY("capacity", Section.COMPUTE, Facts.TYPE, Facts.REGION, Facts.QUANTITY),
    IMAGE("image", Section.COMPUTE, Facts.REGION, Facts.CREATED),
    /// What instances are made after.
    TEMPLATE("template", Section.COMPUTE, Facts.TYPE, Facts.REGION, Facts.CREATED),
    /// Instances made after one template.
    GROUP("group", Section.COMPUTE, Facts.INSTANCES, Facts.CREATED),
    /// Capacity paid for in advance.
    RESERVATION("reservation", Section.COMPUTE, Facts.QUANTITY, Facts.USED, Facts.EXPIRES),
    VOLUME("volume", Section.STORAGE, Facts.REGION, Facts.SIZE, Facts.CREATED),
    SNAPSHOT("snapshot", Section.STORAGE, Facts.SIZE, Facts.CREATED),
    NETWORK("network", Section.NETWORK, Facts.CIDR),
    SUBNET("subnet", Section.NETWORK, Facts.REGION, Facts.CIDR, Facts.NETWORK),
    FIREWALL("firewall", Section.NETWORK, Facts.REGION, Facts.RULES, Facts.USED_BY),
    LOAD_BALANCER("load-balancer", Section.NETWORK, Facts.REGION, Facts.IP),
    /// An InfiniBand network.
    FABRIC("fabric", Section.NETWORK, Facts.REGION),
    /// A part of a fabric.
    PARTITION("partition", Section.NETWORK, Facts.NETWORK),
    SSH_KEY("ssh-key", Section.ACCESS),
    TOKEN("token", Section.ACCESS, Facts.CREATED, Facts.EXPIRES),
    IDENTITY("identity", Section.ACCESS),
    ORGANISATION("organisation", Section.ORGANISATION),
    PROJECT("project", Section.ORGANISATION),
    LOCATION("location", Section.ORGANISATION),
    FEATURE("feature", Section.ORGANISATION),
    OPERATION("operation", Section.ORGANISATION, Facts.CREATED, Facts.ENDED);

    /// Kinds that stand together. Words: `section.<id>`.
    public enum Section {
        COMPUTE("compute"),
        STORAGE("storage"),
        NETWORK("network"),
        ACCESS("access"),
        ORGANISATION("organisation");

        private final String id;

        Section(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    private final String id;
    private final Section section;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Fact<?>> columns;

    Kind(String id, Section section, Fact<?>... columns) {
        this.id = id;
        this.section = section;
        this.columns = List.of(columns);
    }

    public String id() {
        return id;
    }

    public Section section() {
        return section;
    }

    public List<Fact<?>> columns() {
        return columns;
    }
}
