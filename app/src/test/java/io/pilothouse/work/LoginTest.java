package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

class LoginTest {
    private static final Request LOGIN = Account.write("/login").request();

    private final Account account = new Account();
    private boolean signedIn;

    @BeforeEach
    void aServiceWithALogin() {
        account.service.unauthorized = request -> !signedIn && !request.equals(LOGIN);
        account.login(
                new Terms.Login(
                        () -> Account.write("/login").as(_ -> Secret.of("token")),
                        token -> signedIn = token.reveal().equals("token")));
    }

    @Test
    void oneLoginIsSentForAllWhoWaitThenEachCallOnceMore() {
        account.submit(Account.read("/a"), Urgency.VISIBLE);
        account.submit(Account.write("/b"), Urgency.PERSON);
        account.submit(Account.read("/c"), Urgency.BACKGROUND);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/a", "/login", "/b", "/a", "/c");
        assertThat(account.outcomes).hasSize(3).allMatch(o -> o instanceof Outcome.Value);
    }

    @Test
    void aWriteThatWasRefusedForItsTokenIsSentOnceMore() {
        account.submit(Account.write("/b"), Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/b", "/login", "/b");
        assertThat(account.outcomes).singleElement().isInstanceOf(Outcome.Value.class);
    }

    @Test
    void aTokenThatIsRefusedAtOnceLeadsToNoSecondLogin() {
        account.service.unauthorized = request -> !request.equals(LOGIN);
        account.submit(Account.read("/a"), Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/a", "/login", "/a");
        assertThat(account.outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aFailedLoginEndsAllWhoWaitAndIsNotTriedAgain() {
        var why = new CloudException.Unauthorized(Refusal.NONE);
        account.service.refused = Map.of(LOGIN, why);
        account.submit(Account.read("/a"), Urgency.VISIBLE);
        account.submit(Account.read("/b"), Urgency.VISIBLE);
        account.submit(Account.write("/c"), Urgency.PERSON);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/a", "/login");
        assertThat(account.outcomes)
                .hasSize(3)
                .allSatisfy(o -> assertThat(((Outcome.Failed<?>) o).why()).isSameAs(why));
    }

    @Test
    void aReadOnlyAccountMayLogIn() {
        account.readOnly = true;
        account.submit(Account.read("/a"), Urgency.VISIBLE);

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/a", "/login", "/a");
    }

    @Test
    void aLoginThatCannotBeMadeEndsThoseWhoWait() {
        account.login(
                new Terms.Login(
                        () -> {
                            throw new IllegalStateException("vault locked");
                        },
                        _ -> {}));
        account.submit(Account.read("/a"), Urgency.VISIBLE);

        try {
            account.time.runUntilIdle();
        } catch (IllegalStateException crash) {
            assertThat(crash).hasMessage("vault locked");
        }
        account.time.runUntilIdle();

        assertThat(account.outcomes)
                .singleElement()
                .satisfies(
                        o ->
                                assertThat(((Outcome.Failed<?>) o).why())
                                        .isInstanceOf(CloudException.NoCredential.class));
    }
}
