package io.pilothouse.sync.feed;

import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The feeds of one account: they come and go with the cloud's types and the rows of their scopes. Used by tasks of the
/// account's [Serial] only.
final class Feeds {
    private final String account;
    private final Store store;
    private final Map<FeedKey, FeedState> feeds = new LinkedHashMap<>();
    private Cloud cloud;

    Feeds(String account, Cloud cloud, Store store) {
        this.account = account;
        this.cloud = cloud;
        this.store = store;
    }

    Collection<FeedState> all() {
        return feeds.values();
    }

    Set<FeedKey> keys() {
        return feeds.keySet();
    }

    Optional<FeedState> get(FeedKey key) {
        return Optional.ofNullable(feeds.get(key));
    }

    /// The feed that a row is listed in.
    Optional<FeedState> of(Resource row) {
        return get(new FeedKey(account, row.type(), row.scope()));
    }

    List<FeedState> of(Set<String> typeIds) {
        return feeds.values().stream().filter(f -> typeIds.contains(f.key.type())).toList();
    }

    /// Is it still one of them, and not one of an account that was closed or a scope that has gone?
    boolean hold(FeedState feed) {
        return feeds.get(feed.key) == feed;
    }

    void cloud(Cloud other) {
        cloud = other;
    }

    /// Is this a type whose rows other types are listed for?
    boolean isScope(String type) {
        return cloud.types().stream().anyMatch(t -> t.scope().filter(type::equals).isPresent());
    }

    /// Makes them anew out of the cloud's types and the scopes known now.
    ///
    /// @param came told each feed; whoever is told may put rows of it into the store, and so bring more scopes
    /// @param went told the key of each that is no more
    void reconcile(long now, Consumer<FeedState> came, Consumer<FeedKey> went) {
        var wanted = new LinkedHashMap<FeedKey, FeedState>();
        boolean more = true;
        while (more) {
            int before = wanted.size();
            for (var type : cloud.types()) {
                for (var scope : scopes(type)) {
                    var key = new FeedKey(account, type.id(), scope.map(Resource::id).orElse(""));
                    if (!wanted.containsKey(key)) {
                        var feed = feeds.get(key);
                        if (feed == null) {
                            feed = new FeedState(key, type, scope, now);
                        }
                        feed.becomes(type);
                        wanted.put(key, feed);
                        came.accept(feed);
                    }
                }
            }
            more = wanted.size() > before;
        }
        var gone = new ArrayList<>(feeds.keySet());
        gone.removeAll(wanted.keySet());
        gone.forEach(went);
        feeds.clear();
        feeds.putAll(wanted);
    }

    private List<Optional<Resource>> scopes(ResourceType type) {
        return type.scope()
                .map(s -> store.inventory(account).of(s))
                .map(rows -> rows.stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
    }

    /// When the oldest of the newest complete reads of these types began; empty when one of their feeds has none. Types
    /// that are listed for this scope count there alone: another scope may be one that nobody here can read.
    OptionalLong readSince(Set<String> typeIds, String scope) {
        var all = typeIds.stream().flatMap(t -> inScope(t, scope)).toList();
        return all.isEmpty() || all.stream().anyMatch(f -> f.good().isEmpty())
                ? OptionalLong.empty()
                : all.stream().mapToLong(f -> f.good().getAsLong()).min();
    }

    private Stream<FeedState> inScope(String type, String scope) {
        return get(new FeedKey(account, type, scope))
                .map(Stream::of)
                .orElseGet(() -> of(Set.of(type)).stream());
    }

    /// None is known any more; what is being read is taken back.
    void close() {
        feeds.values().stream()
                .flatMap(f -> Optional.ofNullable(f.reading).stream())
                .forEach(PageRead::withdraw);
        feeds.clear();
    }
}
