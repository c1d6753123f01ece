/// The screen of reports (usage and its like): the question as a form, the answer as bars by day and a table, and as a
/// file. Drawn from descriptions alone; a new report needs no code here. Shown by `app`.
package io.pilothouse.ui.reports;
