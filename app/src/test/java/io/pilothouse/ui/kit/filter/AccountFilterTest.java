package io.pilothouse.ui.kit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account;
import io.pilothouse.settings.Settings;
import io.pilothouse.sync.Connection;
import io.pilothouse.testkit.Fleet;
import io.pilothouse.ui.kit.Preferences;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class AccountFilterTest {
    @TempDir private Path folder;
    private final List<Settings> kept = new ArrayList<>();
    private final Preferences preferences = new Preferences(Settings.DEFAULT, kept::add);
    private Fleet fleet;
    private AccountFilter filter;

    @BeforeEach
    void open() {
        fleet = new Fleet(folder).open("a", "A").open("b", "B").open("c", "C");
        filter = new AccountFilter(fleet.bench(), preferences);
    }

    @AfterEach
    void close() {
        filter.close();
        fleet.close();
    }

    private List<String> shown() {
        return filter.connections().stream().map(Connection::account).map(Account::id).toList();
    }

    @Test
    void atFirstAllAreShown() {
        assertThat(shown()).containsExactly("a", "b", "c");
        assertThat(filter.shown().isAll()).isTrue();
    }

    @Test
    void theFirstThatIsChosenIsTheOnlyOneAndTheNextComesToIt() {
        filter.toggle("b");
        assertThat(shown()).containsExactly("b");
        filter.toggle("a");
        assertThat(shown()).containsExactly("a", "b");
        assertThat(kept.getLast().accounts()).containsExactly("b", "a");
    }

    @Test
    void whenTheLastIsTakenOutAllAreShown() {
        filter.only("b");
        filter.toggle("b");
        assertThat(filter.shown().isAll()).isTrue();
    }

    @Test
    void toChooseEveryAccountIsToChooseNone() {
        filter.toggle("a");
        filter.toggle("b");
        filter.toggle("c");
        assertThat(kept.getLast().accounts()).isEmpty();
        fleet.open("d", "D");
        assertThat(shown()).contains("d");
    }

    @Test
    void oneThatComesLaterIsHiddenWhileSomeAreChosen() {
        filter.only("a");
        fleet.open("d", "D");
        assertThat(shown()).containsExactly("a");
        filter.all();
        assertThat(shown()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsRememberedHoldsAsSoonAsTheAccountIsOpen() {
        filter.only("d");
        assertThat(filter.shown().isAll()).as("none of the chosen is open").isTrue();
        fleet.open("d", "D");
        assertThat(shown()).containsExactly("d");
        try (var next = new AccountFilter(fleet.bench(), preferences)) {
            assertThat(next.holds("d")).isTrue();
            assertThat(next.holds("a")).isFalse();
        }
    }

    @Test
    void whatIsToBeSeenIsTakenIn() {
        filter.only("a");
        filter.show("c");
        filter.show("c");
        assertThat(shown()).containsExactly("a", "c");
    }

    @Test
    void observersAreToldOfChangesOnly() {
        var told = new ArrayList<AccountFilter.Shown>();
        var pin = filter.shownProperty().subscribe(s -> told.add(s));
        filter.only("a");
        filter.only("a");
        fleet.connections.order(List.of("a", "b", "c"));
        pin.unsubscribe();
        assertThat(told).hasSize(2);
    }

    @Test
    void whoFollowsHasThoseOpenThatAreShownUntilThePinIsClosed() {
        var open = new ArrayList<String>();
        filter.only("b");
        var pin =
                filter.follow(
                        c -> {
                            open.add(c.account().id());
                            return () -> open.remove(c.account().id());
                        });
        assertThat(open).containsExactly("b");

        filter.toggle("a");
        fleet.open("d", "D");
        assertThat(open).containsExactlyInAnyOrder("a", "b");

        filter.all();
        assertThat(open).containsExactlyInAnyOrder("a", "b", "c", "d");

        pin.close();
        filter.only("c");
        assertThat(open).isEmpty();
    }

    @Test
    void anAccountThatIsClosedForNowStaysChosenWhenAnotherIsTakenIn() {
        fleet.open("d", "D");
        filter.toggle("b");
        filter.toggle("c");
        fleet.connections.close("c");
        assertThat(shown()).containsExactly("b");

        filter.toggle("a");
        assertThat(shown()).containsExactly("a", "b");

        fleet.open("c", "C");
        assertThat(shown()).containsExactlyInAnyOrder("a", "b", "c");
    }
}
