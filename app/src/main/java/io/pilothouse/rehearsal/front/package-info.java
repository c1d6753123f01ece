/// What the front of every re-enacted service has in common: a running port with its desk ([Station]), the order in
/// which a request is looked at ([Front]), and the reading of its body ([Body]). Stands on `loopback`, knows no
/// service.
package io.pilothouse.rehearsal.front;
