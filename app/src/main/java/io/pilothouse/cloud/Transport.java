package io.pilothouse.cloud;

/// Sends one request and waits. `http` implements it, `work` paces it, a test fakes it in a few lines.
public interface Transport {
    /// Sends once, never twice, whatever happens; a request that is not `repeatable` goes on a connection of its own.
    /// Interrupting the thread gives the request up.
    ///
    /// @throws CloudException for everything but a readable 2xx
    Answer send(Request request, boolean repeatable, Watch watch) throws CloudException;

    /// The request as a curl line for a POSIX shell, with the key as a variable and every secret masked. Nothing is
    /// sent.
    String curl(Request request);

    /// What happens on the way; told on the sending thread, in this order.
    interface Watch {
        Watch NONE = new Watch() {};

        /// The last byte of the request has been handed to the system.
        ///
        /// @param warm the connection had carried another exchange before, so the request needed no handshake
        default void written(boolean warm) {}

        /// The answer's status and headers are here.
        default void answered(int status) {}

        /// Bytes of the answer's body read so far.
        default void received(long bytes) {}

        /// The end, whether good or bad: what was seen on the wire.
        default void seen(Exchange exchange) {}
    }
}
