package io.pilothouse.ui.settings;

import io.pilothouse.domain.Account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What the program keeps, and how it goes out into the network; `app` knows.
public interface Keepings {
    /// Words: `settings.kept.<id>`, and for what can be cleared `settings.clear.<id>`.
    enum What {
        LOGS(true),
        HISTORY(false),
        COMMANDS(true),
        TRANSITIONS(true),
        PAGES(true),
        USUAL_TIMES(true),
        COSTS(true),
        REQUESTS(true),
        SETTINGS(false),
        ACCOUNTS(false),
        VAULT(false);

        private final boolean clears;

        What(boolean clears) {
            this.clears = clears;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Can it be cleared by itself?
        boolean clears() {
            return clears;
        }

        /// Is it a part of what stands above it?
        boolean isPart() {
            return switch (this) {
                case COMMANDS, TRANSITIONS, PAGES, USUAL_TIMES, COSTS -> true;
                case LOGS, HISTORY, REQUESTS, SETTINGS, ACCOUNTS, VAULT -> false;
            };
        }
    }

    /// Something that is kept.
    ///
    /// @param count of its entries or files, where they are counted
    /// @param mostCount that it may have
    /// @param bytes that it takes, where they are known
    /// @param mostBytes that it may take
    record Kept(
            What what,
            OptionalLong count,
            OptionalLong mostCount,
            OptionalLong bytes,
            OptionalLong mostBytes) {}

    /// How an account is reached.
    enum Source {
        LOOPBACK,
        EXCEPTION,
        ACCOUNT,
        ENVIRONMENT,
        SYSTEM,
        NOBODY,
        /// There is no way: the endpoint is no web address.
        UNREADABLE
    }

    /// @param name the variable, or the part of `NO_PROXY`, that decided; may be empty
    /// @param proxy host and port; empty where the way is direct
    record Way(Source source, String name, String proxy) {}

    Path home();

    /// What is kept just now; reads the disk.
    List<Kept> kept() throws IOException;

    /// Writes the disk.
    void clear(What what) throws IOException;

    /// The way to the endpoint of an account; may ask the system, and so may block.
    Way way(Account account);

    /// Name and version of the program and of what it runs on.
    String about();
}
