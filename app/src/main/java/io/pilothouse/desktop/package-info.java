/// The doors of the operating systems. So far its disk: where the program's own folder is ([Home]), that one instance
/// at a time uses it ([HomeLock]), files that are replaced as a whole or not at all ([DurableFile]), its proxies and
/// the authorities it trusts. No AWT, no threads. Called by `account`, `settings`, `ui` and `app`.
package io.pilothouse.desktop;
