package io.pilothouse.cloud;

import io.pilothouse.domain.Misshapen;

import java.time.Duration;
import java.util.Optional;

/// Why a call gave no value, divided by what the program does next. Its words for a person are made in
/// `ui.kit.Problems`; the message here is the service's own, or a technical one for the log.
@SuppressWarnings("serial") // never serialised
public abstract sealed class CloudException extends Exception {
    private CloudException(String message) {
        super(message);
    }

    /// Is it certain that the service did nothing? If not, the outcome of a mutating call is unknown and is resolved by
    /// reading back.
    public boolean certainlyNotDone() {
        return !(this instanceof Unanswered
                || this instanceof Failing
                || this instanceof Unreadable);
    }

    /// Did the service say that it did it, only in words we can't read?
    public boolean certainlyDone() {
        return this instanceof Unreadable u && u.status >= 200 && u.status < 300;
    }

    /// No key to send: the environment variable is not set, the vault is locked. Nothing was sent.
    public static final class NoCredential extends CloudException {
        private final MissingKey missing;

        public NoCredential(String why) {
            this(new MissingKey.Other(), why);
        }

        /// @param why in technical words, for the log
        public NoCredential(MissingKey missing, String why) {
            super(why);
            this.missing = missing;
        }

        public MissingKey missing() {
            return missing;
        }
    }

    /// Why there is no key to send, divided by what a person does about it.
    public sealed interface MissingKey {
        /// A variable is not set, or blank, where it was looked for.
        record Variable(String name, Looked where) implements MissingKey {}

        /// A program gave no key; it is not run again before a person asks.
        ///
        /// @param detail exit code or limit in seconds; `""` where there is none
        /// @param complaint the first line the program said on standard error, or `""`
        record Command(String program, Failure failure, String detail, String complaint)
                implements MissingKey {}

        /// The vault has to be opened.
        record VaultLocked() implements MissingKey {}

        /// The vault has no such key for this account and field.
        record VaultMissing(String id) implements MissingKey {}

        /// A person has to confirm first what `accounts.json` asks for.
        record Unconfirmed() implements MissingKey {}

        /// Anything else, in the exception's own words.
        record Other() implements MissingKey {}

        /// Whose environment was searched.
        enum Looked {
            /// The one this program was started with.
            PROCESS,
            /// That of the user's login shell, because this program was started from a menu or the Dock.
            LOGIN_SHELL,
            /// The one this program was started with, because the login shell could not be asked.
            LOGIN_SHELL_SILENT
        }

        /// What became of the program.
        enum Failure {
            NOT_STARTED,
            NOT_ENDED,
            EXITED,
            PRINTED_NOTHING,
            UNREADABLE
        }
    }

    /// The account is read-only here and the call may change something. Nothing was sent.
    public static final class ReadOnly extends CloudException {
        public ReadOnly() {
            super("the account is read-only here");
        }
    }

    /// The service answered with a status that says no, and perhaps with its reason.
    public abstract static sealed class Denied extends CloudException {
        private final int status;
        private final Refusal refusal;

        private Denied(int status, Refusal refusal, String message) {
            super(message);
            this.status = status;
            this.refusal = refusal;
        }

        public int status() {
            return status;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /// 401: polls of the account stop until the credential changes or a person asks again.
    public static final class Unauthorized extends Denied {
        private final Optional<Duration> ahead;

        public Unauthorized(Refusal refusal) {
            this(refusal, Optional.empty());
        }

        /// @param ahead how far this computer's clock is ahead of the service's, negative when it is behind; empty where
        ///     that is not the cause
        public Unauthorized(Refusal refusal, Optional<Duration> ahead) {
            super(401, refusal, refusal.message());
            this.ahead = ahead;
        }

        /// How far a wrong clock, which may be the cause, is ahead of the service's; negative when it is behind.
        public Optional<Duration> ahead() {
            return ahead;
        }
    }

    /// 429, with what `Retry-After` asks for.
    public static final class Throttled extends CloudException {
        private final Optional<Duration> after;

        public Throttled(Optional<Duration> after) {
            super("too many requests");
            this.after = after;
        }

        public Optional<Duration> after() {
            return after;
        }
    }

    /// Any other 4xx, and a 3xx, which is never followed.
    public static final class Refused extends Denied {
        public Refused(int status, Refusal refusal) {
            super(status, refusal, refusal.message());
        }
    }

    /// 404.
    public static final class NotFound extends Denied {
        public NotFound(Refusal refusal) {
            super(404, refusal, refusal.message());
        }
    }

    /// 409.
    public static final class Conflict extends Denied {
        public Conflict(Refusal refusal) {
            super(409, refusal, refusal.message());
        }
    }

    /// The server's certificate is not trusted. Nothing was sent.
    public static final class Untrusted extends CloudException {
        private final String sha256;

        /// @param sha256 fingerprint of the certificate shown, in hex; empty where there is none to accept
        public Untrusted(String message, String sha256) {
            super(message);
            this.sha256 = sha256;
        }

        public String sha256() {
            return sha256;
        }
    }

    /// No connection: nothing was sent.
    public static final class Unreachable extends CloudException {
        public enum Cause {
            NO_ADDRESS,
            REFUSED,
            TIMEOUT,
            OTHER
        }

        private final Cause cause;

        public Unreachable(Cause cause, String message) {
            super(message);
            this.cause = cause;
        }

        public Cause why() {
            return cause;
        }
    }

    /// Sent, wholly or in part, and no answer came, or the answer broke off.
    public static final class Unanswered extends CloudException {
        private final boolean timeout;

        public Unanswered(String message, boolean timeout) {
            super(message);
            this.timeout = timeout;
        }

        public boolean timeout() {
            return timeout;
        }
    }

    /// 5xx: it may or may not have been done.
    public static final class Failing extends Denied {
        public Failing(int status, Refusal refusal) {
            super(status, refusal, "HTTP " + status);
        }
    }

    /// An answer that makes no sense: no JSON, too large, a field of another type.
    public static final class Unreadable extends CloudException {
        private final int status;
        private final Optional<Misshapen> shape;

        /// @param what in technical words, without the answer's own text
        public Unreadable(int status, String what) {
            super(what);
            this.status = status;
            shape = Optional.empty();
        }

        public Unreadable(int status, Misshapen shape) {
            super(String.valueOf(shape.getMessage()));
            this.status = status;
            this.shape = Optional.of(shape);
        }

        /// What was expected and what came, where a value of another shape is all that is wrong.
        public Optional<Misshapen> shape() {
            return shape;
        }

        public int status() {
            return status;
        }
    }
}
