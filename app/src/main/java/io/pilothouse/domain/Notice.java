package io.pilothouse.domain;

import java.util.List;
import java.util.stream.Stream;

/// Something a person is to be told, as data: the words are in the properties under `key`.
///
/// @param args what the words name, in their order
public record Notice(String key, List<String> args) {
    public static Notice of(String key, Object... args) {
        return new Notice(key, Stream.of(args).map(String::valueOf).toList());
    }
}
