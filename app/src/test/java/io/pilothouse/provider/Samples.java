package io.pilothouse.provider;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Sample answers by operation (`GET /path/{id}`), and what a provider reads out of them, as if a service had answered.
public record Samples(Provider provider, Map<String, Json> bodies) {
    /// A file of one JSON object beside the test class, read as the wire is read: with the provider's secrets hidden.
    public static Samples of(Provider provider, Class<?> beside, String file) {
        return new Samples(
                provider, parse(text(beside, file), provider.secrets()::contains).fields());
    }

    public static String text(Class<?> beside, String file) {
        try (var in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new NoSuchElementException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where each operation is to be found, as a file beside the test class says: `GET /path = here, and there`.
    public static SortedMap<String, Set<String>> table(Class<?> beside, String file) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text(beside, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var table = new TreeMap<String, Set<String>>();
        lines.forEach(
                (operation, where) ->
                        table.put(
                                (String) operation,
                                new TreeSet<>(List.of(((String) where).split(", ")))));
        return table;
    }

    public static Json parse(String text, Predicate<String> secret) {
        try {
            return JsonText.parse(text, secret);
        } catch (JsonText.Malformed e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String operation(Request request) {
        return request.method() + " " + request.template();
    }

    public Samples with(String operation, Json body) {
        var more = new LinkedHashMap<>(bodies);
        more.put(operation, body);
        return new Samples(provider, more);
    }

    public Json body(Request request) {
        return Optional.ofNullable(bodies.get(operation(request)))
                .orElseThrow(
                        () -> new NoSuchElementException("no sample of " + operation(request)));
    }

    public <T> T answer(ApiCall<T> call) {
        return call.decode().apply(answered(body(call.request())));
    }

    public static Answer answered(Json body) {
        return new Answer(200, Map.of(), body, 0);
    }

    public List<ResourceType> types() {
        return provider.cloud(Map.of(), Json.obj()).types();
    }

    /// The scope whose answers these are: the first row of the type's scope.
    public Optional<Resource> scope(ResourceType type) {
        return type.scope()
                .map(s -> types().stream().filter(t -> t.id().equals(s)).findFirst().orElseThrow())
                .map(t -> rows(t).getFirst());
    }

    /// Every call of a listing, in order, with its page.
    public Map<ApiCall<Page>, Page> pages(ResourceType type) {
        var pages = new LinkedHashMap<ApiCall<Page>, Page>();
        var next = Optional.of(type.listing().first(scope(type)));
        while (next.isPresent()) {
            var page = answer(next.get());
            pages.put(next.get(), page);
            next = page.next();
        }
        return pages;
    }

    public List<Resource> rows(ResourceType type) {
        List<Resource> rows = new ArrayList<Resource>();
        pages(type).values().forEach(p -> rows.addAll(p.rows()));
        return scope(type).map(s -> rows.stream().map(r -> r.within(s)).toList()).orElse(rows);
    }

    public Inventory inventory() {
        var rows = new LinkedHashMap<String, List<Resource>>();
        types().forEach(t -> rows.put(t.id(), rows(t)));
        return type -> rows.getOrDefault(type, List.of());
    }

    public Resource row(String type, String id) {
        return inventory().find(type, id).orElseThrow();
    }
}
