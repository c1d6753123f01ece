package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class InventoryTest {
    private static Resource row(String type, String id) {
        return Resource.of(type, id, id, Status.NONE, Json.absent());
    }

    @Test
    void inAScopeAreItsRowsAndThoseThatAreInNone() {
        var here = row("project", "p1");
        var there = row("project", "p2");
        var server = row("server", "s1");
        Inventory all =
                type ->
                        type.equals("disk")
                                ? List.of(
                                        row("disk", "mine").within(here),
                                        row("disk", "other").within(there),
                                        row("disk", "free"),
                                        row("disk", "elsewhere").within(server))
                                : List.of(here, there);

        assertThat(all.within(here.ref()).of("disk"))
                .extracting(Resource::id)
                .containsExactly("mine", "free", "elsewhere");
        assertThat(all.within(here.ref()).of("project")).as("scopes themselves").hasSize(2);
    }
}
