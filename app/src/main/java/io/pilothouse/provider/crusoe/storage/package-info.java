/// Disks and their snapshots.
package io.pilothouse.provider.crusoe.storage;
