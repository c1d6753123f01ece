package io.pilothouse.domain;

/// A relation to the row of type `type` whose id *or name* is `key` (Lambda Cloud refers to keys and file systems by
/// name, to rulesets by id).
public record Link(String type, String key) {}
