/// What every re-enacted service stands on: a small HTTP/1.1 server that stamps arrivals at their first byte and can
/// misbehave on the wire ([Fault]), the judge of rate limits ([Arrivals]) and the clock. Knows no service.
package io.pilothouse.rehearsal.loopback;
