package io.pilothouse.provider;

import io.pilothouse.domain.Json;

/// Writes a Swagger 2.0 document in the words of OpenAPI 3, as far as [OpenApi] reads them: where bodies and answers have
/// their schemas.
final class Swagger {
    private Swagger() {}

    static Json translated(Json document) {
        var paths = Json.obj();
        for (var path : document.fields("paths").entrySet()) {
            var operations = Json.obj();
            for (var operation : path.getValue().fields().entrySet()) {
                operations =
                        operations.with(
                                operation.getKey(), operation(document, operation.getValue()));
            }
            paths = paths.with(path.getKey(), operations);
        }
        return document.with("paths", paths);
    }

    private static Json operation(Json document, Json operation) {
        var answer = operation.at("responses", "200");
        var named =
                answer.text("$ref")
                        .map(ref -> document.at(ref.substring(2).split("/")))
                        .orElse(answer);
        var body =
                operation.list("parameters").stream()
                        .filter(p -> p.word("in").equals("body"))
                        .map(p -> p.at("schema"))
                        .findFirst();
        return Json.obj(
                "parameters", operation.at("parameters"),
                "requestBody", body.map(Swagger::content),
                "responses", Json.obj("200", content(named.at("schema"))));
    }

    private static Json content(Json schema) {
        return Json.obj("content", Json.obj("application/json", Json.obj("schema", schema)));
    }
}
