package io.pilothouse.sync.feed;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Resource;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A feed of several pages, of which a part is looked at: the part is read in between, until that has taken as many
/// calls as the whole, and then the whole again. So what is looked at is fresher, and what is not is never forgotten.
final class LongList {
    private final FeedState feed;
    private int wholePages = 1;
    private int partPages;
    private Wanted wanted = Wanted.ALL;
    private boolean wholeOnly;
    private Set<Resource.Ref> missed = Set.of();

    LongList(FeedState feed) {
        this.feed = feed;
    }

    /// Another part is looked at from now on.
    ///
    /// @return whether it is worth a read of its own
    boolean focus(Wanted now) {
        if (wanted.equals(now)) {
            return false;
        }
        wanted = now;
        wholeOnly = false;
        missed = Set.of();
        return !now.equals(Wanted.ALL) && first(List.of()).isPresent();
    }

    /// The call for the part that is looked at; empty where the whole is to be read. It is while a row that is on its way
    /// is not in the part.
    ///
    /// @param rows as they are known
    Optional<ApiCall<Page>> first(List<Resource> rows) {
        boolean some = wanted.equals(Wanted.ALL) || wholeOnly || wholePages < 2;
        return some
                        || partPages >= wholePages
                        || rows.stream().anyMatch(r -> moves(r) && !wanted.has(r))
                ? Optional.empty()
                : feed.type.narrowing().flatMap(n -> n.first(feed.scope, wanted));
    }

    private static boolean moves(Resource row) {
        return row.status().phase().inTransition();
    }

    /// The part was read.
    ///
    /// @param before the feed's rows as they were known
    /// @return whether a row should have been in it and was not, so that the whole must say what became of it
    boolean part(List<Resource> before, List<Resource> came, int pages) {
        partPages += pages;
        var refs = new HashSet<Resource.Ref>();
        before.stream().filter(wanted::has).forEach(r -> refs.add(r.ref()));
        came.forEach(r -> refs.remove(r.ref()));
        missed = Set.copyOf(refs);
        return !missed.isEmpty();
    }

    /// The service does not narrow by this after all.
    void refused() {
        wholeOnly = true;
    }

    /// The whole was read. Where it has a row that was missed in the part, the service means something else by these
    /// words than we do: this part is not asked for again.
    void whole(List<Resource> rows, int pages) {
        wholePages = pages;
        partPages = 0;
        wholeOnly |= rows.stream().anyMatch(r -> missed.contains(r.ref()) && wanted.has(r));
        missed = Set.of();
    }
}
