package io.pilothouse.rehearsal.loopback;

/// Something that goes wrong on purpose, for the requests it is meant for.
///
/// @param method of the requests; empty for any
/// @param path how their path begins; empty for any
/// @param times for how many requests; [#UNTIL_CLEARED] for all until it is cleared
/// @param value what the kind asks for, see there; empty for its usual one
/// @param done whether the request is carried out before the fault shows: the state has changed though the client
///     cannot know
public record Fault(Kind kind, String method, String path, int times, String value, boolean done) {
    public static final int UNTIL_CLEARED = Integer.MAX_VALUE;

    /// What goes wrong. Kinds that bend the true answer always carry the request out.
    public enum Kind {
        /// The port no longer listens. Holds until cleared, for everything: no request arrives that could count.
        REFUSED(false),
        /// The connection ends before the answer.
        CLOSED(false),
        /// The connection is reset before the answer.
        RESET(false),
        /// No answer, and the connection stays open.
        STALLED(false),
        /// Bytes that are no HTTP.
        GARBAGE(false),
        /// The connection ends within the body.
        CUT_IN_BODY(true),
        /// Byte by byte; value: milliseconds between two, usually 20.
        DRIBBLED(true),
        /// The content length promises more than comes.
        WRONG_LENGTH(true),
        /// The answer comes late; value: milliseconds, usually 3,000.
        SLOW(true),
        /// A proxy's page in HTML.
        BAD_GATEWAY(false),
        /// 500 with the service's error body.
        SERVER_ERROR(false),
        /// 503; value: its `Retry-After`, usually 0.
        UNAVAILABLE(false),
        /// 401: the key has expired, been deleted or never been right.
        EXPIRED_KEY(false),
        /// 403: the account is inactive.
        INACTIVE(false),
        /// 429; value: its `Retry-After`, usually none, and none of the service's JSON either.
        TOO_MANY(false),
        /// 307 to another place; value: the URL, usually one where nothing listens.
        REDIRECT(false),
        /// 200 without a body.
        EMPTY_BODY(false),
        /// 200 with JSON that ends early.
        BROKEN_JSON(false),
        /// 200 with more than 32 MiB of JSON.
        HUGE_BODY(false),
        /// 200 with little gzip that becomes very much.
        GZIP_BOMB(false),
        /// A field of the wrong type; value: its name, usually `id`.
        WRONG_TYPE(true),
        /// A status nobody has heard of; value: the word, usually `hibernating`.
        UNKNOWN_STATUS(true),
        /// Fields nobody has heard of in every object.
        EXTRA_FIELDS(true),
        /// Launches find no capacity, whatever the list of types says.
        NO_CAPACITY(false),
        /// Not a fault of its own: what `Retry-After` the judge's own 429s carry; value: the header, `absurd` for
        /// nonsense. Holds until cleared.
        RETRY_AFTER(false);

        private final boolean bends;

        Kind(boolean bends) {
            this.bends = bends;
        }
    }

    public Fault {
        done = done || kind.bends;
        if (times < 1) {
            throw new IllegalArgumentException("A fault is for one request at least, not " + times);
        }
        var timed = kind == Kind.SLOW || kind == Kind.DRIBBLED;
        if (timed && !value.matches("\\d{0,7}")) {
            throw new IllegalArgumentException(value + " is no number of milliseconds");
        }
    }

    /// For every request until cleared.
    public static Fault of(Kind kind) {
        return new Fault(kind, "", "", UNTIL_CLEARED, "", false);
    }

    public Fault on(String onlyMethod, String pathPrefix) {
        return new Fault(kind, onlyMethod, pathPrefix, times, value, done);
    }

    public Fault times(int count) {
        return new Fault(kind, method, path, count, value, done);
    }

    public Fault value(String text) {
        return new Fault(kind, method, path, times, text, done);
    }

    /// The dangerous ones: the request is carried out, and only then it goes wrong.
    public Fault afterTheWork() {
        return new Fault(kind, method, path, times, value, true);
    }

    boolean matches(String requestMethod, String requestPath) {
        return (method.isEmpty() || method.equals(requestMethod))
                && requestPath.startsWith(path)
                && (kind != Kind.NO_CAPACITY || starts(requestMethod, requestPath));
    }

    /// Whether the request asks for machines, in one service's words or another's.
    private static boolean starts(String method, String path) {
        return path.endsWith("/launch")
                || (method.equals("POST") && path.matches(".*/(bulk-)?instances"));
    }
}
