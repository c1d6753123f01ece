package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class FxThreadTest {
    private final List<Throwable> caught = new CopyOnWriteArrayList<>();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final FxThread fx = new FxThread(caught::add);

    private void pulse() {
        Fx.run(() -> {});
    }

    @Test
    void whatNobodyNeedsToKnowWaitsUntilAWindowIsSeen() {
        Fx.run(() -> fx.seen(false));
        fx.whenSeen(() -> ran.add("polled"));
        fx.whenSeen(() -> ran.add("polled again"));
        fx.execute(() -> ran.add("done"));
        pulse();
        assertThat(ran).containsExactly("done");
        Fx.run(() -> fx.seen(true));
        pulse();
        assertThat(ran).containsExactly("done", "polled", "polled again");
    }

    @Test
    void whileAWindowIsSeenNothingWaits() {
        fx.whenSeen(() -> ran.add("polled"));
        pulse();
        assertThat(ran).containsExactly("polled");
        Fx.run(() -> fx.seen(true));
        pulse();
        assertThat(ran).hasSize(1);
    }

    @Test
    void whatThrowsReachesTheGuardAndTheRestRuns() {
        var fault = new IllegalStateException("broken");
        fx.execute(
                () -> {
                    throw fault;
                });
        fx.execute(() -> ran.add("next"));
        pulse();
        assertThat(caught).containsExactly(fault);
        assertThat(ran).containsExactly("next");
    }
}
