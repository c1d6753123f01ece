package io.pilothouse.provider.crusoe.network;

import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ends of traffic as one writes them in a line: a network of addresses, or the name of a VPC network or subnet.
///
/// @param rows what can be named
record RuleEnds(List<Resource> rows) {
    private static final String CIDR = "cidr";
    private static final String RESOURCE = "resource_id";

    static RuleEnds of(Inventory known) {
        return new RuleEnds(
                Stream.of(Types.NETWORK, Types.SUBNET)
                        .flatMap(type -> known.of(type).stream())
                        .toList());
    }

    /// Each end of a rule as text; a resource that is not known by its id.
    List<String> written(Json rule, String field) {
        return Endpoints.asked(rule, field).stream()
                .flatMap(
                        end -> end.text(CIDR).or(() -> end.text(RESOURCE).map(this::name)).stream())
                .toList();
    }

    /// The ends by their texts, as they are sent: what can be named, and what stands in these rules already. An address
    /// needs no entry; one of a rule has it where the service says more of it than is known here.
    Json sent(List<Json> rules) {
        var ends = Json.obj();
        for (var row : rows) {
            ends = ends.with(name(row), Json.obj(RESOURCE, row.id()));
        }
        for (var rule : rules) {
            for (var field : List.of("sources", "destinations")) {
                for (var end : rule.list(field)) {
                    var text = end.text(CIDR).or(() -> end.text(RESOURCE).map(this::name));
                    if (text.isPresent() && ends.at(text.get()).isAbsent()) {
                        ends = ends.with(text.get(), withoutEmpty(end));
                    }
                }
            }
        }
        return ends;
    }

    private static Json withoutEmpty(Json end) {
        var bare = end;
        for (var field : List.of(CIDR, RESOURCE)) {
            bare = end.text(field).isEmpty() ? bare.with(field, Json.absent()) : bare;
        }
        return bare;
    }

    private String name(String id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst().map(this::name).orElse(id);
    }

    /// The name, or the id where the name would not say which one it is or could not stand in a list.
    private String name(Resource row) {
        return Optional.of(row.name())
                .filter(n -> !n.contains(",") && n.equals(n.strip()) && Cidr.of(n).isEmpty())
                .filter(n -> rows.stream().filter(r -> r.name().equals(n)).count() == 1)
                .orElse(row.id());
    }

    /// @param ends as [#sent] made them
    static List<Json> of(List<String> texts, Json ends) {
        return texts.stream()
                .map(t -> ends.at(t).isAbsent() ? Json.obj(CIDR, t) : ends.at(t))
                .toList();
    }
}
