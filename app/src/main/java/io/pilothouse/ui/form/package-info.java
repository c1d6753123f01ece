/// Draws any [io.pilothouse.cloud.form.Form]: what stands in it ([FormViewModel]), how each input looks ([FormView] and its
/// editors), and the dialog that shows calls, time and price before anything is sent ([FormDialog]). Validation is the
/// form's own; nothing is checked here. Called by `ui.launch`, the screens and the shell; knows no screen.
package io.pilothouse.ui.form;
