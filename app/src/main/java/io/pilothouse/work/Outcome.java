package io.pilothouse.work;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;

/// How a call ended.
public sealed interface Outcome<T> {
    record Value<T>(T value, Answer answer) implements Outcome<T> {}

    record Failed<T>(CloudException why) implements Outcome<T> {}

    /// Taken back before it was sent.
    record Withdrawn<T>() implements Outcome<T> {}
}
