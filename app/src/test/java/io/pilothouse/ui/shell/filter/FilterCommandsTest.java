package io.pilothouse.ui.shell.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.shell.palette.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class FilterCommandsTest {
    @TempDir private Path folder;

    private static List<String> texts(AccountFilter filter) {
        return FilterCommands.of(filter).stream().map(Entry::text).toList();
    }

    @Test
    void oneAccountNeedsNoCommand() {
        try (var fleet = new Fleet(folder).open("a", "Team");
                var filter = new AccountFilter(fleet.bench(), Preferences.unkept())) {
            assertThat(texts(filter)).isEmpty();
        }
    }

    @Test
    void eachAccountCanBeShownAloneAndTooAndAllAgain() {
        try (var fleet = new Fleet(folder).open("a", "Team").open("b", "Lab");
                var filter = new AccountFilter(fleet.bench(), Preferences.unkept())) {
            assertThat(texts(filter)).containsExactly("Show only Team", "Show only Lab");
            FilterCommands.of(filter).getFirst().run().run();
            assertThat(filter.holds("b")).isFalse();
            assertThat(AccountMenu.words(filter.shown())).isEqualTo("Team");
            assertThat(texts(filter))
                    .containsExactly("Show all accounts", "Show only Lab", "Show Lab too");
            FilterCommands.of(filter).getFirst().run().run();
            assertThat(AccountMenu.words(filter.shown())).isEqualTo("All accounts");
        }
    }

    @Test
    void someOfSeveralAreCounted() {
        try (var fleet = new Fleet(folder).open("a", "A").open("b", "B").open("c", "C");
                var filter = new AccountFilter(fleet.bench(), Preferences.unkept())) {
            filter.only("a");
            filter.show("b");
            assertThat(AccountMenu.words(filter.shown())).isEqualTo("2 of 3 accounts");
        }
    }
}
