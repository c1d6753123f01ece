/// When a service may be asked again: one [Pacer] for each budget, all of an account's together as [Lanes]. Arithmetic
/// on times that are handed in; no clocks, threads or locks here (the scheduler's lock guards it all), and nothing of
/// what the calls are about. Called by `work` alone; [SentTimes] is implemented by whoever keeps files.
package io.pilothouse.work.pace;
