/// What all parts of this provider share: the signature, paths and ids of types, how lists and operations are read, how
/// the service refuses, sizes, choices and facts. Knows none of the other parts.
package io.pilothouse.provider.crusoe.api;
