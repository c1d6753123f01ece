package io.pilothouse.cloud;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Resource;

import java.util.Set;

/// Which rows of a list are looked at, as far as a service may be asked for them alone. Values are those that the rows
/// state; an empty set leaves its place open.
///
/// @param states words of [Resource#status]
/// @param types of [Facts#TYPE]
/// @param regions of [Facts#REGION]
public record Wanted(Set<String> states, Set<String> types, Set<String> regions) {
    public static final Wanted ALL = new Wanted(Set.of(), Set.of(), Set.of());

    /// Would a service that is asked for these answer with this row?
    public boolean has(Resource row) {
        return passes(states, row.status().word())
                && passes(types, row.get(Facts.TYPE).orElse(""))
                && passes(regions, row.get(Facts.REGION).orElse(""));
    }

    private static boolean passes(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
