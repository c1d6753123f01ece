package io.pilothouse.domain;

/// What the service says (`word`, shown as it is) and what it means to us (shape, colour, how often to look).
public record Status(String word, Phase phase) {
    public enum Phase {
        /// Up and serving.
        RUNNING,
        /// On its way up or to another state: look often.
        CHANGING,
        /// On its way down: look often.
        ENDING,
        STOPPED,
        FAILED,
        GONE,
        UNKNOWN;

        /// Is it on its way to another state by itself?
        public boolean inTransition() {
            return this == CHANGING || this == ENDING;
        }
    }

    /// For what has no state of its own, such as a key or an image.
    public static final Status NONE = new Status("", Phase.UNKNOWN);
}
