/// What is read out to who does not see it, where a control does not say it by itself. Called by tables and lists; knows
/// no resource.
package io.pilothouse.ui.kit.spoken;
