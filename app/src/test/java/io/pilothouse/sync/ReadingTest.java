package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.sync.Connection.Read;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads that a person asks for, beside what is polled.
class ReadingTest {
    private static final ApiCall<Json> KEYS = ApiCall.read(Request.get("/keys"));

    private final Harbour harbour = new Harbour();
    private final List<Read<Json>> told = new ArrayList<>();

    @BeforeEach
    void open() {
        harbour.open().run(Duration.ofMinutes(1));
        harbour.road.sent.clear();
    }

    @Test
    void itGoesBeforeAllElseAndIsTold() {
        harbour.connection().read(KEYS, "report", told::add);
        harbour.run(Duration.ofSeconds(3));

        assertThat(harbour.road.sent.stream().filter(s -> s.why().equals("report")))
                .hasSize(1)
                .allMatch(s -> s.urgency() == Urgency.PERSON);
        assertThat(told).singleElement().isInstanceOf(Read.Value.class);
    }

    @Test
    void aKeyThatIsRefusedSignsOut() {
        harbour.cloud.refusals.put("GET /keys", new CloudException.Unauthorized(Refusal.NONE));
        harbour.connection().read(KEYS, "report", told::add);
        harbour.run(Duration.ofSeconds(3));

        assertThat(told).singleElement().isInstanceOf(Read.Failed.class);
        assertThat(harbour.connection().health().state()).isEqualTo(Health.State.SIGNED_OUT);
    }

    @Test
    void whatIsTakenBackIsNotTold() {
        harbour.connection().read(KEYS, "report", told::add).close();
        harbour.run(Duration.ofSeconds(3));

        assertThat(told).isEmpty();
        assertThat(harbour.road.sent).noneMatch(s -> s.why().equals("report"));
    }

    @Test
    void whatMayChangeSomethingIsNoRead() {
        var write = ApiCall.write(Request.of("POST", "/launch"));
        assertThatThrownBy(() -> harbour.connection().read(write, "report", told::add))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
