/// What the accounts cost: the rate of now from the prices of what runs ([Rate]), its steps over time, watched and
/// written down while the program runs ([CostKeeper]), and what they come to ([Spending]). No bill is known, and no price
/// that a service does not tell. Put together by `app`, asked by the shell and the overview.
package io.pilothouse.standing.cost;
