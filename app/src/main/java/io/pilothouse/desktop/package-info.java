/// The doors of the operating systems. So far its disk: where the program's own folder is ([Home]), that one instance
/// at a time uses it ([HomeLock]), and files that are replaced as a whole or not at all ([DurableFile]). No AWT, no
/// threads. Called by `account`, `settings`, `ui` and `app`.
package io.pilothouse.desktop;
