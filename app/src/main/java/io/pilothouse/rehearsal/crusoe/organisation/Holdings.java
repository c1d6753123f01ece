package io.pilothouse.rehearsal.crusoe.organisation;

/// What a project holds, for who shows and deletes projects.
public interface Holdings {
    int disks(String project);

    int vms(String project);

    int networks(String project);

    /// Deletes all of it.
    void forget(String project);
}
