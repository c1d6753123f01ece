package io.pilothouse.ui.resources.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.ui.resources.drawer.Relations.Group;
import io.pilothouse.ui.resources.drawer.Relations.Relation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class RelationsTest {
    private static final Cloud CLOUD =
            Cloud.of(
                    type("t.project", Kind.PROJECT),
                    type("t.vm", Kind.INSTANCE),
                    type("t.key", Kind.SSH_KEY),
                    type("t.disk", Kind.VOLUME));
    private static final Resource PROJECT = row("t.project", "p1", "research");
    private static final Resource KEY = row("t.key", "k1", "anna");
    private static final Resource VM =
            row("t.vm", "v1", "train")
                    .within(PROJECT)
                    .with(Facts.SSH_KEYS, List.of(new Link("t.key", "anna")));

    private static ResourceType type(String id, Kind kind) {
        return ResourceType.of(
                id,
                kind,
                _ -> ApiCall.read(Request.get("/")).as(_ -> new Page(List.of(), Optional.empty())));
    }

    private static Resource row(String type, String id, String name) {
        return Resource.of(type, id, name, new Status("active", Phase.RUNNING), Json.obj());
    }

    private static Inventory has(Resource... rows) {
        return type -> List.of(rows).stream().filter(r -> r.type().equals(type)).toList();
    }

    private static List<String> names(List<Group> groups) {
        return groups.stream()
                .flatMap(g -> g.relations().stream().map(r -> g.title() + ": " + r.name()))
                .toList();
    }

    @Test
    void linksLeadForwardsByIdOrName() {
        var groups = Relations.of(VM, CLOUD, has(PROJECT, KEY, VM));
        assertThat(names(groups)).containsExactly("type.t.project: research", "SSH keys: anna");
        assertThat(groups.getLast().relations().getFirst().target()).contains(KEY.ref());
    }

    @Test
    void andBackwardsFromTheRowThatIsNamed() {
        assertThat(names(Relations.of(KEY, CLOUD, has(PROJECT, KEY, VM))))
                .containsExactly("Instances that refer to it: train");
        assertThat(names(Relations.of(PROJECT, CLOUD, has(PROJECT, KEY, VM))))
                .containsExactly("Instances in it: train");
    }

    @Test
    void whatIsNamedBothWaysStandsOnceForwards() {
        var disk = row("t.disk", "d1", "data").with(Facts.USED_BY, List.of(new Link("t.vm", "v1")));
        var vm = VM.with(Facts.VOLUMES, List.of(new Link("t.disk", "d1")));
        assertThat(names(Relations.of(disk, CLOUD, has(disk, vm))))
                .containsExactly("Used by: train");
        assertThat(names(Relations.of(vm, CLOUD, has(disk, vm))))
                .filteredOn(n -> n.endsWith("data"))
                .hasSize(1);
    }

    @Test
    void whatIsNotListedIsNamedByItsKeyAndLeadsNowhere() {
        assertThat(Relations.of(VM, CLOUD, has(VM)))
                .flatExtracting(Group::relations)
                .extracting(Relation::name, Relation::target)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("p1", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple("anna", Optional.empty()));
    }

    @Test
    void aChangeConcernsARowOnlyWhereOneOfThemNamesTheOther() {
        var other = row("t.vm", "v2", "eval").within(row("t.project", "p2", "demo"));
        assertThat(Relations.relate(VM, KEY)).isTrue();
        assertThat(Relations.relate(KEY, VM)).isTrue();
        assertThat(Relations.relate(VM, PROJECT)).isTrue();
        assertThat(Relations.relate(PROJECT, VM)).isTrue();
        assertThat(Relations.relate(KEY, other)).isFalse();
        assertThat(Relations.relate(PROJECT, other)).isFalse();
        assertThat(Relations.relate(VM, other)).isFalse();
    }

    @Test
    void manyAreBoundedAndTheRestCounted() {
        var all =
                IntStream.range(0, 50)
                        .mapToObj(i -> row("t.vm", "v" + i, "vm-" + i).within(PROJECT))
                        .toArray(Resource[]::new);
        var group = Relations.of(PROJECT, CLOUD, has(all)).getFirst();
        assertThat(group.relations()).hasSize(Relations.MOST);
        assertThat(group.more()).isEqualTo(10);
    }
}
