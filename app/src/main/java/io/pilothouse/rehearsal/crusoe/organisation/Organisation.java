package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The one organisation the user owns.
public final class Organisation {
    private final String id;
    private String name;
    private boolean open = true;

    public Organisation(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    /// @throws CrusoeError if it is another organisation, of which the user is no part
    void check(String other) {
        check(other, CrusoeError::unauthorized);
    }

    /// @param refusal what is thrown for another organisation, where 403 is not documented
    void check(String other, Function<String, CrusoeError> refusal) {
        if (!open || !other.equals(id)) {
            throw refusal.apply("You are no part of the organization " + other + ".");
        }
    }

    /// Ends with the account of who owns it.
    void close() {
        open = false;
    }

    public void routes(Table table) {
        var path = "/organizations/entities";
        table.json("GET", path, _ -> Json.obj("items", open ? List.of(json()) : new ArrayList<>()))
                .json("PUT", path, this::rename)
                .json("GET", "/featureflags", _ -> flags());
    }

    private Json rename(Call call) {
        check(call.query().need("org_id"));
        name = Words.name(call.body(), "organization_name");
        return Json.obj("entity", json());
    }

    /// The document gives the flags no values but these two, and shows them as booleans.
    private static Json flags() {
        return Json.obj("feature_flags", Json.obj("curated-images", true, "infiniband", true));
    }

    private Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "relation",
                "owner",
                "billing",
                Json.obj(
                        "balance",
                        "$18250.40",
                        "delinquent",
                        false,
                        "has_valid_payment_method",
                        true),
                "features",
                Json.obj(),
                "state",
                "",
                "state_reason",
                "");
    }
}
