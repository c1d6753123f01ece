package io.pilothouse.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.sync.feed.Health.State;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A key may be replaced where it comes from: a refusal has it fetched anew, once.
class ConnectionKeysTest {
    private final FakeCloud cloud = new FakeCloud();
    private final List<String> told = new ArrayList<>();
    private final Harbour harbour =
            new Harbour(new io.pilothouse.testkit.VirtualTimeline(), cloud, new MemoryHistory());
    private int fresh;
    private Runnable onRefused = () -> {};

    private Harbour open() {
        harbour.keys =
                new Connection.Keys() {
                    @Override
                    public boolean refused() {
                        told.add("refused");
                        onRefused.run();
                        return fresh-- > 0;
                    }

                    @Override
                    public void accepted() {
                        told.add("accepted");
                    }
                };
        return harbour.open();
    }

    private void refuse() {
        for (var path : List.of("GET /machines", "GET /keys", "GET /me")) {
            cloud.refusals.put(path, new CloudException.Unauthorized(Refusal.NONE));
        }
    }

    @Test
    void aKeyThatWasReplacedSignsInByItself() {
        open().run(Duration.ofMinutes(1));
        assertThat(told).containsExactly("accepted");
        refuse();
        fresh = 1;
        onRefused = cloud.refusals::clear;
        harbour.run(Duration.ofMinutes(2));
        assertThat(told).containsExactly("accepted", "refused", "accepted");
        assertThat(harbour.connection().health().state()).isEqualTo(State.GOOD);
    }

    @Test
    void oneMoreRefusalSignsOut() {
        refuse();
        fresh = 1;
        open().run(Duration.ofHours(1));
        assertThat(harbour.road.sent).as("asked once, and once more").hasSize(2);
        assertThat(harbour.connection().health().state()).isEqualTo(State.SIGNED_OUT);
    }

    @Test
    void aKeyThatStaysTheSameIsNotTriedAgain() {
        refuse();
        open().run(Duration.ofHours(1));
        assertThat(harbour.road.sent).hasSize(1);
        assertThat(told).containsExactly("refused");
    }
}
