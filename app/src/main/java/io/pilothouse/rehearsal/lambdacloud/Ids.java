package io.pilothouse.rehearsal.lambdacloud;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Identifiers in the service's two spellings, the same for the same words in every rehearsal.
final class Ids {
    private Ids() {}

    /// 32 hexadecimal digits, as instances, keys, file systems and rulesets have.
    static String hex(String words) {
        return uuid(words).replace("-", "");
    }

    /// With its hyphens, as images have.
    static String uuid(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
