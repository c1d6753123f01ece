package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of rows that nobody has sorted: by account and scope as these stand elsewhere, then by name. So it does not
/// hang on which list was read first.
public final class UsualOrder {
    private record Place(String account, Resource.Ref scope) {}

    private UsualOrder() {}

    /// What belongs to no scope comes before what does; an account or a scope that is not known comes last.
    ///
    /// @param accounts ids in their order
    public static Comparator<Row> of(List<String> accounts, List<Scope> scopes) {
        var ofAccount = new HashMap<String, Integer>();
        accounts.forEach(a -> ofAccount.put(a, ofAccount.size()));
        var ofScope = new HashMap<Place, Integer>();
        scopes.forEach(
                s -> ofScope.put(new Place(s.account(), s.resource().ref()), ofScope.size()));
        return Comparator.comparingInt(
                        (Row r) -> ofAccount.getOrDefault(r.account().id(), Integer.MAX_VALUE))
                .thenComparingInt(r -> scope(r, ofScope))
                .thenComparing(r -> r.resource().name(), NaturalOrder.INSTANCE)
                .thenComparing(r -> r.resource().id());
    }

    private static int scope(Row row, Map<Place, Integer> order) {
        return row.resource()
                .parent()
                .map(p -> new Place(row.account().id(), p))
                .map(p -> order.getOrDefault(p, Integer.MAX_VALUE))
                .orElse(-1);
    }
}
