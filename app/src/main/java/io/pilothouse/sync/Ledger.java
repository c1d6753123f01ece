package io.pilothouse.sync;

import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.history.CommandJournal;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.CommandJournal.Ended;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.history.CommandJournal.Result;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.UsualTimes;
import io.pilothouse.sync.feed.Serial;
import io.pilothouse.work.Order;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Timeline;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Where commands are written down, and how long they take. Before a call is sent a disk that refuses stops it ([Attempt]); after it the truth
/// is with the service, so the refusal is logged and the command goes on: a restart resolves it by its sign.
record Ledger(CommandJournal journal, UsualTimes usual, Timeline timeline) {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    /// As it goes to the disk: what the service counts as secret is hidden, whatever kind of field it was typed into.
    ///
    /// @throws HistoryException when the disk does not take it
    void asked(Asked command, Set<String> secretNames) {
        journal.asked(
                new Asked(
                        command.id(),
                        command.account(),
                        command.action(),
                        command.title(),
                        command.scope(),
                        command.targets(),
                        JsonText.hidden(command.before(), secretNames::contains),
                        JsonText.hidden(command.answers(), secretNames::contains),
                        command.at()));
    }

    void answered(Asked command, int step, String result, String note, Json answer) {
        after(
                command,
                () ->
                        journal.answered(
                                command.id(),
                                step,
                                new Result(timeline.now(), result, note, answer)));
    }

    /// @param unsent what never went out ([Unsent])
    void ended(Asked command, String outcome, String unsent) {
        after(
                command,
                () -> journal.ended(command.id(), new Ended(timeline.now(), outcome, unsent)));
    }

    void took(UsualTimes.Work work, Duration length) {
        try {
            usual.took(work, length);
        } catch (HistoryException e) {
            LOG.error("how long {} took could not be written down", work.action(), e);
        }
    }

    /// Empty also when the disk can't be read.
    Optional<Duration> usual(UsualTimes.Work work) {
        try {
            return usual.usual(work);
        } catch (HistoryException e) {
            LOG.error("how long {} usually takes could not be read", work.action(), e);
            return Optional.empty();
        }
    }

    /// One sending of a step, which stands here as sent before it leaves.
    Attempt attempt(Asked command, int step, Request request, boolean reopens, Runnable opened) {
        return new Attempt(command.id(), step, request, reopens, journal, timeline, opened);
    }

    List<Kept> unfinished() {
        return read(journal::unfinished);
    }

    List<Kept> recent(int most) {
        return read(() -> journal.recent(most));
    }

    private static List<Kept> read(Supplier<List<Kept>> from) {
        try {
            return from.get();
        } catch (HistoryException e) {
            LOG.error("the commands of earlier runs could not be read", e);
            return List.of();
        }
    }

    private static void after(Asked command, Runnable write) {
        try {
            write.run();
        } catch (HistoryException e) {
            LOG.error("what became of command {} could not be written down", command.id(), e);
        }
    }

    /// One sending of one step: the gate through which it goes to the wire. What it does it does on the sending thread, and
    /// it is on the disk before the call may leave.
    static final class Attempt implements Order.Gate {
        /// Of a request in the journal; a longer body is cut there.
        private static final int MOST_CHARS = 20_000;

        final int step;
        private final String command;
        private final Request request;
        private final boolean reopens;
        private final CommandJournal journal;
        private final Timeline timeline;
        private final Runnable opened;
        private volatile boolean cancelled;
        private volatile boolean sending;
        private volatile @Nullable RuntimeException broken;
        @Nullable Ticket ticket;

        /// @param reopens the command had ended in the journal and goes on
        /// @param opened told when the call goes out
        Attempt(
                String command,
                int step,
                Request request,
                boolean reopens,
                CommandJournal journal,
                Timeline timeline,
                Runnable opened) {
            this.command = command;
            this.step = step;
            this.request = request;
            this.reopens = reopens;
            this.journal = journal;
            this.timeline = timeline;
            this.opened = opened;
        }

        @Override
        public boolean open() {
            if (cancelled) {
                return false;
            }
            try {
                if (reopens) {
                    journal.ended(command, new Ended(timeline.now(), "", ""));
                }
                journal.sending(command, step, timeline.now(), text(request));
            } catch (RuntimeException e) {
                broken = e;
                throw e;
            }
            sending = true;
            opened.run();
            return true;
        }

        /// Takes it back; true when it is certain already that it will not go out.
        boolean cancel() {
            cancelled = true;
            return ticket != null && ticket.withdraw();
        }

        boolean isCancelled() {
            return cancelled;
        }

        /// Stands in the journal as sent.
        boolean isSending() {
            return sending;
        }

        /// Why it could not be written down; then it was not sent.
        @Nullable RuntimeException broken() {
            return broken;
        }

        /// As the journal keeps it: secrets masked.
        static String text(Request request) {
            var query =
                    String.join(
                            "&",
                            request.query().stream()
                                    .map(q -> q.getKey() + "=" + q.getValue())
                                    .toList());
            var line =
                    request.method()
                            + " "
                            + request.path(v -> v)
                            + (query.isEmpty() ? "" : "?" + query)
                            + (request.body().isAbsent()
                                    ? ""
                                    : " " + JsonText.masked(request.body()));
            return line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + "…";
        }
    }

    /// Times the steps of one command, and so learns what is usual: the service's own word where it tells, else the time
    /// from the acceptance to the end that was seen. A step whose end may have come unseen, while the program was not
    /// running, teaches nothing by itself. Used by tasks of the connection's [Serial] only.
    static final class Stopwatch {
        private final Ledger ledger;
        private final Items items;
        private final String provider;
        private final String action;
        private final Map<Integer, Long> accepted = new HashMap<>();

        Stopwatch(Ledger ledger, Items items, String provider, String action) {
            this.ledger = ledger;
            this.items = items;
            this.provider = provider;
            this.action = action;
        }

        /// The service took the call just now, and goes on with it.
        void accepted(int i) {
            accepted.put(i, ledger.timeline().nanos());
        }

        /// What is said of it while it goes on.
        void expect(int i) {
            items.usual(i, ledger.usual(work(i)));
        }

        /// The service says that it has ended well.
        ///
        /// @param took as the service tells; empty where it does not
        void told(int i, Optional<Duration> took) {
            took.ifPresent(
                    span -> {
                        accepted.remove(i);
                        ledger.took(work(i), span);
                    });
        }

        /// Its end was seen just now, and it is well.
        void done(int i) {
            var since = accepted.remove(i);
            if (since != null) {
                ledger.took(work(i), Duration.ofNanos(ledger.timeline().nanos() - since));
            }
        }

        /// When it ended will not be known.
        void forget(int i) {
            accepted.remove(i);
        }

        private UsualTimes.Work work(int i) {
            return new UsualTimes.Work(provider, action, items.part(i));
        }
    }
}
