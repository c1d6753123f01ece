package io.pilothouse.rehearsal.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.rehearsal.loopback.Routes.Match;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class RoutesTest {
    private final Routes<String> routes =
            new Routes<String>()
                    .add("GET", "/sets", "list")
                    .add("GET", "/sets/global", "global")
                    .add("GET", "/sets/{id}", "one")
                    .add("DELETE", "/sets/{id}", "delete")
                    .add("GET", "/sets/{set}/rules/{rule}", "rule");

    @Test
    void aPathGivesItsOperationAndItsId() {
        assertThat(routes.find("GET", "/sets")).isEqualTo(found("list", Map.of()));
        assertThat(routes.find("DELETE", "/sets/7")).isEqualTo(found("delete", Map.of("id", "7")));
    }

    @Test
    void aPathMayHoldSeveralNames() {
        assertThat(routes.find("GET", "/sets/7/rules/ssh%20in"))
                .isEqualTo(found("rule", Map.of("set", "7", "rule", "ssh%20in")));
        assertThat(routes.find("GET", "/sets//rules/8")).isEqualTo(new Match.Unknown<>());
    }

    @Test
    void everyOperationIsListed() {
        assertThat(routes.all()).contains("DELETE /sets/{id}").hasSize(5);
    }

    @Test
    void aFixedPathAddedFirstHidesAnId() {
        assertThat(routes.find("GET", "/sets/global")).isEqualTo(found("global", Map.of()));
        assertThat(routes.find("DELETE", "/sets/global")).isEqualTo(new Match.WrongMethod<>());
    }

    @Test
    void otherMethodsAndPathsAreToldApart() {
        assertThat(routes.find("PUT", "/sets")).isEqualTo(new Match.WrongMethod<>());
        assertThat(routes.find("GET", "/set")).isEqualTo(new Match.Unknown<>());
        assertThat(routes.find("GET", "/sets/")).isEqualTo(new Match.Unknown<>());
        assertThat(routes.find("GET", "/sets/7/8")).isEqualTo(new Match.Unknown<>());
    }

    private static Match<String> found(String operation, Map<String, String> values) {
        return new Match.Found<>(operation, values);
    }
}
