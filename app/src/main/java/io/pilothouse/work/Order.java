package io.pilothouse.work;

import io.pilothouse.cloud.ApiCall;

import java.util.function.Consumer;

/// A call that somebody wants sent.
///
/// @param why what it is for, in the requests pane: `poll`, or the id of a command
/// @param gate asked when the call is next for the wire, on the sending thread; may block
/// @param then told once how it ended, on a thread of the timeline
public record Order<T>(
        ApiCall<T> call, Urgency urgency, String why, Gate gate, Consumer<Outcome<T>> then) {
    /// Says at the last moment whether a call may go out, and has written down that it does.
    @FunctionalInterface
    public interface Gate {
        Gate OPEN = () -> true;

        /// False, or any exception, withdraws the call: it is not sent.
        boolean open() throws Exception;
    }

    public static <T> Order<T> of(
            ApiCall<T> call, Urgency urgency, String why, Consumer<Outcome<T>> then) {
        return new Order<>(call, urgency, why, Gate.OPEN, then);
    }
}
