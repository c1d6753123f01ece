/// How the columns of a table share its room, and what a person made of them: widths from what stands in the cells, the
/// person's own kept, order, hiding and sort remembered. Knows nothing of what a row is. Called by tables and screens.
package io.pilothouse.ui.kit.rows.layout;
