package io.pilothouse.ui.resources.drawer;

import io.pilothouse.cloud.Cloud;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.kit.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a row is related to within its account: the scope it is in, what its facts of type [Link] name, and the other
/// way round what is in it and what names it. What is named twice is shown once, forwards first.
final class Relations {
    /// So many of a group are shown.
    static final int MOST = 40;

    /// A row that another one is related to.
    ///
    /// @param target empty where its list does not have it (yet), or is not read
    record Relation(
            String name,
            String type,
            Status status,
            Optional<Kind> kind,
            Optional<Resource.Ref> target) {}

    /// @param title what they are to the row, in words
    /// @param more that are not among the relations
    record Group(String title, List<Relation> relations, int more) {}

    private final Resource row;
    private final Cloud cloud;
    private final Inventory known;
    private final Set<Resource.Ref> named = new HashSet<>();
    private final Map<String, List<Relation>> groups = new LinkedHashMap<>();

    private Relations(Resource row, Cloud cloud, Inventory known) {
        this.row = row;
        this.cloud = cloud;
        this.known = known;
    }

    static List<Group> of(Resource row, Cloud cloud, Inventory known) {
        return new Relations(row, cloud, known).groups();
    }

    /// May a change of the other row change what this one is related to?
    static boolean relate(Resource row, Resource other) {
        return names(row, other) || names(other, row);
    }

    /// Is the other its scope, or what one of its facts names?
    private static boolean names(Resource row, Resource other) {
        return row.parent().filter(other.ref()::equals).isPresent()
                || row.facts().values().stream()
                        .anyMatch(v -> links(v).stream().anyMatch(l -> isOf(l, other)));
    }

    private List<Group> groups() {
        row.parent()
                .ifPresent(
                        scope ->
                                add(
                                        Words.of("type." + scope.type()),
                                        new Link(scope.type(), scope.id())));
        row.facts().forEach((fact, value) -> links(value).forEach(l -> add(title(fact), l)));
        for (var type : cloud.types()) {
            for (var other : known.of(type.id())) {
                backwards(type.kind(), other);
            }
        }
        return groups.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList();
    }

    private static Group group(String title, List<Relation> all) {
        return new Group(
                title,
                List.copyOf(all.subList(0, Math.min(MOST, all.size()))),
                Math.max(0, all.size() - MOST));
    }

    private static String title(Fact<?> fact) {
        return Words.of("fact." + fact.id());
    }

    private static List<Link> links(Object value) {
        return switch (value) {
            case Link link -> List.of(link);
            case List<?> all ->
                    all.stream().filter(Link.class::isInstance).map(Link.class::cast).toList();
            default -> List.of();
        };
    }

    private void add(String title, Link link) {
        var target = known.find(link.type(), link.key());
        if (target.isPresent()) {
            add(title, target.get());
        } else if (named.add(new Resource.Ref(link.type(), link.key()))) {
            in(title)
                    .add(
                            new Relation(
                                    link.key(),
                                    link.type(),
                                    Status.NONE,
                                    kind(link.type()),
                                    Optional.empty()));
        }
    }

    private void add(String title, Resource target) {
        if (!target.ref().equals(row.ref()) && named.add(target.ref())) {
            in(title)
                    .add(
                            new Relation(
                                    target.name(),
                                    target.type(),
                                    target.status(),
                                    kind(target.type()),
                                    Optional.of(target.ref())));
        }
    }

    private List<Relation> in(String title) {
        return groups.computeIfAbsent(title, _ -> new ArrayList<>());
    }

    private void backwards(Kind kind, Resource other) {
        var many = Words.of("kind." + kind.id() + ".many");
        if (other.parent().filter(row.ref()::equals).isPresent()) {
            add(Words.of("relations.in", many), other);
        } else if (names(other, row)) {
            add(Words.of("relations.by", many), other);
        }
    }

    private static boolean isOf(Link link, Resource row) {
        return (link.type().equals(row.type()) || link.orElse().contains(row.type()))
                && (link.key().equals(row.id()) || link.key().equals(row.name()));
    }

    private Optional<Kind> kind(String type) {
        return cloud.type(type).map(t -> t.kind());
    }
}
