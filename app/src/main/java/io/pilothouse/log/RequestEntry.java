package io.pilothouse.log;

import java.time.Duration;
import java.time.Instant;

/// One request as the requests pane shows it. All text is masked.
///
/// @param number counts up through the run
/// @param account id of the account
/// @param why what it was for: `poll`, or the id of a command
/// @param urgency in lower case
/// @param waited in the queue, from when it was wanted until it went out
/// @param path with its values and query
/// @param status 0 where no answer came
/// @param problem empty when the answer was good; otherwise the technical words
/// @param took from the first byte out to the last byte in
/// @param bytes of the answer's body
/// @param shared how many more asked for the same and got this answer
/// @param request,response heads and bodies, as lines of text
/// @param curl the request as a curl line
public record RequestEntry(
        long number,
        String account,
        String why,
        String urgency,
        Instant at,
        Duration waited,
        String method,
        String path,
        int status,
        String problem,
        Duration took,
        long bytes,
        int shared,
        String request,
        PackedText response,
        String curl) {

    /// About what it takes in memory, in bytes.
    public long weight() {
        return 400L
                + 2L * (path.length() + problem.length() + request.length() + curl.length())
                + response.weight();
    }
}
