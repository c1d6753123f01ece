package io.pilothouse.rehearsal.crusoe;

/// What the account has when the rehearsal begins.
public interface CrusoeSeed {
    void plant(Stores stores);

    /// Nothing but the organisation.
    static CrusoeSeed empty() {
        return _ -> {};
    }
}
