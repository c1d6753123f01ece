/// The computer's sleep, told by its clocks: during it the monotonic clock stands still on Linux and macOS while the wall
/// clock goes on, and on Windows both go on while nothing runs. So a span that took longer by either clock than it should
/// have was slept through, or the process was stopped; which of them makes no difference to who waits. No system is asked
/// to tell before it sleeps: logind says so on D-Bus alone, and that would need a library. Called by `sync` and `app`.
package io.pilothouse.work.sleep;
