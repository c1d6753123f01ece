/// The nouns of the field: what an account has ([Resource]), how it is ([Status]), what is known about it ([Fact]),
/// what the wire carries ([Json]) and what must not be seen ([Secret]). Also [Pin] and [Listeners], the two words in
/// which every room tells another that something changed. Knows no other room; everyone may know it.
package io.pilothouse.domain;
