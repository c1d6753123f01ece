package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.log.RequestEntry;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connection.Read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The whole program without a window and with one account, which points at a mock that Prism makes from a vendor's
/// document. The mock keeps no state: it judges each request and answers with the document's samples.
final class PrismRun implements AutoCloseable {
    /// The environment variable that holds any key, in Base64.
    static final String KEY = "PRISM_KEY";

    private static final String ACCOUNT = "prism";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final Backstage backstage;

    private PrismRun(Home home) {
        backstage =
                new Backstage(
                        home,
                        Optional.empty(),
                        crashes::add,
                        new Backstage.Patience(Duration.ZERO, UnaryOperator.identity()));
    }

    /// Skips the test where there is no mock.
    ///
    /// @param property says where the mock listens
    /// @param account the rest of its entry in `accounts.json`, from the provider on
    static PrismRun start(Path folder, String property, String account) throws IOException {
        var url = Optional.ofNullable(System.getProperty(property)).orElse("");
        assumeTrue(!url.isEmpty(), "no mock of the specification: -D" + property + " is not given");
        assumeTrue(System.getenv(KEY) != null, KEY + " is not set");
        var home = Home.at(folder.resolve("home"));
        Files.writeString(
                home.accounts(),
                """
                { "version": 1, "accounts": [
                    { "id": "prism", "name": "Prism", "endpoint": "%s",
                      "class": "development", "readOnly": false, "colour": "violet",
                      %s } ] }
                """
                        .formatted(url, account));
        var run = new PrismRun(home);
        run.backstage.start();
        assertThat(run.backstage.accounts().listing().problems()).isEmpty();
        return run;
    }

    Connection connection() {
        return backstage.connections().of(ACCOUNT).orElseThrow();
    }

    /// Each type has been read whole in this run, in each of its scopes, and none fails.
    void awaitEveryList() {
        var types = connection().cloud().types().stream().map(ResourceType::id).toList();
        var shown = connection().poller().show(Set.copyOf(types)); // some are read only then
        await(
                "every list is read",
                () -> types.stream().allMatch(t -> wasRead(t) && !rows(t).isEmpty()));
        shown.close();
        assertThat(backstage.store().all()).allMatch(s -> s.failure().isEmpty());
    }

    private boolean wasRead(String type) {
        var feeds =
                backstage.store().all().stream().filter(s -> s.key().type().equals(type)).toList();
        return !feeds.isEmpty() && feeds.stream().allMatch(s -> s.readAt().isPresent());
    }

    List<Resource> rows(String type) {
        return connection().inventory().of(type);
    }

    /// Reads every row by itself whose type has a call for that.
    ///
    /// @return how many
    long details() {
        var asked =
                connection().cloud().types().stream()
                        .filter(t -> t.read().isPresent())
                        .flatMap(t -> rows(t.id()).stream())
                        .toList();
        asked.forEach(row -> connection().poller().details(row));
        await(
                "the details are read",
                () ->
                        sent().stream().filter(e -> e.why().equals("details")).count()
                                >= asked.size());
        return asked.size();
    }

    Command ask(
            String action,
            Optional<Resource> scope,
            List<Resource> targets,
            Json before,
            Json answers) {
        var known = connection().cloud().action(action).orElseThrow();
        return backstage
                .commands()
                .ask(connection(), known, scope, targets, before, answers, action);
    }

    Command ask(String action, List<Resource> targets, Json answers) {
        return ask(action, Optional.empty(), targets, Json.obj(), answers);
    }

    /// All calls have been answered, and no answer was a refusal. What waits for the end of an operation has to wait for
    /// ever: the mock's operations have none.
    void awaitAnswers(List<Command> asked) {
        await(
                "every call is answered",
                () -> asked.stream().map(this::now).noneMatch(PrismRun::isOnTheWay));
        assertThat(asked)
                .flatExtracting(c -> now(c).items())
                .noneMatch(i -> i.state() == ItemState.REFUSED || i.why().isPresent());
    }

    private static boolean isOnTheWay(Command command) {
        var states = command.items().stream().map(Item::state).toList();
        return states.contains(ItemState.SENDING)
                || (states.contains(ItemState.WAITING) && !states.contains(ItemState.FOLLOWING));
    }

    Command now(Command command) {
        return backstage.commands().get(command.id()).orElseThrow();
    }

    <T> Read<T> read(ApiCall<T> call) {
        var answer = new CompletableFuture<Read<T>>();
        connection().read(call, "test", answer::complete);
        return answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    List<RequestEntry> sent() {
        return backstage.requests().newest(2000);
    }

    /// Prism had nothing to say against any request: no refusal, and nothing in the header that lists what is wrong. That
    /// names faults of the document's own samples too.
    void assertValid() {
        assertThat(sent()).isNotEmpty();
        assertThat(sent().stream().filter(PrismRun::isFaulty).map(PrismRun::line)).isEmpty();
    }

    private static boolean isFaulty(RequestEntry entry) {
        return entry.status() < 200
                || entry.status() > 299
                || entry.response().text().contains("\"location\":[\"request\"");
    }

    private static String line(RequestEntry entry) {
        return "%s %s %d %s %s"
                .formatted(
                        entry.method(),
                        entry.path(),
                        entry.status(),
                        entry.problem(),
                        entry.response()
                                .text()
                                .lines()
                                .filter(l -> l.startsWith("sl-violations"))
                                .findFirst()
                                .orElse(""));
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what + "\n" + lines());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /// What was sent, the newest first, a line each.
    private String lines() {
        return sent().stream().limit(40).map(PrismRun::line).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        backstage.close();
        assertThat(crashes).isEmpty();
    }
}
