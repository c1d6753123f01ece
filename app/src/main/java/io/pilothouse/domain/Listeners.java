package io.pilothouse.domain;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those who want to hear of a change. They are told on the thread of who tells, in the order they came; one that
/// throws keeps the news from none of the others.
public final class Listeners<T> {
    private final CopyOnWriteArrayList<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

    public Pin add(Consumer<? super T> listener) {
        // wrapped, so that the same listener may be added twice and each pin removes its own
        Consumer<T> mine = listener::accept;
        all.add(mine);
        return () -> all.remove(mine);
    }

    /// @throws RuntimeException the first that a listener threw, after all were told; others are suppressed in it
    public void tell(T news) {
        RuntimeException first = null;
        for (var listener : all) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (!first.equals(e)) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
