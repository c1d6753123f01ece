/// Keeps what is shown true, and carries out what a person asked for. [Connections] are the open accounts; each has a
/// poller (what to read next is chosen in `feed`) and all its work is done in turn, so nothing here needs a lock.
/// [Commands] go from the click over the journal and the road to their end: sent at most once, followed, looked for by
/// their sign, read back. Knows no JavaFX and no wall clock of its own; everything is tested in virtual time. Called by
/// `app` and `ui`.
package io.pilothouse.sync;
