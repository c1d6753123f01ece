/// What went by, for people to read: the requests of this run. Everything here is text that has been masked before it
/// came. Knows no other room.
package io.pilothouse.log;
