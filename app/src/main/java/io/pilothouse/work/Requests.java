package io.pilothouse.work;

/// Where calls are handed in: the [RequestScheduler] of an account, or a fake in a test.
public interface Requests {
    <T> Ticket submit(Order<T> order);
}
