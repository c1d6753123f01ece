package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.EAST;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/// Locations, images and what capacity there is.
final class PlaceTest {
    private final CrusoeAccount account = new CrusoeAccount(setup -> setup);

    @Test
    void capacitiesAreFiltered() {
        assertThat(account.items("/capacities")).hasSize(7 * 3);
        assertThat(account.items("/capacities?location=" + NORTH + "," + EAST)).hasSize(7 * 2);
        assertThat(account.items("/capacities?location=" + NORTH + "&location=" + EAST))
                .hasSize(7 * 2);
        assertThat(account.items("/capacities?product_name=a100.8x&location=" + EAST))
                .extracting(c -> c.word("type") + " " + c.word("location"))
                .containsExactly("a100.8x " + EAST);
        refusal(400, () -> account.get("/capacities?product_name=z80.1x"));
        refusal(400, () -> account.get("/capacities?location=mars"));
    }

    @Test
    void capacityComesAndGoes() {
        var seen = new HashSet<List<Json>>();
        var empty = new HashSet<Boolean>();
        for (int i = 0; i < 20; i++) {
            var now = account.items("/capacities");
            seen.add(now);
            now.stream()
                    .filter(c -> c.word("type").equals("h100-80gb-sxm-ib.8x"))
                    .forEach(c -> empty.add(c.word("quantity").equals("0")));
            assertThat(now)
                    .filteredOn(c -> c.word("type").equals("a40.1x"))
                    .filteredOn(c -> c.word("location").equals(NORTH))
                    .noneMatch(c -> c.word("quantity").equals("0"));
            account.pass(Duration.ofSeconds(45));
        }
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(empty).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anotherRehearsalHasTheSameTide() {
        var other = new CrusoeAccount(setup -> setup);
        account.pass(Duration.ofMinutes(7));
        other.pass(Duration.ofMinutes(7));
        assertThat(other.get("/capacities")).isEqualTo(account.get("/capacities"));
    }

    @Test
    void someImagesHaveListsAsTexts() {
        var images = account.items("/compute/images");
        assertThat(images.getFirst().texts("tags")).containsExactly("20.04", "latest");
        assertThat(images.get(1).at("tags")).isEqualTo(Json.of("[12.2, latest]"));
        refusal(404, () -> account.get("/compute/images/none"));
    }
}
