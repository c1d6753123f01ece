package io.pilothouse.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.testkit.VirtualTimeline;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AccountsViewModelTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");

    private final FakeDesk desk = FakeDesk.with(FakeDesk.team(), FakeDesk.lab());
    private final List<String> said = new ArrayList<>();
    private final AccountsViewModel model =
            new AccountsViewModel(desk, Bench.of(new VirtualTimeline()), said::add);

    private static AccountRow row(Account account, Health health) {
        return AccountRow.of(
                account,
                "https://cloud.lambda.ai",
                Optional.empty(),
                List.of(),
                Optional.of(health),
                Optional.empty(),
                NOW);
    }

    @Test
    void theAccountsStandInTheFilesOrder() {
        assertThat(model.rows())
                .extracting(r -> r.account().id())
                .containsExactly("team-gpu", "lab");
    }

    @Test
    void aChangeFromOutsideIsFollowed() {
        desk.accounts(List.of(FakeDesk.lab()));
        assertThat(model.rows()).extracting(r -> r.account().id()).containsExactly("lab");
    }

    @Test
    void anAccountMovesWithinTheEnds() {
        model.move("team-gpu", 1);
        assertThat(desk.ids()).containsExactly("lab", "team-gpu");
        model.move("team-gpu", 1);
        assertThat(desk.ids()).containsExactly("lab", "team-gpu");
        assertThat(model.canMove("lab", -1)).isFalse();
    }

    @Test
    void whatIsRemovedIsGoneFromTheList() {
        model.remove("team-gpu");
        assertThat(model.rows()).extracting(r -> r.account().id()).containsExactly("lab");
    }

    @Test
    void aFileThatCantBeReadIsSaidAndNothingCanBeChanged() {
        desk.broken(FakeDesk.clearText());
        assertThat(model.fixedProperty().get()).isTrue();
        assertThat(model.noteProperty().get()).contains("accounts.json is put right");
        assertThat(model.problems())
                .singleElement()
                .asString()
                .startsWith("Line 12, column 24 · lab · credentials/api-key: ");
        assertThat(model.rows()).hasSize(2);
        assertThat(model.canMove("lab", -1)).isFalse();
    }

    @Test
    void whyASaveFailedIsSaid() {
        desk.failure = Optional.of("the disk is full");
        model.remove("lab");
        assertThat(said).containsExactly("Not saved: the disk is full");
    }

    @Test
    void aRehearsalSaysSoAndChangesNothing() {
        desk.rehearses();
        assertThat(model.noteProperty().get()).contains("rehearsal only");
        assertThat(model.fixedProperty().get()).isTrue();
    }

    @Test
    void aSourceIsSaidInWords() {
        assertThat(model.rows())
                .extracting(AccountRow::source)
                .containsExactly("LAMBDA_API_KEY from the environment", "command: pass show gpu");
        var held = FakeDesk.account("r", "R", "pink", new Credential.Held(Secret.of("k")));
        assertThat(row(held, good()).source()).isEqualTo("held in memory by the rehearsal");
    }

    @Test
    void aKeyThatStandsInACommandIsNotShown() {
        var key = "secret_team_0123456789abcdef.AbCd";
        var account =
                FakeDesk.account("r", "R", "pink", new Credential.Command(List.of("echo", key)));
        assertThat(row(account, good()).source()).startsWith("command: echo").doesNotContain(key);
    }

    @Test
    void healthIsAWordAndSinceWhen() {
        var row = row(FakeDesk.team(), good());
        assertThat(row.health().phase()).isEqualTo(Phase.RUNNING);
        assertThat(row.since()).isEqualTo("10 min");
        assertThat(row.trouble()).isEmpty();
    }

    @Test
    void aMissingKeySaysWhatToDoAndOffersAnotherTry() {
        var row =
                row(
                        FakeDesk.team(),
                        new Health(
                                Health.State.SIGNED_OUT,
                                Optional.of(new CloudException.NoCredential("X is not set")),
                                NOW));
        assertThat(row.health().word()).isEqualTo("no key");
        assertThat(row.trouble()).startsWith("The key is missing: X is not set. Set the variable");
        assertThat(row.remedy()).isEqualTo("Sign in again");
    }

    @Test
    void anAccountThatCantBeOpenedSaysWhy() {
        var row =
                AccountRow.of(
                        FakeDesk.team(),
                        "",
                        Optional.of("/etc/lab.pem is missing"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW);
        assertThat(row.health().phase()).isEqualTo(Phase.FAILED);
        assertThat(row.trouble()).contains("/etc/lab.pem is missing");
    }

    private static Health good() {
        return new Health(
                Health.State.GOOD, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"));
    }
}
