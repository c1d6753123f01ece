package io.pilothouse.history;

import io.pilothouse.domain.Json;

import java.time.Instant;
import java.util.List;

/// The last answers of every feed, with their secrets taken out, so that a start shows what was known.
public interface Pages {
    record Kept(String type, String scope, Instant readAt, List<Json> answers) {}

    /// Replaces what was kept of this feed.
    void keep(String account, Kept pages);

    /// The feed was read again and is as kept: only its time moves.
    void seen(String account, String type, String scope, Instant readAt);

    List<Kept> pages(String account);

    void forget(String account);
}
