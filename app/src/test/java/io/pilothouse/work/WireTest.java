package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport;
import io.pilothouse.domain.Json;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.pace.SentTimes;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The scheduler over a [Transport], which answers on the thread that sends.
class WireTest {
    private static final Answer ANSWER = new Answer(200, Map.of(), Json.absent(), 5);

    private final RequestJournal journal = new RequestJournal();

    private interface Sends {
        Answer send(Transport.Watch watch) throws CloudException;
    }

    private static Wire over(Sends sends) {
        return Wire.over(
                new Transport() {
                    @Override
                    public Answer send(Request request, boolean repeatable, Watch watch)
                            throws CloudException {
                        return sends.send(watch);
                    }

                    @Override
                    public String curl(Request request) {
                        return "curl";
                    }
                });
    }

    private RequestScheduler scheduler(Timeline time, Wire wire) {
        var all = Map.of("all", Budget.strict(1, Duration.ofMillis(10)));
        var terms = new Terms("a", all, () -> false, Optional.empty());
        return new RequestScheduler(time, wire, terms, journal, SentTimes.NONE, 1);
    }

    @Test
    void theRequestsPaneShowsWhatTheTransportSaw() {
        var time = new VirtualTimeline();
        var exchange =
                new Exchange(
                        "GET",
                        "https://host/api/x?a=1",
                        List.of(Map.entry("Accept", "json")),
                        "",
                        200,
                        List.of(Map.entry("content-type", "json")),
                        "{}",
                        1_234);
        var wire =
                over(
                        watch -> {
                            watch.written(true);
                            watch.answered(200);
                            watch.seen(exchange);
                            return ANSWER;
                        });
        var outcomes = new ArrayList<Outcome<Json>>();

        scheduler(time, wire)
                .submit(
                        Order.of(
                                ApiCall.read(Request.get("/x")),
                                Urgency.PERSON,
                                "w",
                                outcomes::add));
        time.runUntilIdle();

        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Value.class);
        var entry = journal.newest(1).getFirst();
        assertThat(entry.path()).isEqualTo("/api/x?a=1");
        assertThat(entry.bytes()).isEqualTo(1_234);
        assertThat(entry.request()).isEqualTo("GET https://host/api/x?a=1\nAccept: json\n");
        assertThat(entry.response().text()).isEqualTo("HTTP 200\ncontent-type: json\n\n{}");
    }

    @Test
    void aFaultOfTheTransportEndsTheCallAsUnansweredAndIsNotHidden() {
        var time = new VirtualTimeline();
        var wire =
                over(
                        _ -> {
                            throw new IllegalStateException("fault");
                        });
        var outcomes = new ArrayList<Outcome<Json>>();
        scheduler(time, wire)
                .submit(
                        Order.of(
                                ApiCall.write(Request.get("/x")),
                                Urgency.PERSON,
                                "w",
                                outcomes::add));

        assertThat(catchThrowable(time::runUntilIdle)).hasMessage("fault");
        time.runUntilIdle();

        assertThat(outcomes)
                .singleElement()
                .satisfies(
                        o ->
                                assertThat(((Outcome.Failed<?>) o).why())
                                        .isInstanceOf(CloudException.Unanswered.class));
    }

    @Test
    void manyThreadsOfTheRealWorldAgree() throws InterruptedException {
        var crashes = new LinkedBlockingQueue<Throwable>();
        var outcomes = new LinkedBlockingQueue<Outcome<Json>>();
        try (var time = new LiveTimeline(crashes::add)) {
            var scheduler =
                    scheduler(
                            time,
                            over(
                                    watch -> {
                                        watch.written(false);
                                        watch.answered(200);
                                        return ANSWER;
                                    }));
            for (int thread = 0; thread < 4; thread++) {
                var path = "/" + thread;
                time.start(
                        "asker",
                        () -> {
                            for (int i = 0; i < 50; i++) {
                                var call = ApiCall.read(Request.get(path + i % 5));
                                scheduler.submit(
                                        Order.of(call, Urgency.VISIBLE, "t", outcomes::add));
                            }
                        });
            }
            for (int i = 0; i < 200; i++) {
                assertThat(outcomes.poll(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Value.class);
            }
            scheduler.close();
        }
        assertThat(crashes).isEmpty();
        assertThat(outcomes).isEmpty();
    }
}
