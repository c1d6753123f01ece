package io.pilothouse.ui.capacity;

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
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.capacity.CapacityGrid.Cell;
import io.pilothouse.ui.capacity.CapacityGrid.Line;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class CapacityGridTest {
    private static final Cloud CLOUD =
            Cloud.of(
                    type("t.type", Kind.INSTANCE_TYPE),
                    type("t.capacity", Kind.CAPACITY),
                    type("t.vm", Kind.INSTANCE));

    private static ResourceType type(String id, Kind kind) {
        return ResourceType.of(
                id,
                kind,
                _ -> ApiCall.read(Request.get("/")).as(_ -> new Page(List.of(), Optional.empty())));
    }

    private static Resource row(String type, String id) {
        return Resource.of(type, id, id, Status.NONE, Json.obj());
    }

    private static Resource priced(String name, long cents, long gpus, String... regions) {
        return row("t.type", name)
                .with(Facts.PRICE, new Money(cents))
                .with(Facts.GPUS, gpus)
                .with(Facts.DESCRIPTION, "H100 (80 GB)")
                .with(Facts.AVAILABLE_IN, List.of(regions));
    }

    private static Resource counted(String type, String region, long n) {
        return row("t.capacity", type + "@" + region)
                .with(Facts.TYPE, type)
                .with(Facts.REGION, region)
                .with(Facts.QUANTITY, n);
    }

    private static CapacityGrid grid(boolean counts, Resource... rows) {
        Inventory known =
                type -> List.of(rows).stream().filter(r -> r.type().equals(type)).toList();
        return CapacityGrid.of(counts, CLOUD, known);
    }

    @Test
    void whereOnlyYesAndNoAreKnownThereIsATickOrADash() {
        var grid = grid(false, priced("a", 100, 1, "us-1"), priced("b", 50, 1, "us-2"));
        assertThat(grid.regions()).containsExactly("us-1", "us-2");
        assertThat(grid.lines()).extracting(Line::type).containsExactly("b", "a");
        assertThat(grid.lines().getLast().cells()).containsExactly(Cell.YES, Cell.NONE);
        assertThat(grid.available()).isEqualTo(2);
        assertThat(grid.cells()).isEqualTo(4);
    }

    @Test
    void whereNumbersAreKnownTheyStandThere() {
        var grid = grid(true, counted("a", "us-1", 11), counted("a", "us-2", 0));
        assertThat(grid.lines().getFirst().cells()).containsExactly(Cell.of(11), Cell.NONE);
        assertThat(grid.lines().getFirst().price()).isEmpty();
    }

    @Test
    void aTypeThatIsNowhereHasALineAllTheSame() {
        var grid = grid(true, counted("a", "us-1", 1), priced("b", 10, 0));
        assertThat(grid.lines()).extracting(Line::type).containsExactly("b", "a");
        assertThat(grid.lines().getFirst().isAvailable()).isFalse();
    }

    @Test
    void regionsInWhichTheAccountHasSomethingAreShownToo() {
        var vm = row("t.vm", "v").with(Facts.REGION, "us-3");
        assertThat(grid(false, priced("a", 1, 1, "us-1"), vm).regions())
                .containsExactly("us-1", "us-3");
    }

    @Test
    void linesAreInTheOrderOfTheirPriceAndThenAsPeopleCount() {
        var grid =
                grid(
                        true,
                        counted("a100.10x", "us-1", 1),
                        counted("a100.2x", "us-1", 1),
                        priced("b", 5, 8));
        assertThat(grid.lines()).extracting(Line::type).containsExactly("b", "a100.2x", "a100.10x");
    }

    @Test
    void hardwareAndPriceAreSaidPerGpu() {
        var line = grid(false, priced("a", 2392, 8, "us-1")).lines().getFirst();
        assertThat(line.hardware()).isEqualTo("8 × H100 (80 GB)");
        assertThat(line.pricePerGpu()).contains(new Money(299));
    }

    @Test
    void aPartOfItKeepsCellsUnderTheirRegions() {
        var grid = grid(false, priced("a", 100, 1, "us-1"), priced("b", 50, 1, "us-2"));
        var part = grid.only(l -> l.type().equals("b"), r -> r.equals("us-2"));
        assertThat(part.regions()).containsExactly("us-2");
        assertThat(part.lines()).hasSize(1);
        assertThat(part.lines().getFirst().cells()).containsExactly(Cell.YES);
    }
}
