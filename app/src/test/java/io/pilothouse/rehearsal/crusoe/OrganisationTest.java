package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.KEY;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.SERVING;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// The organisation, its projects, and the user.
final class OrganisationTest {
    private static final String ORG = Words.id("organisation");
    private static final String PROJECTS = "/organizations/projects";
    private static final String RESERVATIONS = "/organizations/" + ORG + "/reservations";

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void theOrganisationIsRenamed() {
        var body = Json.obj("organization_name", "Polar");
        var renamed = account.call("PUT", "/organizations/entities?org_id=" + ORG, body);
        assertThat(renamed.word("entity", "name")).isEqualTo("Polar");
        assertThat(account.items("/organizations/entities").getFirst())
                .isEqualTo(renamed.at("entity"));
        refusal(400, () -> account.call("PUT", "/organizations/entities", body));
        refusal(403, () -> account.call("PUT", "/organizations/entities?org_id=x", body));
    }

    @Test
    void aProjectIsMadeRenamedFoundAndDeleted() {
        var body = Json.obj("name", "lab", "organization_id", ORG);
        var made = account.post(PROJECTS, body).at("project");
        assertThat(made.whole("resources", "instances", "count")).contains(0L);
        refusal(400, () -> account.post(PROJECTS, body));
        refusal(403, () -> account.post(PROJECTS, body.with("organization_id", "x")));
        var id = made.word("id");
        account.call("PUT", PROJECTS + "?project_id=" + id, Json.obj("name", "yard"));
        assertThat(account.items(PROJECTS + "?project_name=yard"))
                .extracting(p -> p.word("id"))
                .containsExactly(id);
        assertThat(account.items(PROJECTS + "?org_id=" + ORG)).hasSize(3);
        refusal(403, () -> account.get(PROJECTS + "?org_id=x"));
        assertThat(account.items("/projects/" + id + "/compute/vms/instances")).isEmpty();
        account.call("DELETE", PROJECTS + "/" + id, Json.absent());
        refusal(403, () -> account.get("/projects/" + id + "/compute/vms/instances"));
        refusal(403, () -> account.get(PROJECTS + "/" + id));
    }

    @Test
    void aProjectCountsWhatIsInIt() {
        var research = account.get("/organizations" + RESEARCH);
        assertThat(research.whole("resources", "instances", "count")).contains(7L);
        assertThat(research.whole("resources", "vpc_networks", "count")).contains(1L);
    }

    @Test
    void deletingAProjectDeletesItsVmsAndEndsWhatIsUnderWay() {
        var begun = account.post(VMS, vm("probe"));
        account.call("DELETE", "/organizations" + RESEARCH, Json.absent());
        account.pass(Duration.ofMinutes(1));
        var id = begun.word("operation", "operation_id");
        refusal(403, () -> account.get(VMS + "/operations/" + id));
        refusal(403, () -> account.get(VMS));
        assertThat(account.items(SERVING + "/compute/vms/instances")).hasSize(3);
        assertThat(account.items(RESERVATIONS).getFirst().whole("used_quantity")).contains(0L);
    }

    @Test
    void whatIsAnothersIsRefused() {
        refusal(403, () -> account.get("/projects/" + Words.id("other") + "/storage/disks"));
        refusal(403, () -> account.get("/organizations/other/reservations"));
        var disk = account.id(SERVING + "/storage/disks", "models-east");
        refusal(403, () -> account.get(RESEARCH + "/storage/disks/" + disk));
    }

    @Test
    void aSecretKeyIsToldOnce() {
        var body = Json.obj("alias", "ci", "expires_at", "2026-12-24T18:00:00Z");
        var made = account.post("/users/tokens", body).at("token");
        assertThat(made.word("secret_key")).hasSize(22);
        assertThat(account.items("/users/tokens"))
                .allMatch(t -> t.at("secret_key").isAbsent())
                .anyMatch(t -> t.at("access_key").equals(made.at("access_key")));
        refusal(
                400,
                () ->
                        account.post(
                                "/users/tokens", body.with("expires_at", "2026-11-20T11:59:59Z")));
        refusal(400, () -> account.post("/users/tokens", body.with("expires_at", "soon")));
        refusal(403, () -> account.call("DELETE", "/users/tokens?access_key=x", Json.absent()));
    }

    @Test
    void aTokenOfTheDemonstrationIsAboutToExpire() {
        assertThat(account.items("/users/tokens"))
                .extracting(t -> t.word("expires_at"))
                .contains("2026-11-23T12:00:00Z");
    }

    @Test
    void anSshKeyIsKeptWithItsFingerprints() {
        var made =
                account.post("/users/ssh-keys", Json.obj("name", "k", "public_key", KEY))
                        .at("ssh_key");
        assertThat(made.word("fingerprints", "md5")).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");
        assertThat(made.word("fingerprints", "sha256")).hasSize(43);
        account.call("DELETE", "/users/ssh-keys?id=" + made.word("id"), Json.absent());
        var again = "/users/ssh-keys?id=" + made.word("id");
        refusal(404, () -> account.call("DELETE", again, Json.absent()));
        refusal(400, () -> account.call("DELETE", "/users/ssh-keys", Json.absent()));
        var wrong = Json.obj("name", "k", "public_key", "ssh-dss AAAA");
        refusal(400, () -> account.post("/users/ssh-keys", wrong));
    }

    @Test
    void deletingTheUserDeletesAllThatIsTheirs() {
        account.call("DELETE", "/users/identities", Json.absent());
        assertThat(account.items("/users/tokens")).isEmpty();
        assertThat(account.items("/users/ssh-keys")).isEmpty();
        assertThat(account.items("/organizations/entities")).isEmpty();
        assertThat(account.items(PROJECTS)).isEmpty();
    }

    @Test
    void aReservationTellsItsUse() {
        var reserved = account.items(RESERVATIONS).getFirst();
        assertThat(reserved.whole("used_quantity")).contains(8L);
        assertThat(reserved.word("vm_ids")).isEqualTo("[" + Words.id("vm finetune") + "]");
        var other = vm("probe").with("type", "a100.8x");
        account.made(VMS, account.post(VMS, other));
        assertThat(account.items(RESERVATIONS).getFirst().whole("used_quantity")).contains(16L);
        account.made(VMS, account.post(VMS, other.with("name", "third")));
        assertThat(account.named(VMS, "third").word("reservation_id")).isEmpty();
    }

    @Test
    void aReservationIsChosenByIdOrStrategyAndOnlyWhereItFits() {
        var id = Words.id("reservation a100");
        var fits = vm("probe").with("type", "a100.1x");
        refused(fits, Json.obj("id", id, "selection_strategy", "lowest_cost"));
        refused(fits, Json.obj("id", "nothing"));
        refused(fits, Json.obj("selection_strategy", "cheap"));
        refused(vm("probe"), Json.obj("id", id));
        refused(fits.with("location", CrusoeAccount.NORTH_B), Json.obj("id", id));
        var made =
                account.made(
                        VMS,
                        account.post(
                                VMS,
                                fits.with(
                                        "reservation_specification",
                                        Json.obj("selection_strategy", "on_demand"))));
        assertThat(made.word("reservation_id")).isEmpty();
    }

    private void refused(Json order, Json specification) {
        var body = order.with("reservation_specification", specification);
        refusal(400, () -> account.post(VMS, body));
    }
}
