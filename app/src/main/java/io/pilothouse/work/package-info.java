/// The road of a request: who goes next ([RequestScheduler], its books in `Road`), how it ended, and the clocks and
/// threads it all runs on ([Timeline]). When a service may be asked again is worked out in `pace`. Everything that talks
/// to a service comes through here; nothing here knows what the calls are about. Called by `sync`, made by `app`.
package io.pilothouse.work;
