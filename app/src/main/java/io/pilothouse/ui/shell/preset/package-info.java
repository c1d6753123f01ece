/// The commands of the palette that begin with answers a person has kept.
package io.pilothouse.ui.shell.preset;
