package io.pilothouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.store.Delta.Transition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

final class StoreTest {
    private static final FeedKey WEB = new FeedKey("team", "instance", "");
    private static final Instant T1 = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant T2 = T1.plusSeconds(5);
    private static final Instant T3 = T1.plusSeconds(10);
    private final CloudException cut = new CloudException.Unanswered("cut", false);

    private final Store store = new Store();
    private final List<Delta> told = new ArrayList<>();

    private static Resource row(String id, String status) {
        return Resource.of(
                "instance", id, id, new Status(status, Phase.UNKNOWN), Json.obj("id", id));
    }

    @Test
    void aFeedThatWasNeverReadHasNothingAndIsNotStale() {
        assertThat(store.get(WEB).rows()).isEmpty();
        assertThat(store.get(WEB).readAt()).isEmpty();
        assertThat(store.get(WEB).stale()).isFalse();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void aReadTellsWhatCameWhatChangedAndWhatWent() {
        store.read(WEB, List.of(row("a", "up"), row("b", "up"), row("c", "up")), T1);
        var delta = store.read(WEB, List.of(row("d", "up"), row("c", "up"), row("a", "down")), T2);
        assertThat(delta.added()).containsExactly(row("d", "up"));
        assertThat(delta.changed())
                .containsExactly(new Delta.Change(row("a", "up"), row("a", "down")));
        assertThat(delta.gone()).containsExactly(row("b", "up"));
        assertThat(delta.now().readAt()).contains(T2);
        assertThat(store.get(WEB).rows()).hasSize(3);
    }

    @Test
    void aRowThatSaysNothingNewIsTheObjectItWas() {
        store.read(WEB, List.of(row("a", "up"), row("b", "up")), T1);
        var before = store.get(WEB).rows().getFirst();
        store.read(WEB, List.of(row("a", "up"), row("b", "down")), T2);
        assertThat(store.get(WEB).rows().getFirst()).isSameAs(before);
        assertThat(store.get(WEB).rows().getLast()).isEqualTo(row("b", "down"));
    }

    @Test
    void anotherOrderIsNoChangeOfARow() {
        store.read(WEB, List.of(row("a", "up"), row("b", "up")), T1);
        var delta = store.read(WEB, List.of(row("b", "up"), row("a", "up")), T2);
        assertThat(delta.rowsChanged()).isFalse();
        assertThat(store.get(WEB).rows()).extracting(Resource::id).containsExactly("b", "a");
    }

    @Test
    void transitionsAreChangesOfStateAndAFirstReadHasNone() {
        var first = store.read(WEB, List.of(row("a", "booting"), row("b", "active")), T1);
        assertThat(first.transitions()).isEmpty();
        var next = store.read(WEB, List.of(row("a", "active"), row("c", "booting")), T2);
        assertThat(next.transitions())
                .containsExactly(
                        new Transition(row("c", "booting"), "", "booting"),
                        new Transition(row("a", "active"), "booting", "active"),
                        new Transition(row("b", "active"), "active", "gone"));
    }

    @Test
    void aChangeThatIsNotOneOfStateIsNoTransition() {
        store.read(WEB, List.of(row("a", "up")), T1);
        var delta = store.read(WEB, List.of(row("a", "up").marked("odd")), T2);
        assertThat(delta.changed()).hasSize(1);
        assertThat(delta.transitions()).isEmpty();
    }

    @Test
    void aFailureKeepsTheRowsAndTheirAge() {
        store.read(WEB, List.of(row("a", "up")), T1);
        var delta = store.failed(WEB, cut, T2);
        store.failed(WEB, cut, T3);
        var now = store.get(WEB);
        assertThat(delta.rowsChanged()).isFalse();
        assertThat(delta.transitions()).isEmpty();
        assertThat(now.rows()).containsExactly(row("a", "up"));
        assertThat(now.readAt()).contains(T1);
        assertThat(now.failure().orElseThrow().since()).isEqualTo(T2);
        assertThat(now.stale()).isTrue();
        store.read(WEB, List.of(), T3);
        assertThat(store.get(WEB).stale()).isFalse();
        assertThat(store.get(WEB).failure()).isEmpty();
    }

    @Test
    void rememberedRowsStandUntilTheFirstReadAndNeverAfter() {
        store.remember(WEB, List.of(row("a", "up")), T1);
        assertThat(store.get(WEB).remembered()).isTrue();
        assertThat(store.get(WEB).stale()).isTrue();
        var read = store.read(WEB, List.of(row("a", "down")), T2);
        assertThat(read.transitions()).hasSize(1);
        assertThat(store.get(WEB).remembered()).isFalse();
        store.remember(WEB, List.of(row("old", "up")), T1);
        assertThat(store.get(WEB).rows()).containsExactly(row("a", "down"));
    }

    @Test
    void rememberedRowsStayMarkedWhenReadingFails() {
        store.failed(WEB, cut, T1);
        store.remember(WEB, List.of(row("a", "up")), T1);
        store.failed(WEB, cut, T2);
        assertThat(store.get(WEB).rows()).hasSize(1);
        assertThat(store.get(WEB).remembered()).isTrue();
        assertThat(store.get(WEB).failure().orElseThrow().since()).isEqualTo(T1);
    }

    @Test
    void aClosedAccountIsForgottenButItsRowsHaveNotGone() {
        store.read(WEB, List.of(row("a", "up")), T1);
        var other = new FeedKey("lab", "instance", "");
        store.read(other, List.of(row("x", "up")), T1);
        store.observe(told::add);
        store.forget("team");
        assertThat(store.all()).extracting(Snapshot::key).containsExactly(other);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().gone()).hasSize(1);
        assertThat(told.getFirst().transitions()).isEmpty();
    }

    @Test
    void anInventoryIsOfOneAccountAndAllItsScopes() {
        store.read(new FeedKey("team", "instance", "p1"), List.of(row("a", "up")), T1);
        store.read(new FeedKey("team", "instance", "p2"), List.of(row("b", "up")), T1);
        store.read(new FeedKey("lab", "instance", ""), List.of(row("c", "up")), T1);
        var known = store.inventory("team");
        assertThat(known.of("instance"))
                .extracting(Resource::id)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(known.of("key")).isEmpty();
        store.read(new FeedKey("team", "key", ""), List.of(row("k", "")), T1);
        assertThat(known.of("key")).hasSize(1);
    }

    @Test
    void observersAreToldUntilTheirPinIsClosed() {
        var pin = store.observe(told::add);
        store.read(WEB, List.of(row("a", "up")), T1);
        pin.close();
        store.read(WEB, List.of(), T2);
        assertThat(told).hasSize(1);
    }

    @Test
    void theSameReadAtTheSameTimeTellsNobody() {
        store.read(WEB, List.of(row("a", "up")), T1);
        store.observe(told::add);
        store.read(WEB, List.of(row("a", "up")), T1);
        assertThat(told).isEmpty();
        store.read(WEB, List.of(row("a", "up")), T2);
        assertThat(told).hasSize(1);
    }

    @Test
    void rowsCanNotBeChangedFromOutside() {
        var rows = new ArrayList<>(List.of(row("a", "up")));
        store.read(WEB, rows, T1);
        rows.clear();
        assertThat(store.get(WEB).rows()).hasSize(1);
    }

    @Test
    @Timeout(30)
    void whatAnObserverSeesFirstAndIsToldLaterFitTogether() throws InterruptedException {
        int writers = 4;
        int changes = 300;
        var begin = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int w = 0; w < writers; w++) {
            var key = new FeedKey("a" + w, "instance", "");
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        await(begin);
                                        for (int n = 1; n <= changes; n++) {
                                            store.read(
                                                    key,
                                                    List.of(row("r", String.valueOf(n))),
                                                    T1.plusSeconds(n));
                                        }
                                    }));
        }
        var seen = new HashMap<FeedKey, Snapshot>();
        var torn = new AtomicReference<Delta>();
        var pin = new AtomicReference<Pin>();
        var observer =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    await(begin);
                                    store.observeFrom(
                                            () -> {
                                                store.all().forEach(s -> seen.put(s.key(), s));
                                                return true;
                                            },
                                            d -> {
                                                var before =
                                                        seen.getOrDefault(
                                                                d.before().key(),
                                                                Snapshot.unread(d.before().key()));
                                                if (!before.equals(d.before())) {
                                                    torn.set(d);
                                                }
                                                seen.put(d.now().key(), d.now());
                                            },
                                            pin::set);
                                });
        begin.countDown();
        observer.join();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(torn.get()).isNull();
        assertThat(seen).hasSize(writers);
        assertThat(seen.values()).allMatch(s -> s.equals(store.get(s.key())));
        assertThat(store.all()).allMatch(s -> s.rows().getFirst().status().word().equals("300"));
        pin.get().close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
