package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.front.Body;

/// One end of traffic: a block of addresses, or a VPC network, a subnet or a VM; one of the two is empty.
public record Target(String cidr, String resource) {
    /// What is there to be named by its id.
    public interface Resources {
        boolean has(String project, String id);
    }

    public static Target block(String cidr) {
        return new Target(cidr, "");
    }

    public static Target resource(String id) {
        return new Target("", id);
    }

    static Target read(Body body, String project, Resources resources) {
        var cidr = Words.maybe(body, "cidr");
        var resource = Words.maybe(body, "resource_id");
        if (cidr.isPresent() == resource.isPresent()) {
            throw CrusoeError.badRequest(
                    body.path("cidr") + " or resource_id must be given, and not both.");
        }
        if (resource.isPresent()) {
            if (!resources.has(project, resource.get())) {
                throw CrusoeError.badRequest(
                        body.path("resource_id")
                                + " is no VPC network, subnet or VM of the project.");
            }
            return resource(resource.get());
        }
        return block(
                Cidr.blockOrAddress(cidr.get())
                        .orElseThrow(
                                () ->
                                        CrusoeError.badRequest(
                                                body.path("cidr")
                                                        + " must be an IPv4 address or block."))
                        .toString());
    }

    Json json() {
        return Json.obj("cidr", cidr, "resource_id", resource);
    }
}
