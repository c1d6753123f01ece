/// The one way from a chosen action to a command: what can be done with these rows and why not, what is asked first,
/// what is confirmed. Called by screens and the shell.
package io.pilothouse.ui.kit.act;
