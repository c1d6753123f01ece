package io.pilothouse.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One row: what it is called, how it is, its typed facts, and the raw JSON it came from (secrets hidden). One type for
/// all providers.
///
/// @param parent the scope it was listed in (a project, a server), where there is one
/// @param problem why the row could not be read as it should (a field of a wrong type); such a row is marked, not fatal
public record Resource(
        Ref ref,
        Optional<Ref> parent,
        String name,
        Status status,
        Map<Fact<?>, Object> facts,
        Json raw,
        Optional<String> problem) {
    /// A name of which nothing can be seen is none: what is asked about must be called something.
    public Resource {
        if (name.codePoints().noneMatch(Resource::isSeen)) {
            name = ref.id();
        }
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    /// Unique within an account. The account stands in the feed, so that a decoder need not know it.
    public record Ref(String type, String id) {}

    public static Resource of(String type, String id, String name, Status status, Json raw) {
        return new Resource(
                new Ref(type, id), Optional.empty(), name, status, Map.of(), raw, Optional.empty());
    }

    /// A row that can't be read: kept and marked with the reason.
    public static Resource unreadable(String type, Json raw, String why) {
        return unreadable(type, raw.word("id"), raw, why);
    }

    /// The same under an id that the answer does not give, so that it can be told from others like it.
    public static Resource unreadable(String type, String id, Json raw, String why) {
        return new Resource(
                new Ref(type, id),
                Optional.empty(),
                raw.text("name").orElse(id),
                Status.NONE,
                Map.of(),
                raw,
                Optional.of(why));
    }

    public <T> Resource with(Fact<T> fact, T value) {
        var more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Resource(
                ref, parent, name, status, Collections.unmodifiableMap(more), raw, problem);
    }

    public <T> Resource with(Fact<T> fact, Optional<? extends T> value) {
        return value.isPresent() ? with(fact, value.get()) : this;
    }

    /// The same, marked: what could be read stays, and the reason is shown beside it.
    public Resource marked(String why) {
        return new Resource(ref, parent, name, status, facts, raw, Optional.of(why));
    }

    public Resource within(Resource scope) {
        return new Resource(ref, Optional.of(scope.ref), name, status, facts, raw, problem);
    }

    @SuppressWarnings("unchecked") // `with` is the only way in
    public <T> Optional<T> get(Fact<T> fact) {
        return Optional.ofNullable((T) facts.get(fact));
    }

    /// Is this one of its addresses, with or without `/32`?
    boolean hasAddress(String text) {
        var address = text.endsWith("/32") ? text.substring(0, text.length() - 3) : text;
        return get(Facts.PRIVATE_IP).filter(address::equals).isPresent()
                || get(Facts.IP).filter(address::equals).isPresent();
    }

    public String type() {
        return ref.type();
    }

    public String id() {
        return ref.id();
    }

    /// The id of its scope, or empty where it has none.
    public String scope() {
        return parent.map(Ref::id).orElse("");
    }
}
