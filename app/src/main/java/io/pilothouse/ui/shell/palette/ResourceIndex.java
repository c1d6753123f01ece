package io.pilothouse.ui.shell.palette;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.Delta;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;
import io.pilothouse.ui.kit.Formats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All rows of all lists, made ready to be searched. Each list is gone through on the thread that read it, and only what
/// changed in it is made anew, so that nothing is left to do between two keys but to compare.
final class ResourceIndex implements AutoCloseable {
    private static final List<Fact<String>> ADDRESSES =
            List.of(Facts.IP, Facts.PRIVATE_IP, Facts.HOSTNAME);

    /// @param name as it is shown
    /// @param codes the id and addresses, as they are shown
    record Item(
            Resource resource,
            String name,
            String foldedName,
            List<String> codes,
            List<String> foldedCodes) {
        static Item of(Resource resource) {
            var name = Formats.oneLine(resource.name());
            var codes = new ArrayList<String>();
            if (!resource.id().equals(resource.name())) {
                codes.add(Formats.oneLine(resource.id()));
            }
            ADDRESSES.forEach(a -> resource.get(a).map(Formats::oneLine).ifPresent(codes::add));
            return new Item(
                    resource,
                    name,
                    Matcher.fold(name),
                    List.copyOf(codes),
                    codes.stream().map(Matcher::fold).toList());
        }
    }

    record Feed(FeedKey key, boolean stale, List<Item> items) {}

    private final Map<FeedKey, Feed> feeds = new ConcurrentHashMap<>();
    private Pin pin = () -> {};

    ResourceIndex(Store store) {
        store.observeFrom(store::all, this::hear, p -> pin = p).forEach(this::put);
    }

    Collection<Feed> feeds() {
        return feeds.values();
    }

    int size() {
        return feeds.values().stream().mapToInt(f -> f.items().size()).sum();
    }

    private void hear(Delta delta) {
        if (delta.rowsChanged() || delta.before().stale() != delta.now().stale()) {
            put(delta.now());
        }
    }

    private void put(Snapshot now) {
        if (now.rows().isEmpty()) {
            feeds.remove(now.key());
            return;
        }
        var before = new HashMap<Resource.Ref, Item>();
        var old = feeds.get(now.key());
        if (old != null) {
            old.items().forEach(i -> before.put(i.resource().ref(), i));
        }
        var items = new ArrayList<Item>(now.rows().size());
        for (var row : now.rows()) {
            var known = before.get(row.ref());
            items.add(known != null && known.resource().equals(row) ? known : Item.of(row));
        }
        feeds.put(now.key(), new Feed(now.key(), now.stale(), List.copyOf(items)));
    }

    @Override
    public void close() {
        pin.close();
    }
}
