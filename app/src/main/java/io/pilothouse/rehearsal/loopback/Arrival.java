package io.pilothouse.rehearsal.loopback;

/// One request as the server saw it come.
///
/// @param nanos when its first byte was read, on the server's monotonic clock
/// @param path without its query
/// @param status what was answered; 0 while there is no answer, or where none was given
/// @param launch whether it also counts against the budget of launches
public record Arrival(long nanos, String method, String path, int status, boolean launch) {
    /// Whether it was meant to change something.
    public boolean mutating() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    Arrival answered(int code) {
        return new Arrival(nanos, method, path, code, launch);
    }
}
