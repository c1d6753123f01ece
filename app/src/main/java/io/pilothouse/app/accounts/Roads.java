package io.pilothouse.app.accounts;

import io.pilothouse.account.Credentials;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Request;
import io.pilothouse.desktop.SystemProxies;
import io.pilothouse.desktop.SystemRoots;
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
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.RequestScheduler;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Terms;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.Traffic;
import io.pilothouse.work.Urgency;
import io.pilothouse.work.Wire;
import io.pilothouse.work.pace.SentTimes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Builds the roads of accounts: transport, scheduler, and what outlives a restart. The service counts by credential, so
/// accounts that share one share a road.
public final class Roads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Roads.class);

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

    /// The way of a read-only account onto a road that others may share: what may change something does not leave.
    ///
    /// @param road takes what only reads
    private record ReadOnlyRequests(Requests road) implements Requests {
        @Override
        public <T> Ticket submit(Order<T> order) {
            if (order.call().repeatable()) {
                return road.submit(order);
            }
            order.then().accept(new Outcome.Failed<>(new CloudException.ReadOnly()));
            return () -> false;
        }
    }

    private final HttpClients clients;
    private final Credentials credentials;
    private final History history;
    private final RequestJournal journal;
    private final Timeline timeline;
    private final UnaryOperator<HttpSettings> waiting;

    /// By fingerprint of endpoint and credential.
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /// By account: the fingerprint of the road it goes by.
    private final Map<String, String> travellers = new ConcurrentHashMap<>();

    /// @param waiting changes how long answers are waited for
    public Roads(
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

    /// Opens the account's road, in place of one it had. Accounts with the same endpoint and credential go by one road.
    ///
    /// @param peers all accounts that are to be open; the smallest budgets of those that share the road hold
    /// @throws IOException when its `ca-file` can't be used
    public Requests open(Account account, Provider provider, List<Account> peers)
            throws IOException {
        close(account.id());
        var key = fingerprint(provider, account);
        var lane = lanes.get(key);
        if (lane == null) {
            var sharing = peers.stream().filter(p -> fingerprint(provider, p).equals(key)).toList();
            lane = lane(account, provider, key, sharing, () -> credentials.resolve(account));
            lanes.put(key, lane);
        }
        travellers.put(account.id(), key);
        return account.readOnly() ? new ReadOnlyRequests(lane.scheduler()) : lane.scheduler();
    }

    /// Sends one read for an account that need not be open: over a road of its own that ends with the answer, or over
    /// that of an open account at the same service with the same credential, so that both keep to its limits. Closing
    /// the pin withdraws it, or drops its answer.
    ///
    /// @param then told once, on a thread of the timeline
    /// @throws IOException when its `ca-file` can't be used
    <T> Pin ask(Account account, Provider provider, ApiCall<T> call, Consumer<Outcome<T>> then)
            throws IOException {
        credentials.retry(account.id());
        var key = fingerprint(provider, account);
        var shared = Optional.ofNullable(lanes.get(key));
        var lane =
                shared.isPresent()
                        ? shared.get()
                        : lane(
                                account,
                                provider,
                                key,
                                List.of(account),
                                () -> credentials.resolveTyped(account));
        Pin end = shared.isPresent() ? () -> {} : lane::close;
        var ticket =
                lane.scheduler()
                        .submit(
                                Order.of(
                                        call,
                                        Urgency.PERSON,
                                        "check",
                                        outcome -> {
                                            end.close();
                                            then.accept(outcome);
                                        }));
        return () -> {
            var _ = ticket.withdraw();
            end.close();
        };
    }

    /// The account's key, told what the service made of it.
    public Connection.Keys keys(String account) {
        return new Connection.Keys() {
            @Override
            public boolean refused() {
                return credentials.refused(account);
            }

            @Override
            public void accepted() {
                credentials.accepted(account);
            }
        };
    }

    /// A program that gave no key may be run again.
    void retry(String account) {
        credentials.retry(account);
    }

    private Lane lane(
            Account account,
            Provider provider,
            String key,
            List<Account> sharing,
            Service.Credentials keys)
            throws IOException {
        var endpoint = account.endpoint().orElse(provider.endpoint());
        var service =
                Service.of(provider, endpoint, keys).withVariables(variables(account, provider));
        var transport =
                new HttpTransport(
                        clients, service, waiting.apply(settings(account)), timeline::now);
        var names = sharing.stream().map(Account::id).collect(Collectors.joining(", "));
        var terms =
                new Terms(
                        names.isEmpty() ? account.id() : names,
                        budgets(account, provider, sharing),
                        () -> false,
                        Optional.empty());
        var scheduler =
                new RequestScheduler(
                        timeline,
                        Wire.over(transport),
                        terms,
                        journal,
                        sentTimes(key),
                        timeline.nanos());
        return new Lane(scheduler, transport);
    }

    public Optional<Road> of(String account) {
        return Optional.ofNullable(travellers.get(account)).map(lanes::get);
    }

    /// The road itself is closed with the last account that goes by it.
    void close(String account) {
        var key = travellers.remove(account);
        if (key != null && !travellers.containsValue(key)) {
            var lane = lanes.remove(key);
            if (lane != null) {
                lane.close();
            }
        }
    }

    @Override
    public void close() {
        Set.copyOf(travellers.keySet()).forEach(this::close);
    }

    private static HttpSettings settings(Account account) throws IOException {
        try {
            return HttpSettings.usual(proxies(account), trust(account.reach()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// The account's own, else those of environment and system.
    public static Proxies proxies(Account account) {
        return account.reach()
                .proxy()
                .map(Proxies::explicit)
                .orElseGet(() -> Proxies.of(Roads::environment, SystemProxies::ways));
    }

    /// One certificate that a person accepted; else the JDK's roots, the system's and those of the account's `ca-file`.
    private static Trust trust(Account.Reach reach) throws GeneralSecurityException, IOException {
        if (reach.tlsSha256().isPresent()) {
            return Trust.only(reach.tlsSha256().get());
        }
        var more = new ArrayList<X509Certificate>();
        try {
            more.addAll(SystemRoots.read());
        } catch (IOException e) {
            LOG.warn("going on with the JDK's roots alone", e);
        }
        if (reach.caFile().isPresent()) {
            more.addAll(Trust.read(Path.of(reach.caFile().get())));
        }
        return Trust.with(more);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /// The provider's budgets with the account's own settings in their place; of several accounts the smaller.
    private static Map<String, Budget> budgets(
            Account account, Provider provider, List<Account> sharing) {
        var all = new HashMap<>(provider.budgets());
        own(account).forEach(all::put);
        for (var peer : sharing) {
            own(peer).forEach((name, budget) -> all.merge(name, budget, Roads::smaller));
        }
        return all;
    }

    private static Map<String, Budget> own(Account account) {
        var all = new HashMap<String, Budget>();
        account.budgets()
                .forEach((name, text) -> Budget.parse(text).ifPresent(b -> all.put(name, b)));
        return all;
    }

    private static Budget smaller(Budget a, Budget b) {
        return a.slot().compareTo(b.slot()) >= 0 ? a : b;
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
    private static String fingerprint(Provider provider, Account account) {
        try {
            var endpoint = account.endpoint().orElse(provider.endpoint());
            var text =
                    provider.id()
                            + "\n"
                            + endpoint
                            + "\n"
                            + new TreeMap<>(account.credentials())
                            + "\n"
                            + account.reach();
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
