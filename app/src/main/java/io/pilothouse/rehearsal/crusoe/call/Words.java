package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Small readings and spellings that all resources share.
public final class Words {
    private Words() {}

    /// The identifier of something new.
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /// The same identifier for the same words in every rehearsal.
    public static String id(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// A list of texts; where `asText`, as one text in brackets. The types of the document say array, its samples of
    /// some fields show such a text.
    public static Json texts(List<String> texts, boolean asText) {
        return asText ? Json.of("[" + String.join(", ", texts) + "]") : Json.of(texts);
    }

    /// A text that is there and not empty.
    public static String name(Body body, String field) {
        return body.text(field, 1, 255);
    }

    /// A text that is there and not empty, or nothing: clients send empty texts for what they leave out.
    public static Optional<String> maybe(Body body, String field) {
        return body.maybe(field, body::text).filter(t -> !t.isEmpty());
    }

    public static String oneOf(Body body, String field, Set<String> words) {
        var word = body.text(field);
        if (!words.contains(word)) {
            throw CrusoeError.badRequest(
                    body.path(field) + " must be one of " + words.stream().sorted().toList() + ".");
        }
        return word;
    }
}
