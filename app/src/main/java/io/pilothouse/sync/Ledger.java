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
import io.pilothouse.work.Order;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Timeline;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Where commands are written down. Before a call is sent a disk that refuses stops it ([Attempt]); after it the truth
/// is with the service, so the refusal is logged and the command goes on: a restart resolves it by its sign.
record Ledger(CommandJournal journal, Timeline timeline) {
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

    void ended(Asked command, String outcome) {
        after(command, () -> journal.ended(command.id(), new Ended(timeline.now(), outcome, "")));
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
}
