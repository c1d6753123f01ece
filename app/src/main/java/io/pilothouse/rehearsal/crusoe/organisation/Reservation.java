package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// GPUs bought in advance.
///
/// @param line the product line of the types it is for, such as `a100`
/// @param quantity of GPUs. That it counts GPUs and not VMs is an assumption
/// @param months how long it lasts
/// @param price of one GPU for an hour, in dollars
/// @param odd its lists are shown as texts
public record Reservation(
        String id,
        String type,
        String line,
        int quantity,
        int months,
        String price,
        List<String> locations,
        List<String> projects,
        Instant begin,
        Instant end,
        boolean odd) {
    boolean effective(Instant now) {
        return !now.isBefore(begin) && now.isBefore(end);
    }

    /// @param users GPUs by the id of the VM that uses the reservation
    Json json(Map<String, Integer> users) {
        return Json.obj(
                "id",
                id,
                "reservation_type",
                type,
                "product_line",
                line,
                "duration",
                months,
                "quantity",
                quantity,
                "used_quantity",
                users.values().stream().mapToInt(u -> u).sum(),
                "locations",
                Words.texts(locations, odd),
                "projects",
                Words.texts(projects, odd),
                "contract_start_date",
                begin,
                "contract_end_date",
                end,
                "delivery_deadline",
                begin,
                "date_delivered",
                begin,
                "vm_ids",
                Words.texts(List.copyOf(users.keySet()), odd),
                "price",
                price);
    }
}
