package io.pilothouse.provider.lambdacloud;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Secret;

import java.time.Instant;
import java.util.List;

/// The facts that only Lambda Cloud states.
final class LambdaFacts {
    static final Fact<String> GPU = new Fact<>("lambda.gpu", String.class);
    static final Fact<String> TYPE_TEXT = new Fact<>("lambda.type-text", String.class);
    static final Fact<String> REGION_TEXT = new Fact<>("lambda.region-text", String.class);
    static final Fact<Secret> JUPYTER_URL = new Fact<>("lambda.jupyter-url", Secret.class);
    static final Fact<Secret> JUPYTER_TOKEN = new Fact<>("lambda.jupyter-token", Secret.class);

    /// Where file systems are mounted: the paths.
    static final Fact<List<String>> MOUNTS = new Fact<>("lambda.mounts", List.class);

    static final Fact<String> MOUNT_POINT = new Fact<>("lambda.mount-point", String.class);
    static final Fact<String> CREATED_BY = new Fact<>("lambda.created-by", String.class);
    static final Fact<Boolean> IN_USE = new Fact<>("lambda.in-use", Boolean.class);
    static final Fact<String> FAMILY = new Fact<>("lambda.family", String.class);
    static final Fact<String> VERSION = new Fact<>("lambda.version", String.class);
    static final Fact<String> ARCHITECTURE = new Fact<>("lambda.architecture", String.class);
    static final Fact<Instant> UPDATED = new Fact<>("lambda.updated", Instant.class);
    static final Fact<String> KEY_TYPE = new Fact<>("lambda.key-type", String.class);
    static final Fact<String> PUBLIC_KEY = new Fact<>("lambda.public-key", String.class);

    private LambdaFacts() {}
}
