/// Controls for one value that JavaFX has not, or not as a form needs them: each holds its value as text. They know no
/// form; `ui.form` joins them to its fields.
package io.pilothouse.ui.form.part;
