package io.pilothouse.app;

import io.pilothouse.app.accounts.Providers;
import io.pilothouse.app.accounts.Roads;
import io.pilothouse.cloud.Provider;
import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Account;
import io.pilothouse.history.History;
import io.pilothouse.history.HistoryException;
import io.pilothouse.http.Proxies;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.ui.settings.Keepings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What stands in a home, counted and cleared.
record HomeKeepings(Home where, History history, RequestJournal requests) implements Keepings {
    private static final String LOG = "pilothouse.log";
    private static final long MOST_LOGS = 5;
    private static final long MOST_LOG_BYTES = MOST_LOGS * (10 << 20);

    @Override
    public Path home() {
        return where.folder();
    }

    @Override
    public List<Kept> kept() throws IOException {
        try {
            var all = new ArrayList<Kept>();
            var logs = logs();
            long bytes = 0;
            for (var log : logs) {
                bytes += size(log);
            }
            all.add(
                    new Kept(
                            What.LOGS,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.of(bytes),
                            OptionalLong.of(MOST_LOG_BYTES)));
            all.add(
                    new Kept(
                            What.HISTORY,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            OptionalLong.of(history.bytes()),
                            OptionalLong.of(History.MOST_BYTES)));
            for (var what :
                    List.of(
                            What.COMMANDS,
                            What.TRANSITIONS,
                            What.PAGES,
                            What.USUAL_TIMES,
                            What.COSTS)) {
                all.add(counted(what, history.count(part(what))));
            }
            all.add(
                    new Kept(
                            What.REQUESTS,
                            OptionalLong.of(requests.count()),
                            OptionalLong.of(RequestJournal.MOST),
                            OptionalLong.of(requests.bytes()),
                            OptionalLong.of(RequestJournal.MOST_BYTES)));
            all.add(file(What.SETTINGS, where.settings()));
            all.add(file(What.ACCOUNTS, where.accounts()));
            all.add(file(What.VAULT, where.vault()));
            return all;
        } catch (HistoryException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Kept counted(What what, long count) {
        return new Kept(
                what,
                OptionalLong.of(count),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static Kept file(What what, Path file) throws IOException {
        return new Kept(
                what,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(size(file)),
                OptionalLong.empty());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private List<Path> logs() throws IOException {
        if (!Files.isDirectory(where.logs())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(where.logs())) {
            return all.filter(f -> f.getFileName().toString().matches("pilothouse(\\.\\d+)?\\.log"))
                    .toList();
        }
    }

    private static History.Part part(What what) {
        return switch (what) {
            case COMMANDS -> History.Part.COMMANDS;
            case TRANSITIONS -> History.Part.TRANSITIONS;
            case PAGES -> History.Part.PAGES;
            case USUAL_TIMES -> History.Part.USUAL_TIMES;
            case COSTS -> History.Part.COSTS;
            case LOGS, HISTORY, REQUESTS, SETTINGS, ACCOUNTS, VAULT ->
                    throw new IllegalArgumentException(what + " is no part of the history");
        };
    }

    @Override
    public void clear(What what) throws IOException {
        switch (what) {
            case LOGS -> {
                for (var log : logs()) {
                    clearLog(log);
                }
            }
            case REQUESTS -> requests.clear();
            case COMMANDS, TRANSITIONS, PAGES, USUAL_TIMES, COSTS -> {
                try {
                    history.clear(part(what));
                } catch (HistoryException e) {
                    throw new IOException(e.getMessage(), e);
                }
            }
            case HISTORY, SETTINGS, ACCOUNTS, VAULT ->
                    throw new IllegalArgumentException(what + " is not cleared as a whole");
        }
    }

    /// The one that is being written to stays, and goes on from its beginning.
    private static void clearLog(Path log) throws IOException {
        if (log.endsWith(LOG)) {
            Files.newByteChannel(
                            log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        } else {
            Files.deleteIfExists(log);
        }
    }

    @Override
    public Way way(Account account) {
        var endpoint =
                account.endpoint()
                        .or(() -> Providers.of(account.provider()).map(Provider::endpoint))
                        .orElse("");
        return web(endpoint)
                .map(uri -> way(Roads.proxies(account).way(uri)))
                .orElse(new Way(Source.UNREADABLE, "", ""));
    }

    /// Empty for what no request can be sent to.
    private static Optional<URI> web(String endpoint) {
        try {
            var uri = new URI(endpoint);
            var scheme = Optional.ofNullable(uri.getScheme());
            return scheme.filter(s -> s.matches("(?i)https?")).map(_ -> uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Way way(Proxies.Way way) {
        var proxy =
                way.proxy().address() instanceof InetSocketAddress a
                        ? a.getHostString() + ":" + a.getPort()
                        : "";
        return new Way(source(way.source()), way.name(), proxy);
    }

    private static Source source(Proxies.Source source) {
        return switch (source) {
            case LOOPBACK -> Source.LOOPBACK;
            case EXCEPTION -> Source.EXCEPTION;
            case ACCOUNT -> Source.ACCOUNT;
            case ENVIRONMENT -> Source.ENVIRONMENT;
            case SYSTEM -> Source.SYSTEM;
            case NOBODY -> Source.NOBODY;
        };
    }

    @Override
    public String about() {
        return "Pilothouse %s · Java %s · JavaFX %s · %s %s"
                .formatted(
                        Main.version(),
                        System.getProperty("java.version"),
                        System.getProperty("javafx.runtime.version", ""),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
