package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.order.NaturalOrder;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of rows that nobody has sorted: by account and scope as these stand elsewhere, then by name, region and
/// id. So it does not hang on which list was read first.
public final class UsualOrder {
    private record Place(String account, Resource.Ref scope) {}

    /// What a row is compared by, made once for each name it has and kept with it: a long table is sorted often.
    ///
    /// @param order that made it
    record Key(Object order, String name, int account, int scope, String natural) {}

    private static final Comparator<Key> BY_KEY =
            Comparator.comparingInt(Key::account)
                    .thenComparingInt(Key::scope)
                    .thenComparing(Key::natural)
                    .thenComparing(Key::name, NaturalOrder.INSTANCE);

    /// As the same image in several regions; what is in none comes first.
    private static final Comparator<Resource> OF_ONE_NAME =
            Comparator.<Resource, String>comparing(r -> r.get(Facts.REGION).orElse(""))
                    .thenComparing(Resource::id);

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
        var self = new Object();
        return (a, b) -> {
            var first = key(a, self, ofAccount, ofScope);
            var second = key(b, self, ofAccount, ofScope);
            int order = BY_KEY.compare(first, second);
            return order != 0 ? order : OF_ONE_NAME.compare(a.resource(), b.resource());
        };
    }

    private static Key key(
            Row row, Object order, Map<String, Integer> ofAccount, Map<Place, Integer> ofScope) {
        var name = row.resource().name();
        var known = row.place();
        if (known == null || !known.order().equals(order) || !known.name().equals(name)) {
            known =
                    new Key(
                            order,
                            name,
                            ofAccount.getOrDefault(row.account().id(), Integer.MAX_VALUE),
                            scope(row, ofScope),
                            NaturalOrder.key(name));
            row.place(known);
        }
        return known;
    }

    private static int scope(Row row, Map<Place, Integer> order) {
        return row.resource()
                .parent()
                .map(p -> new Place(row.account().id(), p))
                .map(p -> order.getOrDefault(p, Integer.MAX_VALUE))
                .orElse(-1);
    }
}
