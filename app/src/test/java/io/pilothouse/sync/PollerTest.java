package io.pilothouse.sync;

import static io.pilothouse.sync.FakeCloud.DISK;
import static io.pilothouse.sync.FakeCloud.KEY;
import static io.pilothouse.sync.FakeCloud.MACHINE;
import static io.pilothouse.sync.FakeCloud.OPERATION;
import static io.pilothouse.sync.FakeCloud.PAGED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.sync.feed.Health.State;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class PollerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final CloudException down =
            new CloudException.Unreachable(CloudException.Unreachable.Cause.REFUSED, "refused");

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;

    @Test
    void aStartReadsEveryFeedOnceAtTheFullPace() {
        cloud.machines.put("m1", "active");

        harbour.open().run(Duration.ofSeconds(4));

        assertThat(harbour.feed(MACHINE).rows()).extracting(Resource::id).containsExactly("m1");
        assertThat(harbour.feed(KEY).rows()).hasSize(1);
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
    }

    @Test
    void idlePollingTakesAtMostAQuarterOfTheBudget() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
        harbour.poller().show(Set.of(MACHINE));
        harbour.run(MINUTE);
        int before = harbour.road.sent.size();

        harbour.run(Duration.ofSeconds(400));

        assertThat(harbour.road.sent.size() - before).isBetween(80, 100);
    }

    @Test
    void whatIsVisibleIsReadMoreOftenAndAheadOfTheRest() {
        harbour.open();
        harbour.poller().show(Set.of(MACHINE));

        harbour.run(Duration.ofMinutes(10));

        assertThat(harbour.road.count("GET", "/machines"))
                .isGreaterThan(2 * harbour.road.count("GET", "/keys"));
        assertThat(harbour.road.sent)
                .filteredOn(s -> s.request().template().equals("/machines"))
                .last()
                .matches(s -> s.urgency() == Urgency.VISIBLE);
    }

    @Test
    void whatIsInTransitionIsSeenWithinTwoSlots() {
        cloud.machines.put("m1", "booting");
        harbour.open().run(MINUTE);
        harbour.poller().show(Set.of(MACHINE));
        harbour.run(MINUTE);

        cloud.machines.put("m1", "active");
        harbour.run(Duration.ofMillis(2200));

        assertThat(harbour.machine("m1").status().word()).isEqualTo("active");
        assertThat(harbour.history.transitions)
                .last()
                .matches(t -> t.from().equals("booting") && t.to().equals("active"));
    }

    @Test
    void whatSaysForHoursThatItBootsIsStuckAndNoLongerTakesTheBudget() {
        cloud.machines.put("m1", "booting");
        harbour.open().run(Duration.ofHours(1));
        int before = harbour.road.sent.size();

        harbour.run(Duration.ofSeconds(400));

        assertThat(harbour.road.sent.size() - before).isLessThanOrEqualTo(100);
    }

    @Test
    void withAllWindowsHiddenOnlyWhatIsInTransitionIsRead() {
        cloud.machines.put("m1", "booting");
        harbour.open();
        harbour.poller().show(Set.of(MACHINE, KEY));
        harbour.run(MINUTE);
        harbour.poller().windowsHidden(true);
        harbour.run(Duration.ofSeconds(5));
        long keys = harbour.road.count("GET", "/keys");
        long machines = harbour.road.count("GET", "/machines");

        harbour.run(MINUTE);

        assertThat(harbour.road.count("GET", "/keys")).isEqualTo(keys);
        assertThat(harbour.road.count("GET", "/machines")).isGreaterThan(machines + 40);
        assertThat(harbour.road.sent).last().matches(s -> s.urgency() == Urgency.WATCH);
    }

    @Test
    void withAllWindowsHiddenAndNothingGoingOnNothingIsReadAndNothingWakes() {
        harbour.open().run(MINUTE);
        harbour.poller().windowsHidden(true);
        harbour.run(Duration.ofSeconds(10));
        int before = harbour.road.sent.size();

        harbour.run(Duration.ofHours(1));

        assertThat(harbour.road.sent).hasSize(before);
        assertThat(harbour.time.waiting()).isZero();
    }

    @Test
    void aWindowThatComesBackShowsNewsAtOnce() {
        harbour.open();
        harbour.poller().show(Set.of(MACHINE));
        harbour.run(MINUTE);
        harbour.poller().windowsHidden(true);
        harbour.run(MINUTE);
        cloud.machines.put("m2", "active");

        harbour.poller().windowsHidden(false);
        harbour.run(Duration.ofMillis(1200));

        assertThat(harbour.feed(MACHINE).rows()).hasSize(1);
    }

    @Test
    void afterSleepAllIsReadAgainWhatCanBeSeenFirstAndNotInABurst() {
        harbour.open();
        harbour.poller().show(Set.of(MACHINE));
        harbour.run(MINUTE);
        cloud.machines.put("m2", "active");
        int before = harbour.road.sent.size();

        harbour.poller().woke(Duration.ofHours(8));
        harbour.run(Duration.ofMillis(200));
        assertThat(harbour.road.sent).as("one at a time").hasSizeLessThanOrEqualTo(before + 1);
        harbour.run(Duration.ofSeconds(2));
        assertThat(harbour.feed(MACHINE).rows()).hasSize(1);
        harbour.run(Duration.ofSeconds(8));
        var after = harbour.road.sent.subList(before, harbour.road.sent.size());
        assertThat(after).as("nine of ten slots at most").hasSizeLessThanOrEqualTo(11);
        assertThat(after.toString()).contains("/machines", "/keys");
    }

    @Test
    void aFailedReadKeepsTheRowsAndSaysWhy() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);

        cloud.refusals.put("GET /machines", down);
        harbour.run(MINUTE);

        var feed = harbour.feed(MACHINE);
        assertThat(feed.rows()).hasSize(1);
        assertThat(feed.failure().orElseThrow().why()).isSameAs(down);
        assertThat(harbour.connection().health().state()).isEqualTo(State.PARTLY);
    }

    @Test
    void aServiceThatIsDownIsAskedMoreAndMoreRarelyAndNeverGivenUp() {
        harbour.open().run(MINUTE);
        cloud.refusals.put("GET /machines", down);
        cloud.refusals.put("GET /keys", down);
        harbour.run(Duration.ofMinutes(30));
        assertThat(harbour.connection().health().state()).isEqualTo(State.FAILING);
        int before = harbour.road.sent.size();

        harbour.run(Duration.ofMinutes(10));
        assertThat(harbour.road.sent.size() - before).isBetween(18, 22);

        cloud.refusals.clear();
        harbour.run(Duration.ofSeconds(75));
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
    }

    @Test
    void aRefusedKeyStopsThePollsUntilAPersonTriesAgain() {
        harbour.open().run(MINUTE);
        var refused = new CloudException.Unauthorized(Refusal.NONE);
        for (var path : List.of("GET /machines", "GET /keys", "GET /me")) {
            cloud.refusals.put(path, refused);
        }
        harbour.run(MINUTE);
        assertThat(harbour.connection().health().state()).isEqualTo(State.SIGNED_OUT);
        int before = harbour.road.sent.size();

        harbour.poller().refresh(Set.of(MACHINE));
        harbour.run(Duration.ofHours(3));
        assertThat(harbour.road.sent).as("nothing is sent by itself").hasSize(before);

        harbour.connection().signIn();
        harbour.connection().signIn();
        harbour.run(MINUTE);
        assertThat(harbour.road.sent).as("one try a press").hasSize(before + 1);

        cloud.refusals.clear();
        harbour.connection().signIn();
        harbour.run(MINUTE);
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
        assertThat(harbour.feed(MACHINE).failure()).isEmpty();
    }

    @Test
    void aKeyRefusedAtTheStartCostsOneCall() {
        cloud.refusals.put("GET /me", new CloudException.Unauthorized(Refusal.NONE));

        harbour.open().run(Duration.ofHours(1));

        assertThat(harbour.road.sent).hasSize(1);
    }

    @Test
    void onePageOfThreeThatFailsKeepsTheRows() {
        cloud.me = Json.obj("paged", true);
        harbour.open().run(MINUTE);
        assertThat(harbour.feed(PAGED).rows()).hasSize(3);

        cloud.refusals.put("GET /paged/{page}", down);
        harbour.poller().refresh(Set.of(PAGED));
        harbour.run(Duration.ofSeconds(5));

        assertThat(harbour.feed(PAGED).rows()).hasSize(3);
        assertThat(harbour.feed(PAGED).failure()).isPresent();
    }

    @Test
    void aHundredPressesOfRefreshAreOneReadOfEachFeed() {
        harbour.open().run(MINUTE);
        int before = harbour.road.sent.size();

        for (int i = 0; i < 100; i++) {
            harbour.poller().refresh(Set.of(MACHINE, KEY));
        }
        harbour.run(Duration.ofSeconds(2));

        assertThat(harbour.road.sent.size() - before).isBetween(2, 3);
    }

    @Test
    void atMostOnePollIsQueuedSoThatAClickFindsTheWayFree() {
        cloud.machines.put("m1", "booting");
        harbour.open();
        harbour.poller().show(Set.of(MACHINE));
        for (int i = 0; i < 600; i++) {
            harbour.run(Duration.ofMillis(100));
            int polls =
                    harbour.road.queued(Urgency.VISIBLE)
                            + harbour.road.queued(Urgency.WATCH)
                            + harbour.road.queued(Urgency.BACKGROUND);
            assertThat(polls).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theDiskIsSparedWhileNothingChanges() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
        int keeps = harbour.history.keeps;
        int seens = harbour.history.seens;

        harbour.run(Duration.ofMinutes(10));

        assertThat(harbour.history.keeps).isEqualTo(keeps);
        assertThat(harbour.history.seens - seens).isBetween(10, 22);
    }

    @Test
    void aFullDiskStopsNoPoll() {
        harbour.history.full = true;
        harbour.open().run(MINUTE);
        cloud.machines.put("m1", "active");

        harbour.run(MINUTE);

        assertThat(harbour.feed(MACHINE).rows()).hasSize(1);
    }

    @Test
    void aStartShowsWhatWasRememberedBeforeAnythingIsAnswered() {
        cloud.me = Json.obj("paged", true);
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
        var next = harbour.restarted();

        next.open().time.runDue();

        assertThat(next.feed(MACHINE).rows()).hasSize(1);
        assertThat(next.feed(MACHINE).remembered()).isTrue();
        assertThat(next.feed(MACHINE).readAt()).isPresent();
        assertThat(next.feed(PAGED).rows()).as("with all its pages").hasSize(3);
        assertThat(next.connection().health().state()).isEqualTo(State.CONNECTING);

        next.run(MINUTE);
        assertThat(next.feed(MACHINE).remembered()).isFalse();
    }

    @Test
    void anIdleAccountWakesTheComputerAtMostOnceASecond() {
        harbour.open().run(MINUTE);
        harbour.wakeUps = 0;

        harbour.run(Duration.ofSeconds(100));

        assertThat(harbour.wakeUps).isBetween(10, 100);
    }

    @Test
    void aClosedAccountReadsNothingAndItsRowsAreForgotten() {
        harbour.open().run(MINUTE);
        int before = harbour.road.sent.size();

        harbour.connections.close("a");
        harbour.run(Duration.ofHours(1));

        assertThat(harbour.road.sent.size()).isLessThanOrEqualTo(before);
        assertThat(harbour.store.all()).isEmpty();
    }

    @Test
    void whatTheServiceSaysOfItselfAddsTypesAndIsKnownAtTheNextStart() {
        cloud.me = Json.obj("paged", true);
        harbour.open();
        assertThat(harbour.connection().cloud().type(PAGED)).isEmpty();

        harbour.run(MINUTE);
        assertThat(harbour.connection().cloud().type(PAGED)).isPresent();

        var next = harbour.restarted().open();
        assertThat(next.connection().cloud().type(PAGED)).isPresent();
    }

    @Test
    void aTypeIsListedOnceForEachRowOfItsScope() {
        cloud.me = Json.obj("scoped", true);
        cloud.projects.addAll(List.of("p1", "p2"));
        harbour.open().run(MINUTE);

        assertThat(harbour.connection().inventory().of(DISK))
                .extracting(Resource::id, Resource::scope)
                .containsExactlyInAnyOrder(tuple("disk-of-p1", "p1"), tuple("disk-of-p2", "p2"));

        cloud.projects.remove("p1");
        harbour.run(MINUTE);
        assertThat(harbour.connection().inventory().of(DISK))
                .extracting(Resource::id)
                .containsExactly("disk-of-p2");

        var next = harbour.restarted().open();
        next.time.runDue();
        assertThat(next.connection().inventory().of(DISK))
                .as("remembered with its scope")
                .extracting(Resource::id)
                .containsExactly("disk-of-p2");
    }

    @Test
    void aListThatIsReadOnlyWhileItIsShownIsLeftAloneOtherwise() {
        cloud.me = Json.obj("operations", true);
        harbour.open().run(MINUTE);
        harbour.poller().touched(Set.of(OPERATION));
        harbour.poller().refresh(Set.of(OPERATION));
        var watch = harbour.poller().watch(Set.of(OPERATION));
        harbour.run(MINUTE);
        assertThat(harbour.road.count("GET", "/operations")).isZero();

        var pin = harbour.poller().show(Set.of(OPERATION));
        harbour.run(MINUTE);
        assertThat(harbour.feed(OPERATION).rows()).hasSize(1);
        assertThat(harbour.road.count("GET", "/operations")).isGreaterThan(5);

        pin.close();
        harbour.run(Duration.ofSeconds(2));
        long read = harbour.road.count("GET", "/operations");
        harbour.run(Duration.ofMinutes(5));
        assertThat(harbour.road.count("GET", "/operations")).isEqualTo(read);
        watch.close();
    }

    @Test
    void aHiddenTypeIsNoLongerAheadOnceItsScreenIsLeft() {
        harbour.open();
        var pin = harbour.poller().show(Set.of(MACHINE));
        harbour.run(MINUTE);
        pin.close();
        pin.close();
        harbour.run(MINUTE);

        assertThat(harbour.road.sent).last().matches(s -> s.urgency() == Urgency.BACKGROUND);
    }

    @Test
    void anAccountThatIsOpenedAnewTakesItsOldPlace() {
        harbour.open().run(MINUTE);
        var first = harbour.connection();

        harbour.open().run(MINUTE);

        assertThat(harbour.connections.all()).hasSize(1).doesNotContain(first);
        assertThat(harbour.feed(MACHINE).readAt()).isPresent();
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
    }

    @Test
    void anObserverThatThrowsDoesNotStopThePolls() {
        harbour.open().run(MINUTE);
        var pin =
                harbour.store.observe(
                        _ -> {
                            throw new IllegalStateException("a broken window");
                        });
        try {
            harbour.run(MINUTE);
        } catch (IllegalStateException expected) {
            pin.close();
        }
        int before = harbour.road.sent.size();

        harbour.run(MINUTE);

        assertThat(harbour.road.sent.size()).isGreaterThan(before + 10);
    }

    @Test
    void aRowThatIsLookedAtIsReadByItselfAndTheOthersStay() {
        cloud.machines.put("m1", "active");
        cloud.machines.put("m2", "active");
        harbour.open().run(MINUTE);
        cloud.machines.put("m1", "unhealthy");

        harbour.poller().details(harbour.machine("m1"));
        harbour.run(Duration.ofSeconds(2));

        assertThat(harbour.road.count("GET", "/machines/{id}")).isEqualTo(1);
        assertThat(harbour.machine("m1").raw().word("detail")).isEqualTo("of m1");
        assertThat(harbour.machine("m1").status().word()).isEqualTo("unhealthy");
        assertThat(harbour.machine("m2").raw().at("detail").isAbsent()).isTrue();
        assertThat(harbour.history.transitions).anyMatch(s -> s.to().equals("unhealthy"));
    }

    @Test
    void aLookThatIsGoneBeforeItsTurnIsNotSent() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);

        var look = harbour.poller().details(harbour.machine("m1"));
        look.close();
        harbour.run(Duration.ofSeconds(5));

        assertThat(harbour.road.count("GET", "/machines/{id}")).isZero();
    }

    @Test
    void aRowThatIsGoneWhenLookedAtHasItsListRead() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
        var row = harbour.machine("m1");
        cloud.machines.remove("m1");

        harbour.poller().details(row);
        harbour.run(Duration.ofSeconds(3));

        assertThat(harbour.feed(MACHINE).rows()).isEmpty();
        assertThat(harbour.feed(MACHINE).failure()).isEmpty();
    }

    @Test
    void aLookThatFailsLeavesTheRowsAndTheirAgeAlone() {
        cloud.machines.put("m1", "active");
        harbour.open().run(MINUTE);
        var before = harbour.feed(MACHINE).rows();
        cloud.refusals.put("GET /machines/{id}", down);

        harbour.poller().details(harbour.machine("m1"));
        harbour.run(Duration.ofSeconds(2));

        assertThat(harbour.feed(MACHINE).rows()).isEqualTo(before);
        assertThat(harbour.feed(MACHINE).failure()).isEmpty();
    }
}
