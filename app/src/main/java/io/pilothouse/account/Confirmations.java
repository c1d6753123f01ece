package io.pilothouse.account;

import io.pilothouse.account.Confirmation.What;
import io.pilothouse.desktop.DurableFile;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What of `accounts.json` a person has agreed to in this home: that a program is started, or that a key goes somewhere
/// else than to the provider. A file that came with someone's dotfiles, or was changed, does neither by itself. Holds no
/// secret. Safe to use from any thread.
public final class Confirmations {
    private static final int VERSION = 1;

    private final DurableFile file;
    private final Function<String, Optional<String>> endpoints;
    private final Optional<Notice> notice;
    private final boolean writable;
    private Json root;

    private Confirmations(
            DurableFile file,
            Function<String, Optional<String>> endpoints,
            Json root,
            boolean writable,
            Optional<Notice> notice) {
        this.file = file;
        this.endpoints = endpoints;
        this.root = root;
        this.writable = writable;
        this.notice = notice;
    }

    /// Reads the file. One that can't be read is set aside, and everything is asked again.
    ///
    /// @param endpoints the default endpoint of the provider with that id
    /// @param clock names the time in the name of a file that is set aside
    public static Confirmations open(
            Path path, Function<String, Optional<String>> endpoints, InstantSource clock) {
        var file = DurableFile.ofOwner(path);
        try {
            var root = parse(file.read().orElse(new byte[0]));
            if (root.isEmpty()) {
                var name = file.setAside(clock.instant()).getFileName();
                var told = Notice.of("confirmations.set-aside", name);
                return new Confirmations(file, endpoints, Json.obj(), true, Optional.of(told));
            }
            if (root.get().whole("version").orElse((long) VERSION) > VERSION) {
                var told = Notice.of("confirmations.newer");
                return new Confirmations(file, endpoints, Json.obj(), false, Optional.of(told));
            }
            return new Confirmations(file, endpoints, root.get(), true, Optional.empty());
        } catch (IOException e) {
            var told = Notice.of("confirmations.no-access");
            return new Confirmations(file, endpoints, Json.obj(), false, Optional.of(told));
        }
    }

    private static Optional<Json> parse(byte[] content) {
        if (content.length == 0) {
            return Optional.of(Json.obj());
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return Optional.of(JsonText.parse(text.toString())).filter(j -> j instanceof Json.Obj);
        } catch (CharacterCodingException | JsonText.Malformed e) {
            return Optional.empty();
        }
    }

    /// What a person is to be told of the file. After `confirmations.newer` and `confirmations.no-access` what is
    /// confirmed holds for this run only.
    public Optional<Notice> notice() {
        return notice;
    }

    /// What has to be agreed to before anything of the account is run or sent; empty for one that may go on.
    public synchronized List<Confirmation> needs(Account account) {
        var agreed = agreed(account);
        var found = new ArrayList<Confirmation>();
        var there = target(account);
        if (there.isPresent()) {
            compare(found, What.ENDPOINT, agreed.text("endpoint"), there);
            if (there.get().toLowerCase(Locale.ROOT).startsWith("http:")) {
                compare(found, What.PLAIN_HTTP, agreed.text("endpoint"), there);
            }
        }
        if (!isLoopback(endpoint(account))) {
            compare(
                    found,
                    What.CERTIFICATE,
                    agreed.text("tls-sha256"),
                    account.reach().tlsSha256());
            compare(found, What.PROXY, agreed.text("proxy"), proxy(account));
        }
        boolean elsewhere = isElsewhere(account);
        account.credentials()
                .forEach(
                        (field, credential) -> {
                            var now = source(credential);
                            var before = agreed.at("credentials").text(field);
                            if (now.isEmpty() || before.equals(now)) {
                                return;
                            }
                            if (credential instanceof Credential.Command) {
                                found.add(
                                        new Confirmation(
                                                What.COMMAND, field, before.orElse(""), now.get()));
                            } else if (elsewhere) {
                                found.add(
                                        new Confirmation(
                                                What.CREDENTIAL,
                                                field,
                                                before.orElse(""),
                                                now.get()));
                            }
                        });
        return List.copyOf(found);
    }

    /// A person has agreed to all that [#needs] tells, or typed it here.
    ///
    /// @throws IOException it holds for this run, and is asked again by the next
    public synchronized void confirm(Account account) throws IOException {
        var credentials = Json.obj();
        for (var credential : account.credentials().entrySet()) {
            var source = source(credential.getValue());
            if (source.isPresent()) {
                credentials = credentials.with(credential.getKey(), source.get());
            }
        }
        var agreed =
                Json.obj("credentials", credentials)
                        .with("endpoint", target(account))
                        .with("tls-sha256", account.reach().tlsSha256())
                        .with("proxy", proxy(account));
        var accounts = root.at("accounts") instanceof Json.Obj given ? given : Json.obj();
        var versioned = root.at("version").isAbsent() ? Json.obj("version", VERSION) : root;
        root = versioned.with("accounts", accounts.with(account.id(), agreed));
        if (writable) {
            file.save(JsonText.pretty(root) + "\n");
        }
    }

    private Json agreed(Account account) {
        return root.at("accounts").fields().getOrDefault(account.id(), Json.obj());
    }

    private static void compare(
            List<Confirmation> found, What what, Optional<String> before, Optional<String> now) {
        if (now.isPresent() && !now.equals(before)) {
            found.add(new Confirmation(what, "", before.orElse(""), now.get()));
        }
    }

    /// Do its keys go another way than straight to the provider?
    private boolean isElsewhere(Account account) {
        return !isLoopback(endpoint(account))
                && (target(account).isPresent()
                        || account.reach().tlsSha256().isPresent()
                        || account.reach().proxy().isPresent());
    }

    private String endpoint(Account account) {
        return account.endpoint().or(() -> endpoints.apply(account.provider())).orElse("");
    }

    /// The endpoint, where it has to be agreed to.
    private Optional<String> target(Account account) {
        return account.endpoint()
                .filter(e -> !Optional.of(e).equals(endpoints.apply(account.provider())))
                .filter(e -> !isLoopback(e));
    }

    private static Optional<String> proxy(Account account) {
        return account.reach().proxy().map(p -> p.replaceFirst("//[^/]*@", "//"));
    }

    /// The credential's source as it stands in `accounts.json`; empty for what is no secret or held in memory.
    private static Optional<String> source(Credential credential) {
        return switch (credential) {
            case Credential.Env _, Credential.Command _, Credential.Vault _ ->
                    Optional.of(JsonText.masked(CredentialText.write(credential)));
            case Credential.Value _, Credential.Held _ -> Optional.empty();
        };
    }

    /// Names no machine but this one, without asking a name server.
    private static boolean isLoopback(String url) {
        var host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
        if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }
}
