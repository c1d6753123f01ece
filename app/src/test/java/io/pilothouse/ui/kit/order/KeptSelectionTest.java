package io.pilothouse.ui.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Property;

import javafx.collections.transformation.FilteredList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/// What is done next is done to what is chosen: whatever comes, goes, moves and is filtered, no row may become chosen by
/// itself.
class KeptSelectionTest {
    /// The same by identity, as a row is.
    private static final class Item {
        private int place;

        Item(int place) {
            this.place = place;
        }

        @Override
        public String toString() {
            return String.valueOf(place);
        }
    }

    private static final class Stage {
        final SplittableRandom random;
        final LiveList<Item> source = new LiveList<>();
        final FilteredList<Item> passing = new FilteredList<>(source);
        final OrderedList<Item> list = new OrderedList<>(passing);
        final TableView<Item> table = new TableView<>();
        final KeptSelection<Item> kept;

        Stage(SplittableRandom random, int size) {
            this.random = random;
            list.usual(Comparator.comparingInt(i -> i.place));
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            table.getColumns().add(new TableColumn<>("place"));
            kept = KeptSelection.keep(table, list);
            add(size);
        }

        void add(int most) {
            var more = new ArrayList<Item>();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                more.add(new Item(random.nextInt(100)));
            }
            source.addAll(more);
        }

        List<Item> some() {
            return source.stream().filter(_ -> random.nextInt(3) == 0).toList();
        }

        void choose() {
            table.getSelectionModel().clearSelection();
            for (int i = 0; i < list.size(); i++) {
                if (random.nextInt(3) == 0) {
                    table.getSelectionModel().select(i);
                }
            }
        }

        void change(int size) {
            switch (random.nextInt(6)) {
                case 0 -> add(size);
                case 1 -> source.removeAll(new HashSet<>(some()));
                case 2 -> {
                    var moved = some();
                    moved.forEach(i -> i.place = random.nextInt(100));
                    source.changed(new HashSet<>(moved));
                }
                case 3 -> {
                    int least = random.nextInt(100);
                    passing.setPredicate(i -> i.place >= least);
                }
                case 4 ->
                        list.first(
                                random.nextBoolean()
                                        ? Comparator.comparingInt(i -> -i.place)
                                        : Comparator.comparingInt(i -> i.place % 7));
                default -> passing.setPredicate(_ -> true);
            }
        }

        List<Item> chosen() {
            return List.copyOf(table.getSelectionModel().getSelectedItems());
        }
    }

    @Test
    void noRowBecomesChosenByItself() {
        Fx.run(
                () ->
                        Property.holds(
                                3_000,
                                12,
                                (random, size) -> {
                                    var stage = new Stage(random, size);
                                    for (int i = 0; i < 12; i++) {
                                        if (random.nextInt(3) == 0) {
                                            stage.choose();
                                        }
                                        var before = stage.chosen();
                                        stage.change(size);
                                        var left =
                                                before.stream()
                                                        .filter(stage.list::contains)
                                                        .toList();
                                        assertThat(stage.chosen())
                                                .as("of %s in %s", before, stage.list)
                                                .containsExactlyInAnyOrderElementsOf(left);
                                        assertThat(stage.kept.chosen())
                                                .containsExactlyInAnyOrderElementsOf(left);
                                        assertThat(
                                                        stage.table
                                                                .getSelectionModel()
                                                                .getSelectedIndices())
                                                .hasSize(left.size());
                                    }
                                }));
    }
}
