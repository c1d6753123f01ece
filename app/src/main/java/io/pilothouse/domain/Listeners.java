package io.pilothouse.domain;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those who want to hear of a change. They are told on the thread of who tells, in the order they came.
public final class Listeners<T> {
    private final CopyOnWriteArrayList<Consumer<? super T>> all = new CopyOnWriteArrayList<>();

    public Pin add(Consumer<? super T> listener) {
        // wrapped, so that the same listener may be added twice and each pin removes its own
        Consumer<T> mine = listener::accept;
        all.add(mine);
        return () -> all.remove(mine);
    }

    public void tell(T news) {
        all.forEach(l -> l.accept(news));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
