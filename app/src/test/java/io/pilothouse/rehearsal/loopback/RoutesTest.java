package io.pilothouse.rehearsal.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.rehearsal.loopback.Routes.Match;

import org.junit.jupiter.api.Test;

final class RoutesTest {
    private final Routes<String> routes =
            new Routes<String>()
                    .add("GET", "/sets", "list")
                    .add("GET", "/sets/global", "global")
                    .add("GET", "/sets/{id}", "one")
                    .add("DELETE", "/sets/{id}", "delete");

    @Test
    void aPathGivesItsOperationAndItsId() {
        assertThat(routes.find("GET", "/sets")).isEqualTo(new Match.Found<>("list", ""));
        assertThat(routes.find("DELETE", "/sets/7")).isEqualTo(new Match.Found<>("delete", "7"));
    }

    @Test
    void aFixedPathAddedFirstHidesAnId() {
        assertThat(routes.find("GET", "/sets/global")).isEqualTo(new Match.Found<>("global", ""));
        assertThat(routes.find("DELETE", "/sets/global")).isEqualTo(new Match.WrongMethod<>());
    }

    @Test
    void otherMethodsAndPathsAreToldApart() {
        assertThat(routes.find("PUT", "/sets")).isEqualTo(new Match.WrongMethod<>());
        assertThat(routes.find("GET", "/set")).isEqualTo(new Match.Unknown<>());
        assertThat(routes.find("GET", "/sets/")).isEqualTo(new Match.Unknown<>());
        assertThat(routes.find("GET", "/sets/7/8")).isEqualTo(new Match.Unknown<>());
    }
}
