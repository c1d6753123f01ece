package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Store;
import io.pilothouse.testkit.Accounts;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

class TableRowsTest {
    private static final FeedKey FEED = new FeedKey("team", "t", "");
    private static final Instant AT = Instant.EPOCH;
    private static final Account TEAM = Accounts.of("team", "Team", "p");

    private final Store store = new Store();
    private final Queue<Runnable> pulse = new ArrayDeque<>();
    private final List<Row.Key> asked = new ArrayList<>();
    private final Map<Row.Key, Instant> firstSeen = new HashMap<>();
    private Runnable told = () -> {};

    private TableRows rows() {
        return new TableRows(
                store,
                pulse::add,
                k -> k.type().equals("t"),
                _ -> Optional.of(TEAM),
                (keys, then) -> {
                    asked.addAll(keys);
                    told = () -> then.accept(firstSeen);
                });
    }

    private void nextPulse() {
        while (!pulse.isEmpty()) {
            pulse.remove().run();
        }
    }

    private static Resource row(String id, String state) {
        return Resource.of(
                "t", id, "name-" + id, new Status(state, Phase.RUNNING), Json.obj("id", id));
    }

    @Test
    void beginsWithWhatTheStoreKnows() {
        store.read(FEED, List.of(row("a", "up")), AT);
        assertThat(rows().rows()).extracting(r -> r.resource().id()).containsExactly("a");
    }

    @Test
    void aRowIsTheSameObjectAfterAChange() {
        store.read(FEED, List.of(row("a", "booting"), row("b", "up")), AT);
        var rows = rows();
        var before = List.copyOf(rows.rows());
        store.read(FEED, List.of(row("a", "up"), row("b", "up")), AT);
        nextPulse();
        assertThat(rows.rows()).containsExactlyElementsOf(before);
        assertThat(before.getFirst().resource().status().word()).isEqualTo("up");
    }

    @Test
    void anEqualReadTellsTheTableNothing() {
        store.read(FEED, List.of(row("a", "up")), AT);
        var rows = rows();
        var events = new ArrayList<Object>();
        rows.rows().addListener((ListChangeListener<Row>) events::add);
        store.read(FEED, List.of(row("a", "up")), AT.plusSeconds(1));
        nextPulse();
        assertThat(events).isEmpty();
    }

    @Test
    void manyReadsBetweenTwoPulsesAreOneTask() {
        var rows = rows();
        for (int i = 0; i < 100; i++) {
            store.read(FEED, List.of(row("a", "s" + i)), AT);
        }
        assertThat(pulse).hasSize(1);
        nextPulse();
        assertThat(rows.rows().getFirst().resource().status().word()).isEqualTo("s99");
    }

    @Test
    void aFailedReadKeepsTheRowsAndMarksThem() {
        store.read(FEED, List.of(row("a", "up")), AT);
        var rows = rows();
        store.failed(FEED, new CloudException.Unanswered("cut", false), AT);
        nextPulse();
        assertThat(rows.rows()).hasSize(1).allMatch(Row::stale);
        store.read(FEED, List.of(row("a", "up")), AT);
        nextPulse();
        assertThat(rows.rows()).noneMatch(Row::stale);
    }

    @Test
    void aRowThatIsGoneLeavesAndComesBackAsANewOne() {
        store.read(FEED, List.of(row("a", "up"), row("b", "up")), AT);
        var rows = rows();
        store.read(FEED, List.of(row("b", "up")), AT);
        nextPulse();
        assertThat(rows.rows()).extracting(r -> r.resource().id()).containsExactly("b");
    }

    @Test
    void whatComesAfterItIsClosedIsNotApplied() {
        var rows = rows();
        store.read(FEED, List.of(row("a", "up")), AT);
        rows.close();
        nextPulse();
        assertThat(rows.rows()).isEmpty();
    }

    @Test
    void aRowIsListedAtOnceAndHasItsAgeWhenTheHistoryHasAnswered() {
        store.read(FEED, List.of(row("a", "up"), row("b", "up")), AT);
        var rows = rows().rows();
        assertThat(rows).hasSize(2).allMatch(r -> r.firstSeen().isEmpty());

        firstSeen.put(rows.getFirst().key(), AT.minusSeconds(60));
        told.run();

        assertThat(rows.getFirst().firstSeen()).contains(AT.minusSeconds(60));
        assertThat(rows.getLast().firstSeen()).as("when it was read").contains(AT);
    }

    @Test
    void theHistoryIsNotAskedForARowWhoseServiceTellsWhenItWasMade() {
        store.read(FEED, List.of(row("a", "up").with(Facts.CREATED, AT), row("b", "up")), AT);
        var rows = rows().rows();

        assertThat(asked).containsExactly(rows.getLast().key());
    }

    @Test
    void allThatOneReadChangesIsToldAtOnce() {
        store.read(FEED, List.of(row("a", "up"), row("b", "up"), row("c", "up")), AT);
        var rows = rows();
        var changes = new ArrayList<Integer>();
        rows.rows()
                .addListener(
                        (ListChangeListener<Row>)
                                change -> {
                                    int parts = 0;
                                    while (change.next()) {
                                        assertThat(change.wasUpdated()).isTrue();
                                        parts += change.getTo() - change.getFrom();
                                    }
                                    changes.add(parts);
                                });

        store.read(FEED, List.of(row("a", "down"), row("b", "up"), row("c", "down")), AT);
        nextPulse();
        told.run();
        store.failed(FEED, new CloudException.Unanswered("cut", false), AT);
        nextPulse();

        assertThat(changes).as("a read, the ages, a failure").containsExactly(2, 3, 3);
    }
}
