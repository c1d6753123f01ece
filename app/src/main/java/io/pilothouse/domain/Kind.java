package io.pilothouse.domain;

import java.util.List;

/// Where a resource is shown: one combined table a kind, over accounts and providers. The kind's columns come first in
/// that table. Words: `kind.<id>`.
public enum Kind {
    INSTANCE("instance", Facts.TYPE, Facts.REGION, Facts.IP, Facts.PRICE),
    INSTANCE_TYPE(
            "instance-type",
            Facts.DESCRIPTION,
            Facts.VCPUS,
            Facts.MEMORY,
            Facts.DISK,
            Facts.PRICE,
            Facts.AVAILABLE_IN),
    IMAGE("image", Facts.REGION, Facts.CREATED),
    VOLUME("volume", Facts.REGION, Facts.SIZE, Facts.CREATED),
    FIREWALL("firewall", Facts.REGION, Facts.RULES, Facts.USED_BY),
    SSH_KEY("ssh-key");

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Fact<?>> columns;

    Kind(String id, Fact<?>... columns) {
        this.id = id;
        this.columns = List.of(columns);
    }

    public String id() {
        return id;
    }

    public List<Fact<?>> columns() {
        return columns;
    }
}
