/// The wire: sends one request of a provider with OkHttp and says what came of it ([HttpTransport]). Here a path is
/// percent-encoded, authentication applied, a status or a broken connection turned into a `CloudException`, and all
/// that was seen masked before anyone sees it. Nothing here tries again, follows a redirect or waits for a slot: that
/// is for `work`, which is the only caller. The only room that reveals a secret, and only while it writes the wire.
package io.pilothouse.http;
