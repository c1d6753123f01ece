package io.pilothouse.ui.kit.order;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The elements of another list in an order that holds while they change. It is sorted once for all that is told of at
/// one time, and only if what changed broke the order; who comes, goes or moves is told, an element that stays in its
/// place is not. Of what goes and comes again within one change, nothing is told either: so a filter that is typed
/// leaves the rows that pass as they are. Where hundreds come and go at once, all is told as replaced. Touched on the FX
/// thread only.
///
/// @param <E> the same by identity
public final class OrderedList<E> extends ObservableListBase<E> {
    /// That come and go at one time, and are told of one by one.
    private static final int MANY = 200;

    private final ObservableList<E> source;
    private List<E> all;
    private Comparator<? super E> usual = (_, _) -> 0;
    private Comparator<? super E> order = usual;
    private Comparator<? super E> first = usual;
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private boolean begun;

    /// Follows the other list for as long as that lives.
    public OrderedList(ObservableList<E> source) {
        this.source = source;
        this.all = new ArrayList<>(source);
        source.addListener((ListChangeListener<E>) this::changed);
    }

    /// What is done before others come, go or move, while all are where they were, and after all that of one time.
    void around(Runnable before, Runnable after) {
        this.before = before;
        this.after = after;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            before.run();
        }
        beginChange();
    }

    private void end() {
        if (begun) {
            begun = false;
            after.run();
        }
    }

    /// Where nothing else tells them apart, the elements stand in this order.
    public void usual(Comparator<? super E> order) {
        usual = order;
        compose();
    }

    /// What comes before the usual order; one that finds all alike for none.
    public void first(Comparator<? super E> order) {
        first = order;
        compose();
    }

    private void compose() {
        var before = first;
        var after = usual;
        order =
                (a, b) -> {
                    int one = before.compare(a, b);
                    return one != 0 ? one : after.compare(a, b);
                };
        sort();
        end();
    }

    private void changed(ListChangeListener.Change<? extends E> change) {
        boolean others = false;
        while (change.next()) {
            others |= change.wasAdded() || change.wasRemoved();
        }
        if (others) {
            comeAndGo();
        } else {
            sort();
        }
        end();
    }

    private void comeAndGo() {
        var before = identities(all);
        var now = identities(source);
        var more = new ArrayList<>(source.stream().filter(e -> !before.contains(e)).toList());
        var left = all.stream().filter(now::contains).toList();
        if (all.size() - left.size() + more.size() > MANY) {
            replace(left, more);
        } else {
            removeGone(left, now);
            sort();
            addNew(more);
        }
    }

    /// Told as one change: each of so many by itself would cost more than all of them.
    private void replace(List<E> left, List<E> more) {
        more.sort(order);
        var next = new ArrayList<E>(left.size() + more.size());
        next.addAll(left);
        next.addAll(more);
        next.sort(order); // two runs in order, as a rule
        var old = all;
        begin();
        all = next;
        nextReplace(0, next.size(), old);
        endChange();
    }

    private void removeGone(List<E> left, Set<E> here) {
        if (left.size() == all.size()) {
            return;
        }
        begin();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (!here.contains(all.get(i))) {
                nextRemove(i, all.get(i));
            }
        }
        all = new ArrayList<>(left);
        endChange();
    }

    private void sort() {
        if (isSorted()) {
            return;
        }
        var places = new IdentityHashMap<E, Integer>();
        all.forEach(e -> places.put(e, places.size()));
        var sorted = new ArrayList<>(all);
        sorted.sort(order);
        var moved = new int[all.size()];
        for (int now = 0; now < moved.length; now++) {
            moved[place(places, sorted.get(now))] = now;
        }
        begin();
        all = sorted;
        nextPermutation(0, moved.length, moved);
        endChange();
    }

    private boolean isSorted() {
        for (int i = 1; i < all.size(); i++) {
            if (order.compare(all.get(i - 1), all.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Those that are here are in order.
    private void addNew(List<E> more) {
        if (more.isEmpty()) {
            return;
        }
        more.sort(order);
        var merged = new ArrayList<E>(all.size() + more.size());
        int old = 0;
        begin();
        for (var element : more) {
            while (old < all.size() && order.compare(all.get(old), element) <= 0) {
                merged.add(all.get(old++));
            }
            merged.add(element);
            nextAdd(merged.size() - 1, merged.size());
        }
        merged.addAll(all.subList(old, all.size()));
        all = merged;
        endChange();
    }

    private static <E> Set<E> identities(List<E> some) {
        Set<E> all = Collections.newSetFromMap(new IdentityHashMap<>(some.size()));
        all.addAll(some);
        return all;
    }

    private static <E> int place(Map<E, Integer> places, E element) {
        var place = places.get(element);
        if (place == null) {
            throw new IllegalStateException("it was sorted with something that is not in it");
        }
        return place;
    }

    @Override
    public E get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
