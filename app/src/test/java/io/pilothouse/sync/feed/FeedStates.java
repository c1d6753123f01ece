package io.pilothouse.sync.feed;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.store.FeedKey;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Urgency;

import java.util.List;
import java.util.Optional;

/// Feeds without an account, for tests of how they learn.
final class FeedStates {
    private FeedStates() {}

    static FeedState of(FeedKey key) {
        var type =
                ResourceType.of(
                        key.type(),
                        Kind.INSTANCE,
                        _ ->
                                ApiCall.read(Request.get("/rows"))
                                        .as(_ -> Page.of(key.type(), List.of(), FeedStates::row)));
        return new FeedState(key, type, Optional.empty(), 0);
    }

    /// Begins a read and ends it at once.
    static void read(FeedState feed, boolean changed, boolean moving, long now) {
        var serial = new Serial(new VirtualTimeline(), "test");
        feed.begin(new PageRead(unused(), serial, Urgency.VISIBLE, _ -> {}), now);
        feed.reading = null;
        feed.read(changed, feed.good().isEmpty(), now);
        feed.look(moving ? List.of(row(Json.obj())) : List.of());
    }

    private static Requests unused() {
        return new Requests() {
            @Override
            public <T> Ticket submit(Order<T> order) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Resource row(Json json) {
        return Resource.of("t", "r", "r", new Status("booting", Status.Phase.CHANGING), json);
    }
}
