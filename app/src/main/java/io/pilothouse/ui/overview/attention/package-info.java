/// What needs a person, each with the one verb that helps. [Concerns] finds them in what is known; no provider is named
/// here.
package io.pilothouse.ui.overview.attention;
