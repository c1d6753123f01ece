/// What is said before the program ends while something has not gone out: what will not happen, and the ways on. Called
/// by the window when a person closes it.
package io.pilothouse.ui.shell.quit;
