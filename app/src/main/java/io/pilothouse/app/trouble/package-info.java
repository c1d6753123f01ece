/// What is said when the place where everything is kept can't be used: at the start in a window of its own, later in the
/// window that is there; and what is still done when the system ends the program. Called by `app` alone.
package io.pilothouse.app.trouble;
