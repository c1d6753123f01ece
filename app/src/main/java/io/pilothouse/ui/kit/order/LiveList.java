package io.pilothouse.ui.kit.order;

import javafx.collections.ModifiableObservableListBase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// A list whose elements change by themselves, and which tells of all that changed at one time in one change. Touched on
/// the FX thread only.
///
/// @param <E> the same by identity
public final class LiveList<E> extends ModifiableObservableListBase<E> {
    private final List<E> all = new ArrayList<>();

    /// Tells that these say something else than before. Those that are not in the list count for nothing.
    public void changed(Set<E> some) {
        if (some.isEmpty()) {
            return;
        }
        beginChange();
        for (int i = 0; i < all.size(); i++) {
            if (some.contains(all.get(i))) {
                nextUpdate(i);
            }
        }
        endChange();
    }

    /// @param some with a fast `contains`
    @Override
    public boolean removeAll(Collection<?> some) {
        beginChange();
        try {
            boolean any = false;
            for (int i = all.size() - 1; i >= 0; i--) {
                if (some.contains(all.get(i))) {
                    remove(i);
                    any = true;
                }
            }
            return any;
        } finally {
            endChange();
        }
    }

    @Override
    public E get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    protected void doAdd(int index, E element) {
        all.add(index, element);
    }

    @Override
    protected E doSet(int index, E element) {
        return all.set(index, element);
    }

    @Override
    protected E doRemove(int index) {
        return all.remove(index);
    }
}
