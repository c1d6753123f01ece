package io.pilothouse.history.text;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the nouns stand in the file: as JSON text without a secret in it.
public final class Written {
    private Written() {}

    public static String text(Json json) {
        return JsonText.masked(json);
    }

    /// What was masked comes back hidden and empty: a form finds that it has to be answered again, and nothing can send
    /// the mask in a secret's place.
    public static Json read(String text) throws JsonText.Malformed {
        return hidden(JsonText.parse(text));
    }

    private static Json hidden(Json json) {
        return switch (json) {
            case Json.Text(var s) when s.equals(Secret.MASK) -> new Json.Hidden(Secret.of(""));
            case Json.Obj(var fields) -> {
                var same = new LinkedHashMap<String, Json>();
                fields.forEach((name, value) -> same.put(name, hidden(value)));
                yield new Json.Obj(Collections.unmodifiableSequencedMap(same));
            }
            case Json.Arr(var items) -> new Json.Arr(items.stream().map(Written::hidden).toList());
            default -> json;
        };
    }

    /// The same without what is hidden: fields and items are left out.
    public static Json withoutHidden(Json json) {
        return switch (json) {
            case Json.Hidden _ -> Json.absent();
            case Json.Obj(var fields) -> {
                var same = new LinkedHashMap<String, Json>();
                fields.forEach(
                        (name, value) -> {
                            if (!(value instanceof Json.Hidden)) {
                                same.put(name, withoutHidden(value));
                            }
                        });
                yield new Json.Obj(Collections.unmodifiableSequencedMap(same));
            }
            case Json.Arr(var items) ->
                    new Json.Arr(
                            items.stream()
                                    .filter(i -> !(i instanceof Json.Hidden))
                                    .map(Written::withoutHidden)
                                    .toList());
            default -> json;
        };
    }

    /// Facts are left out: they are read from `raw` again when they are needed.
    public static Json row(Resource row) {
        return Json.obj(
                "ref", ref(row.ref()),
                "parent", row.parent().map(Written::ref),
                "name", row.name(),
                "word", row.status().word(),
                "phase", row.status().phase().name(),
                "raw", row.raw(),
                "problem", row.problem());
    }

    private static Json ref(Resource.Ref ref) {
        return Json.obj("type", ref.type(), "id", ref.id());
    }

    public static Resource row(Json json) {
        return new Resource(
                ref(json.at("ref")),
                json.at("parent").isAbsent()
                        ? Optional.empty()
                        : Optional.of(ref(json.at("parent"))),
                json.word("name"),
                new Status(json.word("word"), phase(json.word("phase"))),
                Map.of(),
                json.at("raw"),
                json.text("problem"));
    }

    public static List<Resource> rows(Json json) {
        return json.list().stream().map(Written::row).toList();
    }

    private static Resource.Ref ref(Json json) {
        return new Resource.Ref(json.word("type"), json.word("id"));
    }

    private static Status.Phase phase(String name) {
        return Arrays.stream(Status.Phase.values())
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElse(Status.Phase.UNKNOWN);
    }
}
