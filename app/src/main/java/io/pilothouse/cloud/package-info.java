/// The contract that a provider fulfils, as pure data and pure functions: the same input gives the same description,
/// and nothing is sent, read from disk, timed or drawn by lot while describing. Also the interface behind which one
/// call is sent ([Transport]) and why a call gave no value ([CloudException]). Knows `domain` only. Providers make
/// these descriptions; `http` and `work` carry the calls; `sync` follows them; `ui` draws them.
package io.pilothouse.cloud;
