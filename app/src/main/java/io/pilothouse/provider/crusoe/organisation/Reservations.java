package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

/// VMs of an organisation that are paid for in advance.
public final class Reservations {
    private static final String PATH = "/organizations/{organization_id}/reservations";

    private Reservations() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.RESERVATION,
                        Kind.RESERVATION,
                        CrusoeApi.list(Types.RESERVATION, PATH, Reservations::decode))
                .within(Types.ORGANIZATION)
                .read(Reservations::read)
                .columns(CrusoeFacts.PRODUCT, CrusoeFacts.CONTRACT_PRICE);
    }

    /// One is answered as a list of one.
    private static ApiCall<Resource> read(Resource row) {
        return ApiCall.read(Request.get(PATH + "/{reservation_id}", row.scope(), row.id()))
                .as(
                        answer ->
                                CrusoeApi.items(answer).stream()
                                        .filter(i -> i.word("id").equals(row.id()))
                                        .findFirst()
                                        .map(i -> CrusoeApi.beside(row, decode(i)))
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "items lacks the reservation")));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        row.number("duration");
        row.time("delivery_deadline");
        return row.marked(
                Resource.of(Types.RESERVATION, id, id, Status.NONE, json)
                        .with(Facts.TYPE, row.text("reservation_type"))
                        .with(CrusoeFacts.PRODUCT, row.text("product_line"))
                        .with(CrusoeFacts.CONTRACT_PRICE, row.text("price"))
                        .with(Facts.QUANTITY, row.whole(CrusoeApi.MOST, "quantity"))
                        .with(Facts.USED, row.whole(CrusoeApi.MOST, "used_quantity"))
                        .with(CrusoeFacts.LOCATIONS, Row.some(row.listed("locations")))
                        .with(CrusoeFacts.PROJECTS, row.listedLinks(Types.PROJECT, "projects"))
                        .with(Facts.INSTANCES, row.listedLinks(Types.VM, "vm_ids"))
                        .with(CrusoeFacts.STARTS, row.time("contract_start_date"))
                        .with(Facts.EXPIRES, row.time("contract_end_date"))
                        .with(CrusoeFacts.DELIVERED, row.time("date_delivered")));
    }
}
