package io.pilothouse.history;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Commands as asked, as they go out and as they end; on disk in the program. Every method may throw [HistoryException]
/// when the disk refuses: then nothing is sent.
public interface CommandJournal {
    /// What a person asked for. Secrets in `before` and `answers` are masked when written.
    ///
    /// @param title in words, for the activity pane after a restart
    record Asked(
            String id,
            String account,
            String action,
            String title,
            Optional<Resource> scope,
            List<Resource> targets,
            Json before,
            Json answers,
            Instant at) {}

    /// A step that went out.
    ///
    /// @param result empty while no answer is known
    record Sent(int step, Instant at, String request, Optional<Result> result) {}

    /// @param result `done`, `refused`, `withdrawn`, `unknown`, `following`, `not-seen`
    /// @param answer masked
    record Result(Instant at, String result, String note, Json answer) {}

    /// @param outcome `done`, `refused`, `withdrawn`, `unknown`, `not-seen`, `partly`; empty opens a command again that
    ///     goes on (*Continue*, *Retry*)
    /// @param note what never went out, in the words of who keeps it
    record Ended(Instant at, String outcome, String note) {}

    record Kept(Asked asked, List<Sent> sent, Optional<Ended> ended) {}

    void asked(Asked command);

    /// Written and synced when this returns: from here on the call may have reached the service.
    void sending(String command, int step, Instant at, String request);

    void answered(String command, int step, Result result);

    void ended(String command, Ended ended);

    /// Commands without an end, oldest first.
    List<Kept> unfinished();

    /// The newest commands, newest first.
    List<Kept> recent(int most);
}
