/// The overview, the window that stays open all day: what it costs, what runs, what needs a person, what was done. Every
/// figure is read from what the services told or what this home saw; what was not seen is said to be a lower bound, and
/// what nobody tells is left out. [OverviewViewModel] makes a picture of all that is shown; each card is drawn anew only
/// when its part is another one. Called by `app`.
package io.pilothouse.ui.overview;
