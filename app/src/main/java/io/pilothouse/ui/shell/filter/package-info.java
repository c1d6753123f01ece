/// The account filter in the top bar, and its commands in the palette.
package io.pilothouse.ui.shell.filter;
