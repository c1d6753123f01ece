package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

/// The user who is signed in.
public final class User {
    private static final String PATH = "/users/identities";

    private final String email;
    private final Organisation organisation;
    private final Projects projects;
    private final SshKeys keys;
    private final Tokens tokens;
    private String name;
    private String role = "Admin";

    public User(
            String email,
            String name,
            Organisation organisation,
            Projects projects,
            SshKeys keys,
            Tokens tokens) {
        this.email = email;
        this.name = name;
        this.organisation = organisation;
        this.projects = projects;
        this.keys = keys;
        this.tokens = tokens;
    }

    public void routes(Table table) {
        table.json("GET", PATH, _ -> json())
                .json("PUT", PATH, this::change)
                .empty("DELETE", PATH, _ -> delete());
    }

    private Json change(Call call) {
        var body = call.body();
        name = Words.name(body, "name");
        role = Words.maybe(body, "role").orElse(role);
        return json();
    }

    /// Everything the user owns goes too, and no token is good any more.
    private void delete() {
        projects.deleteAll();
        keys.deleteAll();
        tokens.deleteAll();
        organisation.close();
    }

    private Json json() {
        return Json.obj("identity", Json.obj("email", email, "name", name, "role", role));
    }
}
