package io.pilothouse.work;

/// How soon a request is wanted; the order is the order of service.
public enum Urgency {
    /// A click.
    PERSON,
    /// What is on the screen.
    VISIBLE,
    /// Something in transition.
    WATCH,
    BACKGROUND
}
