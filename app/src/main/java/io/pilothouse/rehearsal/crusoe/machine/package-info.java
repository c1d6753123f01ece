/// VMs and what they are made after, as data: what they are and how they are shown, not what is done with them.
package io.pilothouse.rehearsal.crusoe.machine;
