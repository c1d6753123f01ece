package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.domain.Json;

/// A refusal, `{code, message}`. The document gives the five words by their status; what each message says is ours.
public final class CrusoeError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String message;

    private CrusoeError(int status, String code, String message) {
        super(message, null, false, false); // an answer, not a failure: no stack trace
        this.status = status;
        this.code = code;
        this.message = message;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Json json() {
        return Json.obj("code", code, "message", message);
    }

    public static CrusoeError badRequest(String message) {
        return new CrusoeError(400, "bad_request", message);
    }

    public static CrusoeError badCredential(String message) {
        return new CrusoeError(401, "bad_credential", message);
    }

    /// Also for what there is not, where the operation has no 404: so the document says of operations, and others that
    /// document no other status cannot say it otherwise.
    public static CrusoeError unauthorized(String message) {
        return new CrusoeError(403, "unauthorized", message);
    }

    public static CrusoeError notFound(String message) {
        return new CrusoeError(404, "not_found", message);
    }

    /// The path is right, the method is not; the document has no word for it.
    public static CrusoeError wrongMethod(String method) {
        return new CrusoeError(
                405, "method_not_allowed", "Method " + method + " is not allowed here.");
    }

    public static CrusoeError internal() {
        return new CrusoeError(500, "internal_error", "Something went wrong on our side.");
    }
}
