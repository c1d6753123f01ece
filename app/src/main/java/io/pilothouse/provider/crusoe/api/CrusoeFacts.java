package io.pilothouse.provider.crusoe.api;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Secret;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The facts that only Crusoe Cloud states.
public final class CrusoeFacts {
    public static final Fact<Instant> UPDATED = new Fact<>("crusoe.updated", Instant.class);

    // compute
    public static final Fact<Link> TEMPLATE = new Fact<>("crusoe.template", Link.class);
    public static final Fact<Link> GROUP = new Fact<>("crusoe.group", Link.class);
    public static final Fact<Link> RESERVATION = new Fact<>("crusoe.reservation", Link.class);
    public static final Fact<List<Link>> SUBNETS = new Fact<>("crusoe.subnets", List.class);
    public static final Fact<List<Link>> PARTITIONS = new Fact<>("crusoe.partitions", List.class);
    public static final Fact<Boolean> NESTED = new Fact<>("crusoe.nested", Boolean.class);
    public static final Fact<String> MAC = new Fact<>("crusoe.mac", String.class);
    public static final Fact<Long> RUNNING = new Fact<>("crusoe.running", Long.class);
    public static final Fact<String> GPU = new Fact<>("crusoe.gpu", String.class);
    public static final Fact<String> CPU = new Fact<>("crusoe.cpu", String.class);
    public static final Fact<String> IMAGE = new Fact<>("crusoe.image", String.class);
    public static final Fact<List<String>> LOCATIONS = new Fact<>("crusoe.locations", List.class);
    public static final Fact<String> IP_TYPE = new Fact<>("crusoe.ip-type", String.class);
    public static final Fact<List<String>> DISKS = new Fact<>("crusoe.disks", List.class);

    public static final Fact<Secret> STARTUP = new Fact<>("crusoe.startup", Secret.class);
    public static final Fact<Secret> SHUTDOWN = new Fact<>("crusoe.shutdown", Secret.class);

    // storage
    public static final Fact<String> DISK_TYPE = new Fact<>("crusoe.disk-type", String.class);
    public static final Fact<Bytes> BLOCK = new Fact<>("crusoe.block", Bytes.class);
    public static final Fact<String> SERIAL = new Fact<>("crusoe.serial", String.class);
    public static final Fact<Link> CREATED_FROM = new Fact<>("crusoe.created-from", Link.class);

    // networking
    public static final Fact<List<String>> SOURCE_PORTS =
            new Fact<>("crusoe.source-ports", List.class);
    public static final Fact<String> GATEWAY = new Fact<>("crusoe.gateway", String.class);
    public static final Fact<List<Link>> SOURCES = new Fact<>("crusoe.sources", List.class);
    public static final Fact<List<Link>> DESTINATIONS =
            new Fact<>("crusoe.destinations", List.class);
    public static final Fact<List<Link>> TARGETS = new Fact<>("crusoe.targets", List.class);
    public static final Fact<String> ALGORITHM = new Fact<>("crusoe.algorithm", String.class);
    public static final Fact<List<String>> PROTOCOLS = new Fact<>("crusoe.protocols", List.class);
    public static final Fact<String> HEALTH_CHECK = new Fact<>("crusoe.health-check", String.class);
    public static final Fact<List<String>> SLICES = new Fact<>("crusoe.slices", List.class);

    // organisation
    public static final Fact<String> RELATION = new Fact<>("crusoe.relation", String.class);
    public static final Fact<String> BALANCE = new Fact<>("crusoe.balance", String.class);
    public static final Fact<Boolean> DELINQUENT = new Fact<>("crusoe.delinquent", Boolean.class);
    public static final Fact<Boolean> PAYABLE = new Fact<>("crusoe.payable", Boolean.class);
    public static final Fact<Link> ORGANIZATION = new Fact<>("crusoe.organization", Link.class);
    public static final Fact<Long> INSTANCE_COUNT = new Fact<>("crusoe.instance-count", Long.class);
    public static final Fact<Long> DISK_COUNT = new Fact<>("crusoe.disk-count", Long.class);
    public static final Fact<Long> NETWORK_COUNT = new Fact<>("crusoe.network-count", Long.class);
    public static final Fact<String> PRODUCT = new Fact<>("crusoe.product", String.class);
    public static final Fact<String> CONTRACT_PRICE =
            new Fact<>("crusoe.contract-price", String.class);
    public static final Fact<Instant> STARTS = new Fact<>("crusoe.starts", Instant.class);
    public static final Fact<Instant> DELIVERED = new Fact<>("crusoe.delivered", Instant.class);
    public static final Fact<List<Link>> PROJECTS = new Fact<>("crusoe.projects", List.class);
    public static final Fact<String> ROLE = new Fact<>("crusoe.role", String.class);
    public static final Fact<String> VALUE = new Fact<>("crusoe.value", String.class);
    public static final Fact<Instant> LAST_USED = new Fact<>("crusoe.last-used", Instant.class);
    public static final Fact<String> FINGERPRINT = new Fact<>("crusoe.fingerprint", String.class);
    public static final Fact<String> MD5 = new Fact<>("crusoe.md5", String.class);
    public static final Fact<String> PUBLIC_KEY = new Fact<>("crusoe.public-key", String.class);

    // operations
    public static final Fact<Link> RESOURCE = new Fact<>("crusoe.resource", Link.class);
    public static final Fact<String> FAILURE = new Fact<>("crusoe.failure", String.class);

    // usage
    public static final Fact<LocalDate> DAY = new Fact<>("crusoe.day", LocalDate.class);
    public static final Fact<BigDecimal> AMOUNT = new Fact<>("crusoe.amount", BigDecimal.class);
    public static final Fact<String> METRIC = new Fact<>("crusoe.metric", String.class);
    public static final Fact<Link> PROJECT = new Fact<>("crusoe.project", Link.class);

    private CrusoeFacts() {}
}
