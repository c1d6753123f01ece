package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Json;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What reading back after a command costs, where a list has three pages and the road a call a second.
class ReadBackTest {
    private static final String PAGE = "/paged/{page}";

    private final Harbour harbour = new Harbour();
    private final FakeCloud cloud = harbour.cloud;
    private final FakeRoad road = harbour.road;

    @BeforeEach
    void open() {
        cloud.me = Json.obj("name", "me", "paged", true);
        cloud.machines.put("m1", "active");
        harbour.open().run(Duration.ofMinutes(5));
        road.sent.clear();
    }

    @Test
    void aListOfThreePagesIsReadOnceAtThePersonsUrgency() {
        var command = harbour.ask("t.paged.replace", List.of(), Json.obj());
        harbour.run(Duration.ofSeconds(6));

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.DONE);
        assertThat(harbour.now(command).ended()).isPresent();
        assertThat(road.count("GET", PAGE)).isEqualTo(3);
        assertThat(road.sent)
                .filteredOn(s -> s.request().template().equals(PAGE))
                .allMatch(s -> s.urgency() == Urgency.PERSON);
    }

    @Test
    void onceItsSignIsSeenPollingIsAsBefore() {
        harbour.ask("t.paged.replace", List.of(), Json.obj());
        harbour.run(Duration.ofSeconds(6));
        road.sent.clear();

        harbour.run(Duration.ofMinutes(1));

        assertThat(road.sent).as("a quarter of the budget").hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void whileItsSignIsMissingItIsLookedForOften() {
        cloud.lost.put("POST /launch", new CloudException.Unanswered("cut", false));
        var command = harbour.launch(1);
        harbour.run(Duration.ofMillis(200));
        cloud.machines.clear();

        harbour.run(Duration.ofSeconds(30));

        assertThat(harbour.item(command, 0).state()).isEqualTo(ItemState.UNKNOWN);
        assertThat(road.count("GET", "/machines")).isGreaterThan(5);
    }

    @Test
    void oneThatIsStillLookedForIsNotSlowedDownByAnotherThatWasSeen() {
        cloud.lost.put("PUT /paged", new CloudException.Unanswered("cut", false));
        var unknown = harbour.ask("t.paged.replace", List.of(), Json.obj());
        harbour.run(Duration.ofSeconds(2));
        var seen = harbour.ask("t.paged.replace", List.of(), Json.obj());
        harbour.run(Duration.ofSeconds(8));
        assertThat(harbour.now(seen).ended()).isPresent();
        assertThat(harbour.item(unknown, 0).state()).isEqualTo(ItemState.UNKNOWN);
        road.sent.clear();

        harbour.run(Duration.ofSeconds(30));

        assertThat(road.count("GET", PAGE)).isGreaterThan(12);
    }
}
