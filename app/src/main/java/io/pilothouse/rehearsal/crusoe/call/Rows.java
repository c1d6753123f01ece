package io.pilothouse.rehearsal.crusoe.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The resources of one kind, in the order they were made, each in its project.
public final class Rows<T extends Rows.Row> {
    /// A resource that belongs to a project.
    public interface Row {
        String id();

        String project();
    }

    private final Map<String, T> byId = new LinkedHashMap<>();

    /// Adds, or puts in the place of the one with the same id.
    public void put(T row) {
        byId.put(row.id(), row);
    }

    public Optional<T> get(String project, String id) {
        return Optional.ofNullable(byId.get(id)).filter(r -> r.project().equals(project));
    }

    /// @param refusal what is thrown with a message where the project has no such resource
    public T need(String project, String id, String kind, Function<String, CrusoeError> refusal) {
        return get(project, id)
                .orElseThrow(
                        () -> refusal.apply("There is no " + kind + " " + id + " in the project."));
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    public List<T> of(String project) {
        return byId.values().stream().filter(r -> r.project().equals(project)).toList();
    }

    public List<T> all() {
        return List.copyOf(byId.values());
    }

    public void remove(String id) {
        byId.remove(id);
    }

    public void forget(String project) {
        byId.values().removeIf(r -> r.project().equals(project));
    }
}
