package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.testkit.Accounts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class RowFilterTest {
    private static final Account TEAM = Accounts.of("team", "Team GPU", "lambda-cloud");
    private static final Row ROW =
            Row.fixed(
                    TEAM,
                    Resource.of(
                                    "lambda.instance",
                                    "0920582c",
                                    "train-h100-01",
                                    new Status("active", Phase.RUNNING),
                                    Json.obj())
                            .with(Facts.REGION, "us-east-1")
                            .with(Facts.TYPE, "gpu_8x_h100_sxm5")
                            .with(Facts.IP, "192.0.2.18"));

    /// Each part may be a beginning or not: there are more ways through this name than could ever be tried.
    @Test
    void aNameOfManyPartsIsGoneThroughAtOnce() {
        var name = "a-".repeat(400);
        var row =
                Row.fixed(
                        ROW.account(),
                        Resource.of("t", "id", name, ROW.resource().status(), Json.obj()));

        assertThat(RowFilter.parse("a".repeat(60)).test(row)).isTrue();
        assertThat(RowFilter.parse("a".repeat(60) + "b").test(row)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train",
                "TRAIN h100",
                "state:act",
                "region:us-east type:8x",
                "account:team",
                "!a10",
                "!state:booting",
                "192.0.2",
                "account:\"team gpu\"",
                "\"team gpu\"",
                "account:\"team g",
                "th01",
                "trh1",
                "0920"
            })
    void finds(String text) {
        assertThat(RowFilter.parse(text).test(ROW)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval",
                "train a10",
                "state:booting",
                "!train",
                "!region:us-east",
                "rain0",
                "thz",
                "account:\"team x\"",
                "name:0920"
            })
    void hides(String text) {
        assertThat(RowFilter.parse(text).test(ROW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "state:", "  "})
    void whatIsHalfTypedHidesNothing(String text) {
        assertThat(RowFilter.parse(text).isEmpty()).isTrue();
    }

    @Test
    void aServiceIsAskedForTheValuesThatPass() {
        var rows = List.of(row("active", "us-east-1"), row("booting", "us-west-2"));
        assertThat(wanted("state:act", rows)).isEqualTo(states("active"));
        assertThat(wanted("!state:act train", rows)).isEqualTo(states("booting"));
        assertThat(wanted("state:active region:us", rows))
                .isEqualTo(new Wanted(Set.of("active"), Set.of(), Set.of("us-east-1")));
    }

    @Test
    void aServiceIsAskedForAllWhereNothingPassesYetOrNothingIsSaid() {
        var rows = List.of(row("active", "us-east-1"), row("booting", ""));
        assertThat(wanted("train account:team", rows)).isEqualTo(Wanted.ALL);
        assertThat(wanted("state:terminated", rows)).isEqualTo(Wanted.ALL);
        assertThat(wanted("!region:us", rows)).isEqualTo(Wanted.ALL);
    }

    private static Wanted wanted(String line, List<Resource> rows) {
        return RowFilter.parse(line).wanted(rows);
    }

    private static Wanted states(String word) {
        return new Wanted(Set.of(word), Set.of(), Set.of());
    }

    private static Resource row(String state, String region) {
        return Resource.of("t", state, state, new Status(state, Phase.RUNNING), Json.obj())
                .with(Facts.REGION, Optional.of(region).filter(r -> !r.isEmpty()));
    }
}
