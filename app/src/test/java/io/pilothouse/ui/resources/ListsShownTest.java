package io.pilothouse.ui.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.filter.AccountFilter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How often the lists of two accounts are read while one of them, or both, are looked at.
class ListsShownTest {
    /// What is not looked at is read less often than so much of what is.
    private static final double LESS = 0.8;

    @TempDir private Path folder;
    private final Map<String, Integer> reads = new HashMap<>();
    private Fleet fleet;
    private AccountFilter filter;
    private ListsShown lists;
    private Pin shown = () -> {};

    @BeforeEach
    void open() {
        fleet = new Fleet(folder).open("a", "A").open("b", "B").read();
        filter = new AccountFilter(fleet.bench(), Preferences.unkept());
        lists = new ListsShown(Kind.INSTANCE, fleet.bench(), filter);
        fleet.store.observe(
                d -> {
                    if (d.now().key().type().equals("machine")) {
                        reads.merge(d.now().key().account(), 1, Integer::sum);
                    }
                });
    }

    @AfterEach
    void close() {
        shown.close();
        lists.close();
        filter.close();
        fleet.close();
    }

    private double readsInTenMinutes(String account) {
        reads.clear();
        fleet.pass(Duration.ofMinutes(10));
        return reads.getOrDefault(account, 0);
    }

    @Test
    void theListOfAnAccountThatIsNotShownIsReadInTheBackgroundAlone() {
        filter.only("a");
        shown = lists.shown();

        double often = readsInTenMinutes("a");
        double seldom = readsInTenMinutes("b");

        assertThat(seldom).isPositive().isLessThan(LESS * often);
    }

    @Test
    void theListOfAnAccountThatIsChosenMeanwhileIsLookedAtFromThenOn() {
        filter.only("a");
        shown = lists.shown();
        double seldom = readsInTenMinutes("b");

        filter.all();

        assertThat(readsInTenMinutes("b")).isGreaterThan(seldom / LESS);
    }

    @Test
    void whenItHasLeftTheScreenNothingIsLookedAt() {
        shown = lists.shown();
        double often = readsInTenMinutes("a");

        shown.close();
        filter.only("a");

        assertThat(readsInTenMinutes("a")).isLessThan(LESS * often);
    }
}
