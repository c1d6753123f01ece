/// Lists in an order that holds while what is in them changes, and what a person has chosen of one. Knows nothing of what
/// a row is. Called by tables and screens.
package io.pilothouse.ui.kit.order;
