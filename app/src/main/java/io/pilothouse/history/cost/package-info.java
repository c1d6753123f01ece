/// What accounts cost an hour, as it was seen, in steps: one for each time in which it stayed the same. Where nobody
/// looked there is no step. The table itself stands with the others in `history`; written by `standing`.
package io.pilothouse.history.cost;
