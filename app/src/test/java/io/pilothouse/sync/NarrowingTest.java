package io.pilothouse.sync;

import static io.pilothouse.sync.FakeCloud.DISK;
import static io.pilothouse.sync.FakeCloud.PAGED;
import static io.pilothouse.sync.FakeCloud.PROJECT;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.sync.feed.Health.State;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A list of three pages, of which a part is looked at.
class NarrowingTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;

    @Test
    void thePartThatIsLookedAtTakesHalfOfTheCallsAndIsReadThreeTimesAsOften() {
        opened();
        active();

        long parts = parts();
        long pages = pages();
        harbour.run(LONG);

        assertThat(parts() - parts).isBetween((pages() - pages) - 4, (pages() - pages) + 4);
        assertThat(pages() - pages).isGreaterThan(30);
    }

    @Test
    void withNothingLookedAtInParticularOnlyTheWholeIsRead() {
        opened();
        active().close();
        harbour.run(Duration.ofSeconds(5));

        long parts = parts();
        harbour.run(LONG);

        assertThat(parts()).isEqualTo(parts);
    }

    @Test
    void aNewPartIsReadAtOnce() {
        opened();
        long before = parts();

        active();
        harbour.run(Duration.ofSeconds(2));

        assertThat(parts()).isEqualTo(before + 1);
    }

    @Test
    void whatIsNotInThePartIsNotGone() {
        opened();
        harbour.poller().focus(Set.of(PAGED), Optional.empty(), states("stopped"));

        harbour.run(LONG);

        assertThat(parts()).isPositive();
        assertThat(harbour.history.transitions).noneMatch(t -> t.to().equals("gone"));
        assertThat(harbour.feed(PAGED).rows())
                .extracting(Resource::id)
                .containsExactly("p1", "p2", "p3");
    }

    @Test
    void aRowThatLeavesThePartIsLookedForInTheWhole() {
        opened();
        active();
        harbour.run(Duration.ofSeconds(20));

        long parts = parts();
        cloud.states.put("p2", "stopped");
        while (parts() == parts) {
            harbour.run(Duration.ofMillis(100));
        }
        harbour.run(Duration.ofSeconds(5));

        assertThat(harbour.feed(PAGED).rows())
                .extracting(r -> r.status().word())
                .containsExactly("active", "stopped", "stopped");
    }

    @Test
    void aServiceThatDoesNotNarrowByThisIsAskedForTheWholeAndNothingFails() {
        opened();
        cloud.refusals.put("GET /part", new CloudException.Refused(400, Refusal.NONE));

        active();
        harbour.run(LONG);

        assertThat(parts()).isEqualTo(1);
        assertThat(harbour.feed(PAGED).failure()).isEmpty();
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
    }

    @Test
    void aServiceThatMeansSomethingElseByTheWordsIsAskedForTheWhole() {
        opened();
        cloud.leftOut.add("p1");

        active();
        harbour.run(LONG);

        assertThat(parts()).isEqualTo(1);
    }

    @Test
    void aRowOnItsWayOutsideOfThePartHasTheWholeRead() {
        cloud.states.put("p3", "booting");
        opened();
        active();
        harbour.run(Duration.ofSeconds(20));
        long parts = parts();

        harbour.run(Duration.ofMinutes(1));

        assertThat(parts()).isEqualTo(parts);
    }

    @Test
    void aPersonGetsThePartFirstAndThenTheWhole() {
        opened();
        active();
        harbour.run(Duration.ofSeconds(20));
        while (parts() == 0) {
            harbour.run(Duration.ofSeconds(1));
        }
        int before = harbour.road.sent.size();

        harbour.poller().refresh(Set.of(PAGED));
        harbour.run(Duration.ofSeconds(6));

        var then = harbour.road.sent.subList(before, harbour.road.sent.size());
        assertThat(then)
                .extracting(s -> s.request().template())
                .containsSubsequence("/part", "/paged/{page}", "/paged/{page}", "/paged/{page}");
        assertThat(then.getFirst().request().template()).isEqualTo("/part");
    }

    @Test
    void aCommandIsReadBackFromTheWhole() {
        opened();
        active();
        harbour.run(Duration.ofSeconds(20));
        long pages = pages();

        var command = harbour.ask("t.paged.replace", List.of(), Json.obj());
        harbour.run(Duration.ofSeconds(15));

        assertThat(pages()).isGreaterThan(pages + 2);
        assertThat(harbour.item(command, 0).state()).isEqualTo(Command.ItemState.DONE);
    }

    @Test
    void ofManyScopesTheOneThatIsLookedAtIsReadMore() {
        cloud.me = Json.obj("scoped", true);
        cloud.projects.addAll(List.of("one", "two"));
        harbour.open().run(Duration.ofSeconds(10));
        harbour.poller().show(Set.of(DISK, PROJECT));

        harbour.poller().focus(Set.of(DISK), Optional.of("two"), Wanted.ALL);
        harbour.run(LONG);

        assertThat(disks("two")).isGreaterThan(2 * disks("one"));
    }

    private void opened() {
        cloud.me = Json.obj("paged", true);
        cloud.states.putIfAbsent("p1", "active");
        cloud.states.putIfAbsent("p2", "active");
        cloud.states.putIfAbsent("p3", "stopped");
        harbour.open();
        harbour.poller().show(Set.of(PAGED));
        harbour.run(Duration.ofSeconds(20));
    }

    private Pin active() {
        return harbour.poller().focus(Set.of(PAGED), Optional.empty(), states("active"));
    }

    private static Wanted states(String word) {
        return new Wanted(Set.of(word), Set.of(), Set.of());
    }

    private long parts() {
        return harbour.road.count("GET", "/part");
    }

    private long pages() {
        return harbour.road.count("GET", "/paged/{page}");
    }

    private long disks(String project) {
        return harbour.road.sent.stream()
                .filter(s -> s.request().template().equals("/projects/{id}/disks"))
                .filter(s -> s.request().values().equals(List.of(project)))
                .count();
    }
}
