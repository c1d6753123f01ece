package io.pilothouse.sync.feed;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.store.FeedKey;
import io.pilothouse.work.Timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How an account is doing, by its newest answers.
///
/// @param why of what is not [State#GOOD] or [State#CONNECTING]
/// @param since when it became so
public record Health(State state, Optional<CloudException> why, Instant since) {
    public enum State {
        /// Nothing has been answered yet.
        CONNECTING,
        GOOD,
        /// Some feeds fail, others do not.
        PARTLY,
        /// Nothing answers, or not in a way that can be read.
        FAILING,
        /// The key is refused or missing: polls stand still until it changes or a person tries again.
        SIGNED_OUT
    }

    /// Makes an account's health out of the newest outcome of each of its feeds.
    public static final class Book {
        private final Timeline timeline;
        private final Map<FeedKey, Optional<CloudException>> newest = new HashMap<>();
        private final Listeners<Health> listeners = new Listeners<>();
        private Optional<Optional<CloudException>> connected = Optional.empty();
        private Optional<CloudException> signedOut = Optional.empty();
        private volatile Health health;

        public Book(Timeline timeline) {
            this.timeline = timeline;
            health = new Health(State.CONNECTING, Optional.empty(), timeline.now());
        }

        public Health health() {
            return health;
        }

        public Pin onChange(Consumer<Health> listener) {
            return listeners.add(listener);
        }

        void answered(FeedKey feed) {
            newest.put(feed, Optional.empty());
            say(Optional.empty());
        }

        void failed(FeedKey feed, CloudException why) {
            newest.put(feed, Optional.of(why));
            say(Optional.of(why));
        }

        /// How the *who am I* ended, which stands until a feed has been tried.
        public void connected(Optional<CloudException> failure) {
            connected = Optional.of(failure);
            say(failure);
        }

        void forget(FeedKey feed) {
            newest.remove(feed);
            say(Optional.empty());
        }

        public void signedOut(CloudException why) {
            signedOut = Optional.of(why);
            say(signedOut);
        }

        public void signedIn() {
            signedOut = Optional.empty();
            say(Optional.empty());
        }

        public boolean isSignedOut() {
            return signedOut.isPresent();
        }

        private void say(Optional<CloudException> latest) {
            var known = newest.isEmpty() ? connected.stream().toList() : newest.values();
            var failures = known.stream().flatMap(Optional::stream).toList();
            State state;
            if (signedOut.isPresent()) {
                state = State.SIGNED_OUT;
            } else if (known.isEmpty()) {
                state = State.CONNECTING;
            } else if (failures.isEmpty()) {
                state = State.GOOD;
            } else {
                state = failures.size() < known.size() ? State.PARTLY : State.FAILING;
            }
            var why =
                    switch (state) {
                        case CONNECTING, GOOD -> Optional.<CloudException>empty();
                        case SIGNED_OUT -> signedOut;
                        // an older reason stands while it still holds, so that the words do not
                        // flicker
                        case PARTLY, FAILING ->
                                health.why()
                                        .filter(failures::contains)
                                        .or(() -> latest)
                                        .or(() -> failures.stream().findFirst());
                    };
            boolean same = state == health.state();
            if (!same || !why.equals(health.why())) {
                health = new Health(state, why, same ? health.since() : timeline.now());
                listeners.tell(health);
            }
        }
    }
}
