/// The rehearsal cloud: services re-enacted over real HTTP on loopback, with state, strict rate limits and faults on
/// demand. It is the demonstration, the playground and the opponent of the end-to-end tests, so it is written from
/// the services' own documents and shares nothing with the provider rooms: it knows `domain` alone. [RehearsalCloud]
/// starts it; `loopback` is what every service stands on, `front` what their fronts share, `lambdacloud` is Lambda Cloud,
/// `crusoe` Crusoe Cloud.
package io.pilothouse.rehearsal;
