package io.pilothouse.history;

/// The disk did not take it, or can't give it back.
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public HistoryException(String what, Throwable cause) {
        super(what, cause);
    }

    HistoryException(String what) {
        super(what);
    }
}
