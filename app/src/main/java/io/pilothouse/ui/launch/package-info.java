/// The look of launching an instance: type and region as one grid over the same form, check and plan that the generic
/// dialog of `ui.form` would show. Nothing is decided here that the form does not decide. Opened by the shell.
package io.pilothouse.ui.launch;
