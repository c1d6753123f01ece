package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.testkit.Accounts;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ColumnOrdersTest {
    private static final Account TEAM = Accounts.of("team", "Team", "p");

    private final ColumnOrders orders = new ColumnOrders();
    private final TableColumn<Row, String> name = new TableColumn<>();
    private final TableColumn<Row, String> region = new TableColumn<>();
    private final Row node2 = row("node-2", "us-west");
    private final Row node10 = row("node-10", "us-east");
    private final Row nowhere = row("node-1", "");

    ColumnOrdersTest() {
        orders.put(name, r -> Optional.of(r.resource().name()));
        orders.put(region, r -> r.resource().get(Facts.REGION));
    }

    private static Row row(String name, String region) {
        var resource =
                Resource.of("t", name, name, new Status("up", Status.Phase.RUNNING), Json.obj());
        return Row.fixed(TEAM, region.isEmpty() ? resource : resource.with(Facts.REGION, region));
    }

    private Stream<Row> sorted(List<TableColumn<Row, ?>> columns) {
        return Stream.of(node10, nowhere, node2).sorted(orders.of(columns));
    }

    @Test
    void textIsOrderedAsPeopleCount() {
        assertThat(sorted(List.of(name))).containsExactly(nowhere, node2, node10);
    }

    @Test
    void whatIsMissingIsLastWhicheverWayItIsSorted() {
        assertThat(sorted(List.of(region))).containsExactly(node10, node2, nowhere);
        region.setSortType(SortType.DESCENDING);
        assertThat(sorted(List.of(region))).containsExactly(node2, node10, nowhere);
    }

    @Test
    void theNextColumnTellsApartWhatTheFirstDoesNot() {
        orders.put(region, _ -> Optional.of("anywhere"));
        name.setSortType(SortType.DESCENDING);
        assertThat(sorted(List.of(region, name))).containsExactly(node10, node2, nowhere);
    }

    @Test
    void noColumnLeavesTheRowsAsTheyStand() {
        assertThat(sorted(List.of())).containsExactly(node10, nowhere, node2);
    }
}
