/// What was seen and done, kept on disk (SQLite, WAL): the command journal, status transitions, the last pages of every
/// feed, how long things take, what accounts cost, and when each credential last sent. What must not be lost is synced
/// before it is said to be written. Knows `domain` only; written by `sync` and `work`'s wiring, read at start and by `ui`.
package io.pilothouse.history;
