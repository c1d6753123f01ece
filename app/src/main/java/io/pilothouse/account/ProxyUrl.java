package io.pilothouse.account;

import java.net.URI;
import java.util.regex.Pattern;

/// What the URL of an account's proxy may look like: `http://[user:password@]host[:port]`.
public final class ProxyUrl {
    private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final String PORT =
            "(?:6553[0-5]|655[0-2]\\d|65[0-4]\\d{2}|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3})";

    /// A regular expression for what stands behind the login: a host's name or address, perhaps a port.
    public static final String PLACE =
            "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9A-Fa-f:.]+\\])(?::" + PORT + ")?/?";

    private static final Pattern WHOLE =
            Pattern.compile("https?://(?:[^/?#@\\s]*@)?(" + PLACE + ")");

    private ProxyUrl() {}

    /// Can requests go through it?
    public static boolean isGood(String url) {
        var whole = WHOLE.matcher(url);
        return whole.matches() && (!whole.group(1).startsWith("[") || isAddress(whole.group(1)));
    }

    /// Only a parser knows an IPv6 address.
    private static boolean isAddress(String place) {
        try {
            return URI.create("http://" + place).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
