package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeContractTest.on;
import static io.pilothouse.provider.crusoe.CrusoeContractTest.rows;

import io.pilothouse.domain.Json;
import io.pilothouse.provider.ProviderContract.Case;

import java.util.List;

/// What is asked for of organisations, projects and the login.
final class OrganisationCases {
    private static final String TOKEN = "Hm11C1coQZm2+Aihn9ofYg";

    static final List<Case> GOOD =
            List.of(
                    on(
                            "crusoe.organization.rename",
                            "crusoe.organization",
                            "org-1",
                            Json.obj("organization_name", "Robotics")),
                    new Case(
                            "crusoe.project.create",
                            Json.obj("name", "new", "organization_id", "org-1")),
                    on(
                            "crusoe.project.rename",
                            "crusoe.project",
                            "p-vision",
                            Json.obj("name", "sight")),
                    on("crusoe.project.delete", "crusoe.project", "p-speech", Json.obj()),
                    on(
                            "crusoe.identity.rename",
                            "crusoe.identity",
                            "anna@example.com",
                            Json.obj("name", "Anna B.")),
                    on("crusoe.identity.delete", "crusoe.identity", "anna@example.com", Json.obj()),
                    new Case(
                            "crusoe.ssh-key.add",
                            Json.obj("name", "new", "public_key", CrusoeSamples.KEY)),
                    new Case(
                            "crusoe.ssh-key.delete",
                            rows("crusoe.ssh-key", "k-anna", "k-ci"),
                            Json.obj()),
                    new Case(
                            "crusoe.token.create",
                            Json.obj("alias", "ci", "expires_on", "2026-12-31")),
                    on("crusoe.token.delete", "crusoe.token", TOKEN, Json.obj()));

    static final List<Case> FAULTY =
            List.of(
                    new Case(
                            "crusoe.project.create",
                            Json.obj("name", "vision", "organization_id", "org-1")),
                    new Case(
                            "crusoe.ssh-key.add",
                            Json.obj("name", "ci", "public_key", "-----BEGIN")),
                    new Case(
                            "crusoe.token.create",
                            Json.obj("alias", "laptop", "expires_on", "2026-02-30")));

    private OrganisationCases() {}
}
