package io.pilothouse.sync;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A command as it stands: an unchanging picture, made anew with every change.
///
/// @param graceUntil until when it can be undone before anything is sent; empty when there is none or it is over
/// @param ended when nothing more will happen by itself
/// @param whole are all steps of its plan among the items? Of what an earlier run left, only those that were sent are
///     known until its account is open
public record Command(
        Asked asked,
        State state,
        Optional<Instant> graceUntil,
        List<Item> items,
        Optional<Instant> ended,
        boolean whole) {
    /// With all its steps.
    public Command(
            Asked asked,
            State state,
            Optional<Instant> graceUntil,
            List<Item> items,
            Optional<Instant> ended) {
        this(asked, state, graceUntil, items, ended, true);
    }

    public enum State {
        GRACE,
        RUNNING,
        /// Held between two calls by a person.
        PAUSED,
        /// Ended before all was sent (a restart, a stop): the rest can be continued, in this run and in every later one.
        INTERRUPTED,
        ENDED
    }

    /// One step of the plan.
    ///
    /// @param since when it came into this state
    /// @param why of a refusal or an unknown outcome
    /// @param note what is to be said while it goes on, or of its end
    /// @param shown what the answer says this one time (a private key); absent after a restart
    /// @param reached ids of the rows reached, where known
    /// @param usual how long one like it usually goes on, from its acceptance; empty where that is not known
    public record Item(
            int step,
            String label,
            ItemState state,
            Instant since,
            Optional<CloudException> why,
            Note note,
            Json shown,
            List<String> reached,
            Optional<Duration> usual) {
        Item answered(List<String> ids, Json once) {
            return new Item(step, label, state, since, why, note, once, List.copyOf(ids), usual);
        }

        Item usual(Optional<Duration> length) {
            return new Item(step, label, state, since, why, note, shown, reached, length);
        }

        /// It stays since when it is in a state that it was in before.
        Item in(ItemState now, Instant at, Optional<CloudException> cause, Note words) {
            return new Item(
                    step,
                    label,
                    now,
                    state == now ? since : at,
                    cause,
                    words,
                    shown,
                    reached,
                    usual);
        }
    }

    /// What is to be said of a step beside its state; `ui.kit` has the words.
    public sealed interface Note {
        /// The service's own words, or technical ones where its answer makes no sense; `""` for nothing.
        record Said(String text) implements Note {
            public static final Said NONE = new Said("");

            static Said of(Throwable e) {
                return new Said(String.valueOf(e.getMessage()));
            }
        }

        /// Done, but not for these rows, by name.
        record NotReached(List<String> names) implements Note {}

        /// The journal did not take it, so it was not sent.
        ///
        /// @param detail in technical words
        record NotWritten(String detail) implements Note {
            static NotWritten of(Throwable e) {
                return new NotWritten(String.valueOf(e.getMessage()));
            }
        }

        /// Withdrawn, because the computer slept while it could still be undone.
        record Slept() implements Note {}

        /// As it stands in the journal, where [#read] finds it again.
        default String written() {
            return switch (this) {
                case Said(var text) -> text;
                case NotReached(var names) -> NOT_REACHED + String.join(", ", names);
                case NotWritten(var detail) -> detail;
                case Slept() -> "";
            };
        }

        static Note read(String written) {
            return written.startsWith(NOT_REACHED)
                    ? new NotReached(List.of(written.substring(NOT_REACHED.length()).split(", ")))
                    : new Said(written);
        }
    }

    /// Part of the journal's format: kept for good.
    private static final String NOT_REACHED = "not reached: ";

    public enum ItemState {
        WAITING,
        SENDING,
        /// Answered, and followed to its end.
        FOLLOWING,
        /// Outcome unknown; its sign is looked for.
        UNKNOWN,
        DONE,
        REFUSED,
        WITHDRAWN,
        /// Unknown, and its sign was not seen in 10 min of complete reads.
        NOT_SEEN,
        /// Never went out.
        NOT_SENT;

        public boolean ended() {
            return this == DONE
                    || this == REFUSED
                    || this == WITHDRAWN
                    || this == NOT_SEEN
                    || this == NOT_SENT;
        }
    }

    public String id() {
        return asked.id();
    }

    /// Steps that have not gone out; empty while nobody knows how many there are.
    public Optional<Long> unsent() {
        return whole
                ? Optional.of(count(ItemState.NOT_SENT) + count(ItemState.WAITING))
                : Optional.empty();
    }

    public long count(ItemState wanted) {
        return items.stream().filter(i -> i.state() == wanted).count();
    }
}
