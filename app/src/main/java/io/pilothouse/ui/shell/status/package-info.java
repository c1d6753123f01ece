/// The status bar: each account's budget, queue and health.
package io.pilothouse.ui.shell.status;
