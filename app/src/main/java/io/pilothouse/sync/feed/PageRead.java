package io.pilothouse.sync.feed;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Urgency;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads all pages of a feed in one go, each when the one before it has come. One page missing, and there is no result.
final class PageRead {
    /// A list that goes on for longer goes round.
    private static final int MOST_PAGES = 500;

    sealed interface Result {
        record Rows(List<Resource> rows, List<Json> answers) implements Result {}

        record Failed(CloudException why) implements Result {}

        record Withdrawn() implements Result {}
    }

    /// A read of one row, from the moment it is wanted until it is answered or taken back. Used by tasks of the [Serial].
    static final class One {
        private final Requests requests;
        private final Serial serial;
        private Optional<Ticket> ticket = Optional.empty();
        private boolean over;

        One(Requests requests, Serial serial) {
            this.requests = requests;
            this.serial = serial;
        }

        void start(ApiCall<Resource> call, Consumer<Outcome<Resource>> then) {
            if (!over) {
                ticket =
                        Optional.of(
                                requests.submit(
                                        Order.of(
                                                call,
                                                Urgency.VISIBLE,
                                                "details",
                                                o -> serial.run(() -> then.accept(o)))));
            }
        }

        void withdraw() {
            over = true;
            ticket.ifPresent(Ticket::withdraw);
        }
    }

    private final Requests requests;
    private final Serial serial;
    private final Consumer<Result> then;
    private final Urgency urgency;
    private final Map<Resource.Ref, Resource> rows = new LinkedHashMap<>();
    private final List<Json> answers = new ArrayList<>();
    private final HashSet<Request> asked = new HashSet<>();
    private @Nullable Ticket ticket;
    private boolean over;

    PageRead(Requests requests, Serial serial, Urgency urgency, Consumer<Result> then) {
        this.requests = requests;
        this.serial = serial;
        this.urgency = urgency;
        this.then = then;
    }

    Urgency urgency() {
        return urgency;
    }

    int pages() {
        return Math.max(1, answers.size());
    }

    void start(ApiCall<Page> first) {
        ask(first);
    }

    /// Gives it up; `then` is not told. False when a page is on the wire.
    boolean withdraw() {
        if (ticket != null && ticket.withdraw()) {
            over = true;
            return true;
        }
        return false;
    }

    private void ask(ApiCall<Page> call) {
        if (asked.size() == MOST_PAGES || !asked.add(call.request())) {
            end(
                    new Result.Failed(
                            new CloudException.Unreadable(200, "the pages of the list go round")));
            return;
        }
        ticket =
                requests.submit(
                        Order.of(call, urgency, "poll", o -> serial.run(() -> answered(o))));
    }

    private void answered(Outcome<Page> outcome) {
        if (over) {
            return;
        }
        switch (outcome) {
            case Outcome.Failed<Page>(var why) -> end(new Result.Failed(why));
            case Outcome.Withdrawn<Page> _ -> end(new Result.Withdrawn());
            case Outcome.Value<Page>(var page, var answer) -> {
                page.rows().forEach(r -> rows.put(r.ref(), r));
                answers.add(answer.json());
                page.next()
                        .ifPresentOrElse(
                                this::ask,
                                () ->
                                        end(
                                                new Result.Rows(
                                                        List.copyOf(rows.values()),
                                                        List.copyOf(answers))));
            }
        }
    }

    private void end(Result result) {
        over = true;
        then.accept(result);
    }

    /// Rows of answers that were kept, read as the cloud's decoders read them now; empty where they no longer can.
    static Optional<List<Resource>> again(ApiCall<Page> first, List<Json> answers) {
        var rows = new LinkedHashMap<Resource.Ref, Resource>();
        var call = Optional.of(first);
        for (var json : answers) {
            if (call.isEmpty()) {
                return Optional.empty();
            }
            Page page;
            try {
                page = call.get().decode().apply(new Answer(200, Map.of(), json, 0));
            } catch (RuntimeException e) {
                // an older version's answers: the next read brings new ones
                return Optional.empty();
            }
            page.rows().forEach(r -> rows.put(r.ref(), r));
            call = page.next();
        }
        return call.isPresent() ? Optional.empty() : Optional.of(List.copyOf(rows.values()));
    }
}
