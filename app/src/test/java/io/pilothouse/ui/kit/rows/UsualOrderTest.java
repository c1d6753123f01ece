package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.testkit.Accounts;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class UsualOrderTest {
    private static final Resource RESEARCH = resource("project", "p1", "research");
    private static final Resource SERVING = resource("project", "p2", "serving");
    private static final List<Scope> SCOPES =
            List.of(new Scope("team", "Team", RESEARCH), new Scope("team", "Team", SERVING));

    private static Resource resource(String type, String id, String name) {
        return Resource.of(type, id, name, Status.NONE, Json.obj());
    }

    private static Row row(String account, Optional<Resource> project, String name) {
        var bare = resource("vm", name, name);
        return Row.fixed(
                Accounts.of(account, account, "p"), project.map(bare::within).orElse(bare));
    }

    /// Of the same name as the others.
    private static Row image(String id, String region) {
        var bare = resource("image", id, "ubuntu-24.04");
        return Row.fixed(
                row("team", Optional.empty(), "").account(),
                region.isEmpty() ? bare : bare.with(Facts.REGION, region));
    }

    @Test
    void rowsOfOneNameStandByRegionAndInOneRegionById() {
        var west = image("a", "us-west-1");
        var east2 = image("c", "us-east-1");
        var east1 = image("b", "us-east-1");
        var everywhere = image("z", "");
        assertThat(
                        Stream.of(west, east2, everywhere, east1)
                                .sorted(UsualOrder.of(List.of("team"), SCOPES))
                                .map(r -> r.resource().id()))
                .containsExactly("z", "b", "c", "a");
    }

    private static List<String> sorted(List<String> accounts, Row... rows) {
        return Stream.of(rows)
                .sorted(UsualOrder.of(accounts, SCOPES))
                .map(r -> r.resource().name())
                .toList();
    }

    @Test
    void rowsStandByAccountThenProjectThenNameWhicheverCameFirst() {
        var last = row("team", Optional.of(SERVING), "api");
        var b = row("team", Optional.of(RESEARCH), "beta");
        var a = row("team", Optional.of(RESEARCH), "Alpha");
        var other = row("lab", Optional.empty(), "zulu");
        assertThat(sorted(List.of("lab", "team"), last, b, a, other))
                .containsExactly("zulu", "Alpha", "beta", "api");
        assertThat(sorted(List.of("team", "lab"), a, other, b, last))
                .containsExactly("Alpha", "beta", "api", "zulu");
    }

    @Test
    void whatIsInNoProjectComesBeforeAndWhoseProjectIsNotKnownAfterTheOthers() {
        var stray = row("team", Optional.of(resource("project", "p9", "?")), "a-stray");
        var known = row("team", Optional.of(RESEARCH), "b-known");
        var none = row("team", Optional.empty(), "c-none");
        assertThat(sorted(List.of("team"), stray, known, none))
                .containsExactly("c-none", "b-known", "a-stray");
    }
}
