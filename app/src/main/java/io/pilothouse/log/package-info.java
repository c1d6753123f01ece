/// What went by, for people to read: the requests of this run. Everything here is text that has been masked before it
/// came; [Scrubber] is the last guard, which masks what merely looks like a key. Knows no other room.
package io.pilothouse.log;
