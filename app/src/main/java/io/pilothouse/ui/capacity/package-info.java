/// The screen of capacity: of each account its own grid of types and places, with what it says of them and no more, a
/// yes or a number. Drawn from facts; no provider is known here. A cell opens the account's own action that makes an
/// instance, filled in as far as the cell goes; nothing is sent from here.
package io.pilothouse.ui.capacity;
