package io.pilothouse.account;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Puts an account back into the JSON it came from: only what has changed is written, so that everything else stands as
/// a person wrote it, and members that this version does not know stay.
final class AccountWriter {
    private final Account account;
    private final Optional<Account> before;
    private Json json;

    private AccountWriter(Account account, Optional<Account> before, Json original) {
        this.account = account;
        this.before = before;
        this.json = original;
    }

    /// @param before the account as it was read from `original`; empty for a new one
    static Json write(Account account, Optional<Account> before, Json original) {
        return new AccountWriter(account, before, original).write();
    }

    private Json write() {
        field("id", Account::id);
        field("name", Account::name);
        field("provider", Account::provider);
        field("endpoint", Account::endpoint);
        field("class", a -> a.stage() == Account.Stage.PRODUCTION ? "production" : "development");
        field("readOnly", Account::readOnly);
        field("colour", Account::colour);
        members("credentials", written(account), before.map(AccountWriter::written));
        members("budgets", texts(account), before.map(AccountWriter::texts));
        field("proxy", a -> a.reach().proxy());
        field("ca-file", a -> a.reach().caFile());
        field("tls-sha256", a -> a.reach().tlsSha256());
        field("options", a -> a.options().fields().isEmpty() ? Json.absent() : a.options());
        return json;
    }

    private void field(String name, Function<Account, Object> value) {
        var now = value.apply(account);
        if (before.isEmpty() || !Objects.equals(value.apply(before.get()), now)) {
            json = json.with(name, now);
        }
    }

    private void members(String name, Map<String, Json> now, Optional<Map<String, Json>> old) {
        var was = old.orElse(Map.of());
        var members = json.at(name) instanceof Json.Obj given ? given : Json.obj();
        for (var gone : was.keySet()) {
            if (!now.containsKey(gone)) {
                members = members.with(gone, Json.absent());
            }
        }
        for (var member : now.entrySet()) {
            if (!member.getValue().equals(was.get(member.getKey()))) {
                members = members.with(member.getKey(), member.getValue());
            }
        }
        if (!members.fields().isEmpty() || !json.at(name).isAbsent()) {
            json = json.with(name, members);
        }
    }

    private static Map<String, Json> written(Account account) {
        var found = new LinkedHashMap<String, Json>();
        account.credentials().forEach((name, c) -> found.put(name, CredentialText.write(c)));
        return found;
    }

    private static Map<String, Json> texts(Account account) {
        var found = new LinkedHashMap<String, Json>();
        account.budgets().forEach((name, text) -> found.put(name, Json.of(text)));
        return found;
    }
}
