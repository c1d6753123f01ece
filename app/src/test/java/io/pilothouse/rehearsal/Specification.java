package io.pilothouse.rehearsal;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The published OpenAPI document, as far as tests ask it: which operations there are and what their bodies are.
final class Specification {
    private static final Set<String> NOTES = Set.of("example", "writeOnly");

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<Json, Schema> schemas = new HashMap<>();
    private final Json document;

    Specification(Path file) throws IOException {
        try {
            document = JsonText.parse(Files.readString(file));
        } catch (JsonText.Malformed e) {
            throw new IOException("Not JSON: " + file, e);
        }
    }

    /// A file beside the project, from the project's root; empty where there is none.
    static Optional<Path> beside(String path) {
        var here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return Optional.ofNullable(here).map(root -> root.resolve(path)).filter(Files::exists);
    }

    /// `METHOD /path` of every operation on these paths.
    List<String> operations() {
        return document.fields("paths").entrySet().stream()
                .flatMap(
                        path ->
                                path.getValue().fields().keySet().stream()
                                        .filter(m -> !m.equals("parameters"))
                                        .map(m -> m.toUpperCase(Locale.ROOT))
                                        .map(m -> m + " " + path.getKey()))
                .toList();
    }

    /// The schema of a request's body; absent for none.
    Json request(String method, String template) {
        return operation(method, template)
                .at("requestBody", "content", "application/json", "schema");
    }

    /// What is wrong with an answer; empty for nothing.
    List<String> wrongAnswer(String method, String template, int status, String body) {
        var schema =
                operation(method, template)
                        .at(
                                "responses",
                                String.valueOf(status),
                                "content",
                                "application/json",
                                "schema");
        return schema.isAbsent() ? List.of(status + " is not documented") : wrong(schema, body);
    }

    /// What is wrong with a value by a schema of the document.
    List<String> wrong(Json schema, String body) {
        return schemas
                .computeIfAbsent(schema, this::compiled)
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// The references of the document point from its root: so the schema becomes one.
    private Schema compiled(Json schema) {
        var root = plain(schema.with("$defs", document.at("components", "schemas")));
        var text = JsonText.masked(root).replace("#/components/schemas/", "#/$defs/");
        return registry.getSchema(text, InputFormat.JSON);
    }

    /// Without what says nothing about validity and makes the validator talk.
    private static Json plain(Json json) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                Json kept = Json.obj();
                for (var field : fields.entrySet()) {
                    if (!NOTES.contains(field.getKey())) {
                        kept = kept.with(field.getKey(), plain(field.getValue()));
                    }
                }
                yield kept;
            }
            case Json.Arr(var items) -> Json.of(items.stream().map(Specification::plain).toList());
            default -> json;
        };
    }

    private Json operation(String method, String template) {
        return document.at("paths", template, method.toLowerCase(Locale.ROOT));
    }
}
