package io.pilothouse.domain;

/// A registration that lasts until it is closed. Closing twice does nothing.
@FunctionalInterface
public interface Pin extends AutoCloseable {
    @Override
    void close();

    /// One pin for several; closes them in reverse order.
    static Pin all(Pin... pins) {
        return () -> {
            for (int i = pins.length - 1; i >= 0; i--) {
                pins[i].close();
            }
        };
    }
}
