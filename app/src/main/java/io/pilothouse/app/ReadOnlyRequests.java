package io.pilothouse.app;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

/// The way of a read-only account onto a road that others may share: what may change something does not leave.
///
/// @param road takes what only reads
record ReadOnlyRequests(Requests road) implements Requests {
    @Override
    public <T> Ticket submit(Order<T> order) {
        if (order.call().repeatable()) {
            return road.submit(order);
        }
        order.then().accept(new Outcome.Failed<>(new CloudException.ReadOnly()));
        return () -> false;
    }
}
