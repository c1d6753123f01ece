/// What would change: two lists of records compared, and how the comparison is drawn. It knows no form and no cloud, only
/// records of JSON and the order of their fields.
@org.jspecify.annotations.NullMarked
package io.pilothouse.ui.form.diff;
