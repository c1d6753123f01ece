/// The burn rate as a line of steps over local time; what was not seen is a gap in it.
package io.pilothouse.ui.overview.chart;
