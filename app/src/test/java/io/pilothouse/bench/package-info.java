/// Measurements of the whole program against its goals. They print counts and ratios taken in one run, and fail by no
/// time: a loaded machine must not fail a build. `mvn -Pbench test -Dtest=ArrivalsBench` runs one of them.
package io.pilothouse.bench;
