package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH_B;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// VMs page by page, and some of them.
final class VmListTest {
    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void pagesFollowEachOtherForthAndBack() {
        var all = names(account.get(VMS + "?sort=name"));
        var seen = new ArrayList<String>();
        var page = account.get(VMS + "?sort=name&limit=3");
        assertThat(page.at("prev_page_token")).isEqualTo(Json.of(""));
        seen.addAll(names(page));
        while (!page.word("next_page_token").isEmpty()) {
            page =
                    account.get(
                            VMS + "?sort=name&limit=3&next_token=" + page.word("next_page_token"));
            seen.addAll(names(page));
        }
        assertThat(seen).isEqualTo(all).hasSize(7).isSorted();
        assertThat(page.at("next_page_token")).isEqualTo(Json.of(""));
        var before =
                account.get(VMS + "?sort=name&limit=3&prev_token=" + page.word("prev_page_token"));
        assertThat(names(before)).isEqualTo(all.subList(3, 6));
        assertThat(names(account.get(VMS + "?sort=-name"))).isEqualTo(all.reversed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names=train-0,notebook|notebook,train-0",
                "types=a40.1x|notebook,sweep-1",
                "locations=" + NORTH_B + "|eval-b,old-bench",
                "states=STATE_STOPPED,STATE_SHUTOFF|eval-b,notebook",
                "types=a40.1x&states=STATE_RUNNING|sweep-1"
            })
    void theListIsFiltered(String query, String names) {
        assertThat(names(account.get(VMS + "?sort=name&" + query)))
                .containsExactly(names.split(","));
    }

    @Test
    void theListIsFilteredByIds() {
        var id = Words.id("vm notebook");
        assertThat(names(account.get(VMS + "?ids=" + id + ",other"))).containsExactly("notebook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=many",
                "sort=price",
                "states=RUNNING",
                "next_token=nothing",
                "next_token=a&prev_token=b"
            })
    void aQueryThatMakesNoSenseIsRefused(String query) {
        refusal(400, () -> account.get(VMS + "?" + query));
    }

    private static List<String> names(Json page) {
        return page.list("items").stream().map(vm -> vm.word("name")).toList();
    }
}
