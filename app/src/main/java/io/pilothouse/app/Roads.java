package io.pilothouse.app;

import io.pilothouse.account.Credentials;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Pin;
import io.pilothouse.history.History;
import io.pilothouse.http.HttpClients;
import io.pilothouse.http.HttpSettings;
import io.pilothouse.http.HttpTransport;
import io.pilothouse.http.Proxies;
import io.pilothouse.http.Service;
import io.pilothouse.http.Trust;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.work.RequestScheduler;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Terms;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.Traffic;
import io.pilothouse.work.Wire;
import io.pilothouse.work.pace.SentTimes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Builds the road of an account: transport, scheduler, and what outlives a restart.
final class Roads implements AutoCloseable {
    private record Lane(RequestScheduler scheduler, HttpTransport transport)
            implements Road, AutoCloseable {
        @Override
        public Traffic traffic() {
            return scheduler.traffic();
        }

        @Override
        public Pin onTraffic(Runnable changed) {
            return scheduler.onTraffic(changed);
        }

        @Override
        public Duration estimate(List<Set<String>> calls) {
            return scheduler.estimate(calls);
        }

        @Override
        public String curl(Request request) {
            return transport.curl(request);
        }

        @Override
        public void close() {
            scheduler.close();
            transport.close();
        }
    }

    private final HttpClients clients;
    private final Credentials credentials;
    private final History history;
    private final RequestJournal journal;
    private final Timeline timeline;
    private final UnaryOperator<HttpSettings> waiting;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /// @param waiting changes how long answers are waited for
    Roads(
            HttpClients clients,
            Credentials credentials,
            History history,
            RequestJournal journal,
            Timeline timeline,
            UnaryOperator<HttpSettings> waiting) {
        this.clients = clients;
        this.credentials = credentials;
        this.history = history;
        this.journal = journal;
        this.timeline = timeline;
        this.waiting = waiting;
    }

    /// Opens the account's road, in place of one it had.
    ///
    /// @throws IOException when its `ca-file` can't be used
    Requests open(Account account, Provider provider) throws IOException {
        close(account.id());
        var endpoint = account.endpoint().orElse(provider.endpoint());
        var service =
                Service.of(provider, endpoint, () -> credentials.resolve(account))
                        .withVariables(variables(account, provider));
        var transport =
                new HttpTransport(
                        clients, service, waiting.apply(settings(account)), timeline::now);
        var terms =
                new Terms(
                        account.id(),
                        budgets(account, provider),
                        account::readOnly,
                        Optional.empty());
        var scheduler =
                new RequestScheduler(
                        timeline,
                        Wire.over(transport),
                        terms,
                        journal,
                        sentTimes(fingerprint(endpoint, account)),
                        timeline.nanos());
        lanes.put(account.id(), new Lane(scheduler, transport));
        return scheduler;
    }

    Optional<Road> of(String account) {
        return Optional.ofNullable(lanes.get(account));
    }

    void close(String account) {
        var lane = lanes.remove(account);
        if (lane != null) {
            lane.close();
        }
    }

    @Override
    public void close() {
        Set.copyOf(lanes.keySet()).forEach(this::close);
    }

    private static HttpSettings settings(Account account) throws IOException {
        try {
            var reach = account.reach();
            var proxies =
                    reach.proxy()
                            .map(Proxies::explicit)
                            .orElseGet(() -> Proxies.of(Roads::environment));
            var trust =
                    reach.tlsSha256().isPresent()
                            ? Trust.only(reach.tlsSha256().get())
                            : reach.caFile().isPresent()
                                    ? Trust.withFile(Path.of(reach.caFile().get()))
                                    : Trust.usual();
            return HttpSettings.usual(proxies, trust);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /// The provider's budgets with the account's own settings in their place.
    private static Map<String, Budget> budgets(Account account, Provider provider) {
        var all = new HashMap<>(provider.budgets());
        account.budgets()
                .forEach((name, text) -> Budget.parse(text).ifPresent(b -> all.put(name, b)));
        return all;
    }

    /// In a curl line the key is the variable that the account itself refers to.
    private static Map<String, String> variables(Account account, Provider provider) {
        var names = new HashMap<String, String>();
        provider.credentials()
                .fields()
                .forEach(
                        f ->
                                names.put(
                                        f.name(),
                                        f.name()
                                                .toUpperCase(java.util.Locale.ROOT)
                                                .replace('-', '_')));
        account.credentials()
                .forEach(
                        (field, source) -> {
                            if (source instanceof Credential.Env(var variable)) {
                                names.put(field, variable);
                            }
                        });
        return names;
    }

    private SentTimes sentTimes(String road) {
        return new SentTimes() {
            @Override
            public Map<String, Instant> load() {
                return history.sentTimes(road);
            }

            @Override
            public void sent(String budget, Instant at) {
                history.sent(road, budget, at);
            }
        };
    }

    /// Names endpoint and source of the credential without telling either.
    private static String fingerprint(String endpoint, Account account) {
        try {
            var text = endpoint + "\n" + new TreeMap<>(account.credentials());
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
