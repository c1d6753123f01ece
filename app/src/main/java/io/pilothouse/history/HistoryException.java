package io.pilothouse.history;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The disk did not take it, or can't give it back.
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public HistoryException(String what, Throwable cause) {
        super(what, cause);
    }

    HistoryException(String what) {
        super(what);
    }

    /// What a person can do something about, in a few words.
    static String reason(Exception why) {
        return why instanceof SQLiteException e
                ? switch (SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)) {
                    case SQLITE_FULL -> "the disk is full";
                    case SQLITE_READONLY, SQLITE_PERM -> "its file or folder is read-only";
                    case SQLITE_CANTOPEN -> "its file can't be opened";
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> "its file is damaged";
                    case SQLITE_IOERR -> "the disk reports an error";
                    default -> String.valueOf(e.getMessage());
                }
                : String.valueOf(why.getMessage());
    }
}
