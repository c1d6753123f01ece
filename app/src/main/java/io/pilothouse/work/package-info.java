/// The road of a request: who goes next ([RequestScheduler]), when a service may be asked again (the pacer and the
/// [io.pilothouse.cloud.Budget]s), when to try again, and the threads it all runs on ([Timeline]). Everything that
/// talks to a service comes through here; nothing here knows what the calls are about. Called by `sync`.
package io.pilothouse.work;
