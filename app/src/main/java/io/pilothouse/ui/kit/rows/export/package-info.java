/// Tables as text for other programs: CSV, JSON and Markdown of what is shown, to a file or the clipboard. Nothing here
/// depends on the locale: times are ISO 8601 with offset, numbers are numbers, units stand in the headers, secrets are
/// masked. Called by screens with tables.
package io.pilothouse.ui.kit.rows.export;
