/// The gates of the house: what may know what ([Rules]), how large a file may be ([Sizes]), that every word exists
/// ([WordList]). Each is proven able to fail on a bad example.
package io.pilothouse.house;
