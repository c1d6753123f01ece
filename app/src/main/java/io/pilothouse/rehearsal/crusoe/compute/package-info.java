/// VMs: how they are made, started, stopped, changed and deleted, the templates and groups they come from, and many made
/// at once. Stands on places, disks, networks and reservations.
package io.pilothouse.rehearsal.crusoe.compute;
