package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What was used, by project and by resource.
final class UsageTest {
    private static final String PATH = "/organizations/" + Words.id("organisation") + "/usage";

    private final CrusoeAccount account = new CrusoeAccount();
    private final Map<String, String> filters = new LinkedHashMap<>();

    UsageTest() {
        filters.put("projects", Words.id("project research"));
        filters.put("resource_types", "h100-80gb-sxm-ib.8x,a100.8x");
        filters.put("regions", "us-northcentral1");
        filters.put("start_date", "2026-11-01");
        filters.put("end_date", "2026-11-03");
    }

    @Test
    void usageIsAddedUpByDayAndType() {
        var items = account.items(PATH + query());
        assertThat(items)
                .extracting(i -> i.word("date") + " " + i.word("resource_type"))
                .containsExactly(
                        "2026-11-01 h100-80gb-sxm-ib.8x",
                        "2026-11-01 a100.8x",
                        "2026-11-02 h100-80gb-sxm-ib.8x",
                        "2026-11-02 a100.8x",
                        "2026-11-03 h100-80gb-sxm-ib.8x",
                        "2026-11-03 a100.8x");
        assertThat(items.get(1).word("reservation_id")).isEqualTo(Words.id("reservation a100"));
        assertThat(items).allMatch(i -> i.word("billable_metric").equals("gpu-hours"));
        assertThat(quantity(items.getFirst())).isBetween(1.0, 2 * 8 * 24.0);
        assertThat(account.items(PATH + query())).isEqualTo(items);
    }

    @Test
    void theExportHasALineForEachResourceAndSumsToTheSame() {
        filters.put("resources", Words.id("vm train-0") + "," + Words.id("vm train-1"));
        filters.put("end_date", "2026-11-01");
        var lines = account.text("GET", PATH + "/export" + query(), Json.absent()).lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "metric,project_id,quantity,region,resource_id,resource_type,usage_date");
        assertThat(lines).hasSize(3);
        var sum =
                lines.stream()
                        .skip(1)
                        .mapToDouble(l -> Double.parseDouble(l.split(",", -1)[2]))
                        .sum();
        filters.remove("resources");
        var added = quantity(account.items(PATH + query()).getFirst());
        assertThat(sum).isCloseTo(added, within(0.000_01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "resource_types", "regions", "start_date", "end_date"})
    void everyFilterIsNeeded(String filter) {
        filters.remove(filter);
        assertThat(refusal(400, () -> account.get(PATH + query()))).hasMessageContaining(filter);
        filters.put(filter, "");
        refusal(400, () -> account.get(PATH + query()));
    }

    @Test
    void theExportNeedsTheResourcesToo() {
        assertThat(refusal(400, () -> account.get(PATH + "/export" + query())))
                .hasMessageContaining("resources");
    }

    @ParameterizedTest
    @CsvSource({
        "projects, other",
        "resource_types, b200.8x",
        "regions, us-northcentral1-a",
        "start_date, 1 Nov",
        "start_date, 2026-11-04"
    })
    void aFilterThatIsNoOptionIsRefused(String filter, String value) {
        filters.put(filter, value.replace(" ", "+"));
        refusal(400, () -> account.get(PATH + query()));
    }

    @Test
    void theOptionsAreGoodFilters() {
        var options = account.get(PATH + "/options");
        for (var list : new String[] {"projects", "resource_types", "regions"}) {
            filters.put(list, String.join(",", options.texts(list)));
        }
        filters.put("start_date", options.word("start_date"));
        filters.put("end_date", "%22" + options.word("end_date") + "%22");
        assertThat(account.items(PATH + query())).hasSizeGreaterThan(90 * 5);
    }

    @Test
    void anotherOrganisationIsABadRequest() {
        refusal(400, () -> account.get("/organizations/other/usage/options"));
    }

    private String query() {
        return filters.entrySet().stream()
                .map(f -> f.getKey() + "=" + f.getValue())
                .collect(Collectors.joining("&", "?", ""));
    }

    private static double quantity(Json item) {
        return Double.parseDouble(item.word("quantity"));
    }
}
