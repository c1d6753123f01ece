package io.pilothouse.rehearsal.crusoe.machine;

/// A state of a VM: only words that clients of the real service know. What passes between two of them has no word that
/// is known, so a VM that starts is stopped until it runs, and one that is being made is not there yet.
public enum VmState {
    RUNNING,
    STOPPED,
    /// Stopped from inside.
    SHUTOFF,
    SHUTDOWN,
    DELETING,
    DELETED;

    public String word() {
        return "STATE_" + name();
    }

    public boolean stopped() {
        return this == STOPPED || this == SHUTOFF || this == SHUTDOWN;
    }

    public boolean ending() {
        return this == DELETING || this == DELETED;
    }
}
