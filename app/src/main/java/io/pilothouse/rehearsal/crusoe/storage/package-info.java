/// Disks and their snapshots.
package io.pilothouse.rehearsal.crusoe.storage;
