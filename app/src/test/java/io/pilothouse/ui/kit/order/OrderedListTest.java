package io.pilothouse.ui.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener.Change;
import javafx.collections.transformation.FilteredList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class OrderedListTest {
    /// The same by identity, as a row is.
    private static final class Item {
        private int size;

        Item(int size) {
            this.size = size;
        }

        int size() {
            return size;
        }

        @Override
        public String toString() {
            return String.valueOf(size);
        }
    }

    private static final Comparator<Item> BY_SIZE = Comparator.comparingInt(Item::size);

    private final LiveList<Item> source = new LiveList<>();
    private final FilteredList<Item> passing = new FilteredList<>(source);
    private final OrderedList<Item> list = new OrderedList<>(passing);
    private final List<String> told = new ArrayList<>();

    private void add(int... sizes) {
        source.addAll(Arrays.stream(sizes).mapToObj(Item::new).toList());
    }

    private void listen() {
        list.addListener(
                (Change<? extends Item> change) -> {
                    while (change.next()) {
                        told.add(
                                change.wasPermutated()
                                        ? "order"
                                        : "-"
                                                + change.getRemoved()
                                                + " +"
                                                + change.getAddedSubList());
                    }
                });
    }

    @Test
    void whoComesStandsInItsPlace() {
        list.usual(BY_SIZE);
        add(3, 1);
        listen();
        add(2, 4);
        assertThat(list).extracting(Item::size).containsExactly(1, 2, 3, 4);
        assertThat(told).containsExactly("-[] +[2]", "-[] +[4]");
    }

    @Test
    void whoStaysInItsPlaceIsNotToldOf() {
        list.usual(BY_SIZE);
        add(10, 20, 30);
        listen();
        source.get(1).size = 25;
        source.changed(Set.of(source.get(1)));
        assertThat(told).isEmpty();
    }

    @Test
    void manyThatMoveAreSortedOnce() {
        var compared = new int[1];
        list.usual(
                (a, b) -> {
                    compared[0]++;
                    return BY_SIZE.compare(a, b);
                });
        for (int i = 0; i < 1_000; i++) {
            add(i);
        }
        listen();
        compared[0] = 0;
        source.forEach(i -> i.size = i.size * 7 % 1_000);
        source.changed(new HashSet<>(source));
        assertThat(list).isSortedAccordingTo(BY_SIZE);
        assertThat(told).containsExactly("order");
        assertThat(compared[0]).isLessThan(15_000);
    }

    @Test
    void whoPassesTheNextFilterTooIsLeftAsItIs() {
        list.usual(BY_SIZE);
        add(5, 1, 4, 2, 3);
        listen();
        passing.setPredicate(i -> i.size() != 2);
        passing.setPredicate(i -> i.size() > 1);
        assertThat(list).extracting(Item::size).containsExactly(2, 3, 4, 5);
        assertThat(told).containsExactly("-[2] +[]", "-[1] +[]", "-[] +[2]");
    }

    @Test
    void theUsualOrderTellsApartWhatTheFirstDoesNot() {
        list.usual(BY_SIZE.reversed());
        add(1, 2, 3, 4);
        list.first(Comparator.comparingInt(i -> i.size() % 2));
        assertThat(list).extracting(Item::size).containsExactly(4, 2, 3, 1);
        list.first((_, _) -> 0);
        assertThat(list).extracting(Item::size).containsExactly(4, 3, 2, 1);
    }

    @Test
    void manyThatComeAndGoAreToldAsOneChange() {
        var mirror = new ArrayList<Item>();
        list.usual(BY_SIZE);
        list.addListener((Change<? extends Item> change) -> play(change, mirror));
        listen();
        add(new Random(1).ints(2_000, 0, 10_000).toArray());
        assertThat(told).hasSize(1);
        passing.setPredicate(i -> i.size() % 2 == 0);
        assertThat(told).hasSize(2);
        passing.setPredicate(i -> i.size() % 3 == 0);
        assertThat(told).hasSize(3);
        assertThat(list)
                .isSortedAccordingTo(BY_SIZE)
                .containsExactlyInAnyOrderElementsOf(passing)
                .containsExactlyElementsOf(mirror);
        passing.setPredicate(_ -> false);
        assertThat(mirror).isEmpty();
    }

    /// Who plays back what is told has the same list, whatever came, went, changed and was filtered at once.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsToldIsWhatHappened(long seed) {
        var random = new Random(seed);
        var mirror = new ArrayList<Item>();
        list.usual(BY_SIZE);
        list.addListener((Change<? extends Item> change) -> play(change, mirror));
        for (int round = 0; round < 300; round++) {
            switch (random.nextInt(5)) {
                case 0 -> add(random.nextInt(50), random.nextInt(50));
                case 1 -> source.removeAll(some(random));
                case 2 -> {
                    var some = some(random);
                    some.forEach(i -> i.size = random.nextInt(50));
                    source.changed(some);
                }
                case 3 -> {
                    int least = random.nextInt(20);
                    passing.setPredicate(i -> i.size() >= least);
                }
                default -> list.first(random.nextBoolean() ? BY_SIZE.reversed() : (_, _) -> 0);
            }
            assertThat(mirror).as("round %d", round).containsExactlyElementsOf(list);
            assertThat(list).containsExactlyInAnyOrderElementsOf(passing);
        }
    }

    private Set<Item> some(Random random) {
        var some = new HashSet<Item>();
        source.forEach(
                i -> {
                    if (random.nextInt(5) == 0) {
                        some.add(i);
                    }
                });
        return some;
    }

    private static void play(Change<? extends Item> change, List<Item> mirror) {
        while (change.next()) {
            if (change.wasPermutated()) {
                var moved = new ArrayList<>(Collections.nCopies(mirror.size(), new Item(-1)));
                for (int i = 0; i < mirror.size(); i++) {
                    moved.set(change.getPermutation(i), mirror.get(i));
                }
                mirror.clear();
                mirror.addAll(moved);
            } else {
                var gone =
                        mirror.subList(
                                change.getFrom(), change.getFrom() + change.getRemovedSize());
                assertThat(gone).isEqualTo(change.getRemoved());
                gone.clear();
                mirror.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }
}
