package io.pilothouse.desktop;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;

/// The proxies that a person or a company set for the whole computer, as Java reads them: from GNOME's settings, macOS'
/// network services or Windows' internet options. A script that finds them is run where the system does so by itself.
public final class SystemProxies {
    private SystemProxies() {}

    /// Has Java ask the system; to be called before anything that has to do with proxies, as Java looks once. A person
    /// who set the property by hand is obeyed.
    public static void ask() {
        if (System.getProperty("java.net.useSystemProxies") == null) {
            System.setProperty("java.net.useSystemProxies", "true");
        }
    }

    /// The ways to an address, the best first; empty where the system says nothing. May block.
    public static List<Proxy> ways(URI uri) {
        var selector = ProxySelector.getDefault();
        return selector == null ? List.of() : selector.select(uri);
    }
}
