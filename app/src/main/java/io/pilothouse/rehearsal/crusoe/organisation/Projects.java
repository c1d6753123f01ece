package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The organisation's projects.
public final class Projects {
    private static final String PATH = "/organizations/projects";

    private final Organisation organisation;
    private final Holdings holdings;
    private final Map<String, String> names = new LinkedHashMap<>();

    public Projects(Organisation organisation, Holdings holdings) {
        this.organisation = organisation;
        this.holdings = holdings;
    }

    public void add(String id, String name) {
        names.put(id, name);
    }

    public List<String> ids() {
        return List.copyOf(names.keySet());
    }

    /// @throws CrusoeError if the user has no part in such a project. Some operations document neither 403 nor 404; they
    ///     are refused alike
    public void check(String id) {
        if (!names.containsKey(id)) {
            throw CrusoeError.unauthorized("You are no part of the project " + id + ".");
        }
    }

    public void routes(Table table) {
        table.json("GET", PATH, this::list)
                .json("POST", PATH, this::create)
                .json("PUT", PATH, this::rename)
                .json("GET", PATH + "/{project_id}", this::one)
                .empty("DELETE", PATH + "/{project_id}", call -> delete(known(call)));
    }

    void deleteAll() {
        ids().forEach(this::delete);
    }

    private Json list(Call call) {
        call.query().text("org_id").ifPresent(organisation::check);
        var wanted = call.query().text("project_name");
        return Json.obj(
                "items",
                names.entrySet().stream()
                        .filter(p -> wanted.isEmpty() || wanted.get().equals(p.getValue()))
                        .map(p -> json(p.getKey(), p.getValue()))
                        .toList());
    }

    private Json one(Call call) {
        var id = known(call);
        return json(id, names.getOrDefault(id, ""));
    }

    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        organisation.check(body.text("organization_id"));
        needNew(name);
        var id = Words.newId();
        names.put(id, name);
        return Json.obj("project", json(id, name));
    }

    private Json rename(Call call) {
        var id = call.query().need("project_id");
        check(id);
        var name = Words.name(call.body(), "name");
        if (!name.equals(names.get(id))) {
            needNew(name);
        }
        names.put(id, name);
        return Json.obj("project", json(id, name));
    }

    /// That names must differ is the stricter reading: the list can be asked for one by its name.
    private void needNew(String name) {
        if (names.containsValue(name)) {
            throw CrusoeError.badRequest("There is a project named " + name + " already.");
        }
    }

    private String known(Call call) {
        check(call.project());
        return call.project();
    }

    private void delete(String id) {
        names.remove(id);
        holdings.forget(id);
    }

    private Json json(String id, String name) {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "organization_id",
                organisation.id(),
                "relation",
                "owner",
                "resources",
                Json.obj(
                        "disks",
                        Json.obj("count", holdings.disks(id)),
                        "instances",
                        Json.obj("count", holdings.vms(id)),
                        "vpc_networks",
                        Json.obj("count", holdings.networks(id))));
    }
}
