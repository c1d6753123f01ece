/// The newest that is known: for every feed (account, type, scope) its rows, their age and its last failure. A failed
/// read never takes rows away. Differences are made here, on the thread of who reads, and told to observers. Written by
/// `sync`, read by everyone who shows something.
package io.pilothouse.store;
