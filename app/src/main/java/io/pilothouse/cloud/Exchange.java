package io.pilothouse.cloud;

import java.util.List;
import java.util.Map;

/// What went over the wire for one request, for people to read: every secret is masked already, bodies are cut to what
/// can be shown.
///
/// @param url without user info
/// @param status 0 where none came
/// @param responseBytes length of the whole body on the wire, even where `responseBody` is cut
public record Exchange(
        String method,
        String url,
        List<Map.Entry<String, String>> requestHeaders,
        String requestBody,
        int status,
        List<Map.Entry<String, String>> responseHeaders,
        String responseBody,
        long responseBytes) {}
