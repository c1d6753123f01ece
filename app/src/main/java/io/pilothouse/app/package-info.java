/// Where everything is put together: the main class, the wiring in plain constructors, the one door to the FX thread,
/// what catches a crash, the single instance. Knows every room; no room knows it.
package io.pilothouse.app;
