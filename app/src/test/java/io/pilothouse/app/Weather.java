package io.pilothouse.app;

import static io.pilothouse.sync.Command.ItemState.DONE;
import static io.pilothouse.sync.Command.ItemState.REFUSED;
import static io.pilothouse.sync.Command.ItemState.UNKNOWN;
import static io.pilothouse.sync.feed.Health.State.FAILING;
import static io.pilothouse.sync.feed.Health.State.GOOD;
import static io.pilothouse.sync.feed.Health.State.SIGNED_OUT;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.Unreachable.Cause;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.feed.Health;

import java.util.function.Predicate;

/// What can go wrong on the way to a service and in it, and how the program has to take it.
enum Weather {
    CONNECTION_REFUSED(
            Fault.Kind.REFUSED,
            "",
            FAILING,
            REFUSED,
            e -> e instanceof CloudException.Unreachable u && u.why() == Cause.REFUSED),
    CUT_IN_THE_BODY(
            Fault.Kind.CUT_IN_BODY,
            "",
            FAILING,
            UNKNOWN,
            e -> e instanceof CloudException.Unanswered u && !u.timeout()),
    STALLED(
            Fault.Kind.STALLED,
            "",
            FAILING,
            UNKNOWN,
            e -> e instanceof CloudException.Unanswered u && u.timeout()),
    GARBAGE(
            Fault.Kind.GARBAGE,
            "",
            FAILING,
            UNKNOWN,
            e -> e instanceof CloudException.Unreadable u && u.status() == 0),
    HTML_502(
            Fault.Kind.BAD_GATEWAY,
            "",
            FAILING,
            UNKNOWN,
            e -> e instanceof CloudException.Failing f && f.status() == 502),
    KEY_EXPIRED(
            Fault.Kind.EXPIRED_KEY,
            "",
            SIGNED_OUT,
            REFUSED,
            CloudException.Unauthorized.class::isInstance),
    TOO_MANY(
            Fault.Kind.TOO_MANY,
            "",
            FAILING,
            REFUSED,
            e -> e instanceof CloudException.Throttled t && t.after().isEmpty()),
    TOO_MANY_FOR_A_SECOND(
            Fault.Kind.TOO_MANY,
            "1",
            FAILING,
            REFUSED,
            e -> e instanceof CloudException.Throttled t && t.after().isPresent()),
    TOO_MANY_FOR_NONSENSE(
            Fault.Kind.TOO_MANY,
            "99999999999999999999",
            FAILING,
            REFUSED,
            e -> e instanceof CloudException.Throttled t && t.after().isEmpty()),
    WRONG_TYPE(Fault.Kind.WRONG_TYPE, "", GOOD, DONE, _ -> false),
    UNKNOWN_STATUS(Fault.Kind.UNKNOWN_STATUS, "", GOOD, DONE, _ -> false),
    HUGE_BODY(
            Fault.Kind.HUGE_BODY,
            "",
            FAILING,
            DONE,
            e -> e instanceof CloudException.Unreadable u && u.status() == 200),
    SENT_ELSEWHERE(
            Fault.Kind.REDIRECT,
            "",
            FAILING,
            REFUSED,
            e -> e instanceof CloudException.Refused r && r.status() == 307),
    SLOW(Fault.Kind.SLOW, "400", GOOD, DONE, _ -> false);

    private final Fault.Kind kind;
    private final String value;
    private final Health.State health;
    private final ItemState click;

    @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
    private final Predicate<CloudException> named;

    Weather(
            Fault.Kind kind,
            String value,
            Health.State health,
            ItemState click,
            Predicate<CloudException> named) {
        this.kind = kind;
        this.value = value;
        this.health = health;
        this.click = click;
        this.named = named;
    }

    /// Until cleared.
    Fault fault() {
        return Fault.of(kind).value(value);
    }

    /// Of an account whose every read meets it.
    Health.State health() {
        return health;
    }

    /// Of a call that changes something and meets it, before anything is read back.
    ItemState click() {
        return click;
    }

    /// Each answer makes the pauses longer: many of them, and nothing is tried for most of a minute.
    boolean asksForTime() {
        return kind == Fault.Kind.TOO_MANY;
    }

    boolean isReadWell() {
        return health == GOOD;
    }

    /// Is this how such a failure is to be named?
    boolean names(CloudException why) {
        return named.test(why);
    }
}
