package io.pilothouse.ui.kit;

import io.pilothouse.domain.Secret;

/// Where copied text goes.
public interface Clips {
    void copy(String text);

    /// Copied, and cleared after 20 s if it is still there.
    void copy(Secret secret);
}
