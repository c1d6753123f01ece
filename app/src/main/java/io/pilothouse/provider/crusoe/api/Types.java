package io.pilothouse.provider.crusoe.api;

/// Ids of the types of resource, by which rows of one package name rows of another.
public final class Types {
    public static final String ORGANIZATION = "crusoe.organization";
    public static final String PROJECT = "crusoe.project";
    public static final String RESERVATION = "crusoe.reservation";
    public static final String IDENTITY = "crusoe.identity";
    public static final String FEATURE_FLAG = "crusoe.feature-flag";
    public static final String SSH_KEY = "crusoe.ssh-key";
    public static final String TOKEN = "crusoe.token";
    public static final String LOCATION = "crusoe.location";
    public static final String IMAGE = "crusoe.image";
    public static final String CAPACITY = "crusoe.capacity";
    public static final String VM = "crusoe.vm";
    public static final String VM_TYPE = "crusoe.vm-type";
    public static final String TEMPLATE = "crusoe.instance-template";
    public static final String GROUP = "crusoe.instance-group";
    public static final String DISK = "crusoe.disk";
    public static final String SNAPSHOT = "crusoe.snapshot";
    public static final String NETWORK = "crusoe.vpc-network";
    public static final String SUBNET = "crusoe.vpc-subnet";
    public static final String FIREWALL_RULE = "crusoe.firewall-rule";
    public static final String LOAD_BALANCER = "crusoe.load-balancer";
    public static final String IB_NETWORK = "crusoe.ib-network";
    public static final String IB_PARTITION = "crusoe.ib-partition";

    private Types() {}
}
