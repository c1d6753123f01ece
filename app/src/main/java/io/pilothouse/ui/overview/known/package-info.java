/// What the overview is made from: all rows of the accounts that are shown, and local time.
package io.pilothouse.ui.overview.known;
