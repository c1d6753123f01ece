package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One row of a table: the same object for as long as the resource is listed, so that selection, focus and scroll
/// survive every poll. Touched on the FX thread only.
public final class Row {
    /// What makes a row the same row.
    public record Key(String account, Resource.Ref ref) {}

    private final Key key;
    private final Account account;
    private final ReadOnlyObjectWrapper<Resource> resource;
    private final ReadOnlyBooleanWrapper stale;
    private final ReadOnlyObjectWrapper<Optional<Instant>> firstSeen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Where it stands in the usual order.
    private UsualOrder.@Nullable Key place;

    /// When it was read last, of a stale row; any other is as old as its list.
    private Optional<Instant> readAt = Optional.empty();

    Row(Account account, Resource resource, boolean stale) {
        this.key = new Key(account.id(), resource.ref());
        this.account = account;
        this.resource = new ReadOnlyObjectWrapper<>(resource);
        this.stale = new ReadOnlyBooleanWrapper(stale);
    }

    /// A row outside of any table, for a resource as it was.
    public static Row fixed(Account account, Resource resource) {
        return new Row(account, resource, true);
    }

    public Key key() {
        return key;
    }

    public Account account() {
        return account;
    }

    public Resource resource() {
        return resource.get();
    }

    public ReadOnlyObjectProperty<Resource> resourceProperty() {
        return resource.getReadOnlyProperty();
    }

    /// Older than it should be: reading its feed fails, or it is from an earlier run.
    public boolean stale() {
        return stale.get();
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// How old it is, in words, where it is [stale][#stale]; empty for any other.
    public String oldness(Instant now) {
        return readAt.map(at -> Words.of("table.old", Formats.age(Duration.between(at, now))))
                .orElse("");
    }

    /// When this home saw it first; a lower bound for its age where the service does not tell when it was made. Empty
    /// until the history was asked.
    public Optional<Instant> firstSeen() {
        return firstSeen.get();
    }

    public ReadOnlyObjectProperty<Optional<Instant>> firstSeenProperty() {
        return firstSeen.getReadOnlyProperty();
    }

    UsualOrder.@Nullable Key place() {
        return place;
    }

    void place(UsualOrder.Key key) {
        place = key;
    }

    void seenFirst(Optional<Instant> at) {
        firstSeen.set(at);
    }

    void set(Resource newest) {
        resource.set(newest);
    }

    /// @param at when the row was read last
    void setStale(boolean old, Optional<Instant> at) {
        readAt = old ? at : Optional.empty();
        stale.set(old);
    }
}
