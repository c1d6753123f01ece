package io.pilothouse.domain;

/// The key of one typed fact about a resource. The same fact is the same column, whichever provider states it, so a
/// table of one [Kind] over several providers merges by itself. Its words have the key `fact.<id>`.
public record Fact<T>(String id, Class<? super T> type) {}
