package io.pilothouse.cloud;

import io.pilothouse.domain.Json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What goes over the wire, before authentication. Two equal requests are the same request: reads of them share one
/// answer.
///
/// @param template path with `{names}`; coverage tests and the journal group by it
/// @param values what stands for the names, in order, not yet percent-encoded
/// @param body absent for none
public record Request(
        String method,
        String template,
        List<String> values,
        List<Map.Entry<String, String>> query,
        SortedMap<String, String> headers,
        Json body) {
    private static final Pattern NAME = Pattern.compile("\\{[^}]*}");

    public Request {
        values = List.copyOf(values);
        query = List.copyOf(query);
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        if (NAME.matcher(template).results().count() != values.size()) {
            throw new IllegalArgumentException(
                    template + " takes another number of values than " + values.size());
        }
    }

    public static Request get(String template, String... values) {
        return of("GET", template, values);
    }

    public static Request of(String method, String template, String... values) {
        return new Request(
                method, template, List.of(values), List.of(), new TreeMap<>(), Json.absent());
    }

    public Request json(Json body) {
        return new Request(method, template, values, query, headers, body);
    }

    public Request query(String name, Optional<String> value) {
        if (value.isEmpty()) {
            return this;
        }
        var more = new ArrayList<>(query);
        more.add(Map.entry(name, value.get()));
        return new Request(method, template, values, more, headers, body);
    }

    public Request header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Request(method, template, values, query, more, body);
    }

    /// The path with each value passed through `encode`; `http` percent-encodes, a preview leaves as is.
    public String path(java.util.function.UnaryOperator<String> encode) {
        var next = values.iterator();
        return NAME.matcher(template)
                .replaceAll(_ -> Matcher.quoteReplacement(encode.apply(next.next())));
    }
}
