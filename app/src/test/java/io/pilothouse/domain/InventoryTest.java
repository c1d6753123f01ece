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

    @Test
    void aRelationIsCalledByTheNameOfItsRowWhateverOfItsTypesThatIs() {
        var vm = Resource.of("vm", "v1", "train", Status.NONE, Json.absent());
        var net = Resource.of("net", "n1", "main", Status.NONE, Json.absent());
        Inventory all = type -> type.equals("vm") ? List.of(vm) : List.of(net);
        assertThat(all.name(new Link("vm", "v1"))).isEqualTo("train");
        assertThat(all.name(new Link("vm", "n1", List.of("net")))).isEqualTo("main");
        assertThat(all.name(new Link("vm", "n1"))).as("of another type").isEqualTo("n1");
        assertThat(all.name(new Link("vm", "gone"))).isEqualTo("gone");
    }

    @Test
    void anAddressIsCalledByTheRowThatHasItToo() {
        var vm =
                Resource.of("vm", "v1", "train", Status.NONE, Json.absent())
                        .with(Facts.PRIVATE_IP, "10.0.0.7")
                        .with(Facts.IP, "198.51.100.7");
        Inventory all = _ -> List.of(vm);
        assertThat(all.name(new Link("vm", "10.0.0.7/32"))).isEqualTo("10.0.0.7/32 (train)");
        assertThat(all.name(new Link("vm", "198.51.100.7"))).isEqualTo("198.51.100.7 (train)");
        assertThat(all.name(new Link("vm", "10.0.0.0/24"))).isEqualTo("10.0.0.0/24");
    }
}
