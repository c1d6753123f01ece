package io.pilothouse.rehearsal.crusoe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/// The published Swagger 2 document, as far as tests ask it: which operations there are, and what their answers are.
final class SwaggerDocument {
    private static final Set<String> NOTES =
            Set.of("example", "description", "title", "x-go-name", "x-go-package", "default");

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<Json, Schema> schemas = new HashMap<>();
    private final Json document;
    private final Json definitions;

    private SwaggerDocument(Path file) throws IOException {
        try {
            document = JsonText.parse(Files.readString(file));
            definitions = plain(document.at("definitions"));
        } catch (JsonText.Malformed e) {
            throw new IOException("Not JSON: " + file, e);
        }
    }

    /// Skips the test where the document is not beside the project.
    static SwaggerDocument assumed() throws IOException {
        var here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        var file =
                Optional.ofNullable(here)
                        .map(r -> r.resolve("../shared/api/specs/crusoe-v1alpha5.swagger.json"))
                        .filter(Files::exists);
        assumeTrue(file.isPresent(), "the Swagger document is not beside the project");
        return new SwaggerDocument(file.orElseThrow());
    }

    /// `METHOD path` of every operation, with the API version.
    List<String> operations() {
        return document.fields("paths").entrySet().stream()
                .flatMap(
                        path ->
                                path.getValue().fields().keySet().stream()
                                        .map(m -> m.toUpperCase(Locale.ROOT))
                                        .map(m -> m + " " + base() + path.getKey()))
                .toList();
    }

    private String base() {
        return document.word("basePath");
    }

    /// Whether an operation may answer so.
    boolean documents(String method, String template, int status) {
        return !operation(method, template).at("responses", String.valueOf(status)).isAbsent();
    }

    /// The schema of an answer; absent for an answer without JSON.
    Json answer(String method, String template, int status) {
        var response = operation(method, template).at("responses", String.valueOf(status));
        var name = response.word("$ref").replace("#/responses/", "");
        return document.at("responses", name, "schema");
    }

    /// The schema of a request's body; absent for none.
    Json request(String method, String template) {
        return operation(method, template).list("parameters").stream()
                .filter(p -> p.word("in").equals("body"))
                .map(p -> p.at("schema"))
                .findFirst()
                .map(this::followed)
                .orElse(Json.absent());
    }

    private Json followed(Json schema) {
        var name = schema.word("$ref").replace("#/definitions/", "");
        return name.isEmpty() ? schema : document.at("definitions", name);
    }

    /// What is wrong with a value by a schema of the document.
    List<String> wrong(Json schema, String body) {
        return schemas
                .computeIfAbsent(schema, this::compiled)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compiled(Json schema) {
        var root = plain(schema).with("$defs", definitions);
        var text = JsonText.masked(root).replace("#/definitions/", "#/$defs/");
        return registry.getSchema(text, InputFormat.JSON);
    }

    /// As JSON Schema, with two looser readings that the document's own samples ask for: an array whose sample is a
    /// text may be one, and an object of which nothing is said (Go's `interface{}`) may be anything: the sample of the
    /// feature flags holds booleans, and clients have seen null.
    private static Json plain(Json json) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                if (json.word("type").equals("object") && sayNothing(json)) {
                    yield Json.obj();
                }
                Json kept = Json.obj();
                for (var field : fields.entrySet()) {
                    if (!NOTES.contains(field.getKey()) || !isNote(field.getValue(), json)) {
                        kept = kept.with(field.getKey(), plain(field.getValue()));
                    }
                }
                kept = kept.with("format", null);
                yield json.word("type").equals("array") && json.at("example") instanceof Json.Text
                        ? Json.obj("anyOf", List.of(kept, Json.obj("type", "string")))
                        : kept;
            }
            case Json.Arr(var items) ->
                    Json.of(items.stream().map(SwaggerDocument::plain).toList());
            default -> json;
        };
    }

    private static boolean sayNothing(Json schema) {
        return schema.fields().keySet().stream()
                .allMatch(name -> name.equals("type") || NOTES.contains(name));
    }

    /// `description` and `default` are also names of properties.
    private static boolean isNote(Json value, Json parent) {
        return !(value instanceof Json.Obj) || parent.at("type") instanceof Json.Text;
    }

    private Json operation(String method, String template) {
        return document.at(
                "paths", template.replaceFirst(base(), ""), method.toLowerCase(Locale.ROOT));
    }
}
