package io.pilothouse.rehearsal.loopback;

import io.pilothouse.rehearsal.loopback.Fault.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The faults in force, oldest first. Safe for use by many threads.
public final class Faults {
    private final List<Fault> faults = new ArrayList<>();
    private Consumer<Boolean> door = _ -> {};

    /// Called with whether connections are to be refused, each time that may have changed.
    public synchronized void onRefused(Consumer<Boolean> listener) {
        door = listener;
    }

    public void add(Fault fault) {
        Consumer<Boolean> listener;
        synchronized (this) {
            faults.add(fault);
            listener = door;
        }
        if (fault.kind() == Kind.REFUSED) {
            listener.accept(true);
        }
    }

    public void clear() {
        Consumer<Boolean> listener;
        synchronized (this) {
            faults.clear();
            listener = door;
        }
        listener.accept(false);
    }

    public synchronized List<Fault> list() {
        return List.copyOf(faults);
    }

    /// The first fault for such a request, used up by one.
    public synchronized Optional<Fault> take(String method, String path) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.kind() == Kind.RETRY_AFTER
                    || fault.kind() == Kind.REFUSED
                    || !fault.matches(method, path)) {
                continue;
            }
            if (fault.times() == 1) {
                faults.remove(i);
            } else if (fault.times() != Fault.UNTIL_CLEARED) {
                faults.set(i, fault.times(fault.times() - 1));
            }
            return Optional.of(fault);
        }
        return Optional.empty();
    }

    /// What the judge's own 429s say in `Retry-After`; empty for no such header, as undocumented services do.
    ///
    /// @param seconds what an honest server would say
    public synchronized Optional<String> retryAfter(long seconds) {
        return faults.stream()
                .filter(f -> f.kind() == Kind.RETRY_AFTER)
                .reduce((_, newer) -> newer)
                .map(
                        f ->
                                switch (f.value()) {
                                    case "" -> String.valueOf(seconds);
                                    case "absurd" -> "99999999999999999999";
                                    default -> f.value();
                                });
    }
}
