/// Keeps what is shown true, and carries out what a person asked for: the poller (what to read next), the commands
/// (asked, in grace, sent, followed, read back) and the open accounts. Knows no JavaFX and no wall clock of its own;
/// everything is tested in virtual time. Called by `app` and `ui`.
package io.pilothouse.sync;
