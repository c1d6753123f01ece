package io.pilothouse.domain;

import java.time.Instant;
import java.util.List;

/// The facts that more than one provider states. A provider adds its own beside them.
public final class Facts {
    public static final Fact<String> TYPE = new Fact<>("type", String.class);
    public static final Fact<String> REGION = new Fact<>("region", String.class);
    public static final Fact<String> IP = new Fact<>("ip", String.class);
    public static final Fact<String> PRIVATE_IP = new Fact<>("private-ip", String.class);
    public static final Fact<String> HOSTNAME = new Fact<>("hostname", String.class);
    public static final Fact<String> DESCRIPTION = new Fact<>("description", String.class);
    public static final Fact<Instant> CREATED = new Fact<>("created", Instant.class);
    public static final Fact<Instant> EXPIRES = new Fact<>("expires", Instant.class);
    public static final Fact<Instant> ENDED = new Fact<>("ended", Instant.class);
    public static final Fact<String> CIDR = new Fact<>("cidr", String.class);
    public static final Fact<Long> QUANTITY = new Fact<>("quantity", Long.class);

    /// Of a [#QUANTITY].
    public static final Fact<Long> USED = new Fact<>("used", Long.class);

    public static final Fact<Money> PRICE = new Fact<>("price", Money.class);
    public static final Fact<Bytes> SIZE = new Fact<>("size", Bytes.class);
    public static final Fact<Long> GPUS = new Fact<>("gpus", Long.class);
    public static final Fact<Long> VCPUS = new Fact<>("vcpus", Long.class);
    public static final Fact<Bytes> MEMORY = new Fact<>("memory", Bytes.class);
    public static final Fact<Bytes> DISK = new Fact<>("disk", Bytes.class);

    /// Regions in which a type can be had just now.
    public static final Fact<List<String>> AVAILABLE_IN = new Fact<>("available-in", List.class);

    public static final Fact<List<Link>> SSH_KEYS = new Fact<>("ssh-keys", List.class);
    public static final Fact<List<Link>> VOLUMES = new Fact<>("volumes", List.class);
    public static final Fact<List<Link>> FIREWALLS = new Fact<>("firewalls", List.class);
    public static final Fact<List<Link>> INSTANCES = new Fact<>("instances", List.class);

    /// The network it is a part of.
    public static final Fact<Link> NETWORK = new Fact<>("network", Link.class);

    public static final Fact<List<Link>> USED_BY = new Fact<>("used-by", List.class);
    public static final Fact<List<Rule>> RULES = new Fact<>("rules", List.class);
    public static final Fact<List<String>> TAGS = new Fact<>("tags", List.class);

    private Facts() {}
}
