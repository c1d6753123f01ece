/// Lists in an order that holds while what is in them changes.
@NullMarked
package io.pilothouse.ui.kit.order;

import org.jspecify.annotations.NullMarked;
