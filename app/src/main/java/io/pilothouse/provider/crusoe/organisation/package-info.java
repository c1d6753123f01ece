/// Whose everything is: organisations, projects, reservations, usage, the login with its keys and tokens, and the
/// operations under way.
package io.pilothouse.provider.crusoe.organisation;
