package io.pilothouse.cloud;

import io.pilothouse.domain.Json;

import java.util.Map;

/// What came back with a 2xx status. Secrets in `json` are hidden already.
///
/// @param headers names in lower case
/// @param json absent for an empty body
/// @param bytes length of the body as read
public record Answer(int status, Map<String, String> headers, Json json, long bytes) {}
