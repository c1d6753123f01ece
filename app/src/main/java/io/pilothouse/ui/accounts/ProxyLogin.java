package io.pilothouse.ui.accounts;

import io.pilothouse.account.ProxyUrl;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Secret;

import java.util.Optional;
import java.util.regex.Pattern;

/// A user and a password in the URL of an account's proxy. They stand in `accounts.json`, by a person's own hand: a form
/// shows the user alone, and puts the password back where the login is left as it was.
///
/// @param real `user:password@`, or `""` where there is none
/// @param shown the same without the password
record ProxyLogin(String real, String shown) {
    private static final Pattern LOGIN = Pattern.compile("//([^/?#]*@)");
    private static final Pattern PASSWORD = Pattern.compile(":.*(?=@$)");

    static ProxyLogin of(Optional<Account> account) {
        var login = LOGIN.matcher(account.flatMap(a -> a.reach().proxy()).orElse(""));
        var real = login.find() ? login.group(1) : "";
        return new ProxyLogin(real, PASSWORD.matcher(real).replaceFirst(":" + Secret.MASK));
    }

    /// What a form may hold: a URL without a login, or with the one that is there.
    String pattern() {
        return "https?://(" + Pattern.quote(shown) + ")?" + ProxyUrl.PLACE;
    }

    String hide(String url) {
        return real.isEmpty() ? url : url.replace("//" + real, "//" + shown);
    }

    String reveal(String url) {
        return real.isEmpty() ? url : url.replace("//" + shown, "//" + real);
    }
}
