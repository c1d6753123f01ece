/// The panes below the screen: what was asked for, and what went over the wire.
package io.pilothouse.ui.shell.panes;
