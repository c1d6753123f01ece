package io.pilothouse.ui.accounts;

import io.pilothouse.account.Confirmation;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.log.Scrubber;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.work.Traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// An account of the list, in words. Two rows with the same words are equal, so nothing is drawn anew for them.
///
/// @param source where its credentials come from
/// @param health as shape and word
/// @param since for how long; empty while nothing is known
/// @param use of its budget; empty while it has no road
/// @param trouble what is wrong and what can be done; empty when nothing is
/// @param remedy what a person can do about it, as the words of a button; empty when nothing
record AccountRow(
        Account account,
        String provider,
        String endpoint,
        String source,
        Status health,
        String since,
        String use,
        String trouble,
        String remedy) {

    /// @param endpoint the provider's own, for an account without one
    /// @param notOpened why it can't be used at all
    static AccountRow of(
            Account account,
            String endpoint,
            Optional<String> notOpened,
            List<Confirmation> unconfirmed,
            Optional<Health> health,
            Optional<Traffic> traffic,
            Instant now) {
        var known = notOpened.isPresent() ? Optional.<Health>empty() : health;
        return new AccountRow(
                account,
                Words.of("provider." + account.provider()),
                account.endpoint()
                        .map(Formats::oneLine)
                        .orElseGet(() -> Words.of("accounts.endpoint.default", endpoint)),
                source(account),
                known.map(AccountRow::status)
                        .orElseGet(() -> new Status(Words.of("health.not-open"), Phase.FAILED)),
                known.filter(h -> h.state() != Health.State.CONNECTING)
                        .map(h -> Formats.seldom(Duration.between(h.since(), now)))
                        .orElse(""),
                traffic.map(AccountRow::use).orElse(""),
                notOpened
                        .map(why -> Words.of("accounts.unusable", Formats.oneLine(why)))
                        .or(() -> asked(unconfirmed))
                        .or(() -> known.flatMap(AccountRow::trouble))
                        .orElse(""),
                known.filter(h -> h.state() == Health.State.SIGNED_OUT)
                        .flatMap(Health::why)
                        .map(Problems::remedy)
                        .orElse(""));
    }

    private static Status status(Health health) {
        var brief = health.why().map(Problems::brief).orElseGet(() -> Words.of("health.failing"));
        return switch (health.state()) {
            case CONNECTING -> new Status(Words.of("health.connecting"), Phase.CHANGING);
            case GOOD -> new Status(Words.of("health.good"), Phase.RUNNING);
            case PARTLY -> new Status(Words.of("health.partly", brief), Phase.FAILED);
            case FAILING, SIGNED_OUT -> new Status(brief, Phase.FAILED);
        };
    }

    private static Optional<String> trouble(Health health) {
        return health.why().map(Problems::whole);
    }

    private static Optional<String> asked(List<Confirmation> unconfirmed) {
        return unconfirmed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Words.of(
                                "accounts.asked",
                                unconfirmed.stream()
                                        .map(AgreeDialog::now)
                                        .collect(Collectors.joining(" "))));
    }

    /// `LAMBDA_API_KEY from the environment`; with the field's name where there are several.
    private static String source(Account account) {
        boolean several = account.credentials().size() > 1;
        return account.credentials().entrySet().stream()
                .map(
                        e ->
                                several
                                        ? Words.of(
                                                "accounts.source",
                                                field(e.getKey()),
                                                source(e.getValue()))
                                        : source(e.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String field(String name) {
        var key = "field." + name;
        return Words.has(key) ? Words.of(key) : name;
    }

    private static String source(Credential credential) {
        return switch (credential) {
            case Credential.Env(var variable) -> Words.of("accounts.source.env", variable);
            case Credential.Command(var words) ->
                    Words.of(
                            "accounts.source.command",
                            Formats.oneLine(Scrubber.scrub(CommandWords.join(words))));
            case Credential.Vault(var id) -> Words.of("accounts.source.vault", Formats.oneLine(id));
            case Credential.Value(var value) ->
                    Words.of("accounts.source.value", Formats.oneLine(value));
            case Credential.Held _ -> Words.of("accounts.source.held");
        };
    }

    private static String use(Traffic traffic) {
        return traffic.budgets().stream()
                .map(
                        b ->
                                Words.of(
                                        "accounts.use",
                                        b.name(),
                                        b.lastMinute(),
                                        String.format(
                                                Locale.US,
                                                "%,d",
                                                Math.max(
                                                        1,
                                                        Duration.ofMinutes(1)
                                                                .dividedBy(b.budget().slot())))))
                .sorted()
                .collect(Collectors.joining(" · "));
    }

    /// All of it, for a screen reader.
    String spoken() {
        return String.join(
                        ", ",
                        account.name(),
                        provider,
                        health.word(),
                        stage(),
                        account.readOnly() ? Words.of("accounts.read-only") : "",
                        source,
                        endpoint,
                        trouble)
                .replaceAll("(, )+", ", ");
    }

    String stage() {
        return Words.of(
                account.stage() == Account.Stage.PRODUCTION
                        ? "choice.production"
                        : "choice.development");
    }
}
