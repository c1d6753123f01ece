package io.pilothouse.work;

/// A place in the queue.
public interface Ticket {
    /// Takes the call back; false when it is on the wire or has ended.
    boolean withdraw();
}
