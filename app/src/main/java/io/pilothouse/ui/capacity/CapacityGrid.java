package io.pilothouse.ui.capacity;

import io.pilothouse.cloud.Cloud;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.order.NaturalOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which types an account can have in which places just now.
///
/// @param regions in their order; those that have anything, and those in which the account has something
/// @param lines by price, then as people count; types without a price behind those with one, those without GPUs last
record CapacityGrid(List<String> regions, List<Line> lines) {
    static final CapacityGrid NONE = new CapacityGrid(List.of(), List.of());

    private static final Comparator<Line> ORDER =
            Comparator.comparing(
                            (Line l) -> l.price().map(Money::centsAnHour).orElse(Long.MAX_VALUE))
                    .thenComparing(l -> l.gpus() == 0)
                    .thenComparing(Line::type, NaturalOrder.INSTANCE);

    /// @param count how many can be had; empty where only whether is known
    record Cell(boolean available, Optional<Long> count) {
        static final Cell NONE = new Cell(false, Optional.empty());
        static final Cell YES = new Cell(true, Optional.empty());

        static Cell of(long count) {
            return count > 0 ? new Cell(true, Optional.of(count)) : NONE;
        }
    }

    /// @param hardware what the type is made of; may be empty
    /// @param gpus 0 also where that is not known
    /// @param cells in the order of the regions
    record Line(String type, String hardware, Optional<Money> price, long gpus, List<Cell> cells) {
        boolean isAvailable() {
            return cells.stream().anyMatch(Cell::available);
        }

        Optional<Money> pricePerGpu() {
            return price.filter(_ -> gpus > 0)
                    .map(p -> new Money(Math.round((double) p.centsAnHour() / gpus)));
        }
    }

    /// @param counts the account says how many can be had, and not only whether
    static CapacityGrid of(boolean counts, Cloud cloud, Inventory known) {
        var types = new LinkedHashMap<String, Resource>();
        rows(cloud, known, Kind.INSTANCE_TYPE).forEach(t -> types.putIfAbsent(t.name(), t));
        var cells = counts ? counted(rows(cloud, known, Kind.CAPACITY)) : placed(types);
        var regions = new TreeSet<String>(NaturalOrder.INSTANCE);
        cells.values().forEach(c -> regions.addAll(c.keySet()));
        for (var type : cloud.types()) {
            known.of(type.id()).stream()
                    .flatMap(r -> r.get(Facts.REGION).stream())
                    .forEach(regions::add);
        }
        types.keySet().forEach(t -> cells.putIfAbsent(t, Map.of()));
        var columns = List.copyOf(regions);
        return new CapacityGrid(
                columns,
                cells.entrySet().stream()
                        .map(e -> line(e.getKey(), types.get(e.getKey()), e.getValue(), columns))
                        .sorted(ORDER)
                        .toList());
    }

    private static Map<String, Map<String, Cell>> counted(List<Resource> rows) {
        var cells = new HashMap<String, Map<String, Cell>>();
        for (var row : rows) {
            var type = row.get(Facts.TYPE);
            var region = row.get(Facts.REGION);
            if (type.isPresent() && region.isPresent()) {
                cells.computeIfAbsent(type.get(), _ -> new HashMap<>())
                        .put(region.get(), Cell.of(row.get(Facts.QUANTITY).orElse(0L)));
            }
        }
        return cells;
    }

    private static Map<String, Map<String, Cell>> placed(Map<String, Resource> types) {
        var cells = new HashMap<String, Map<String, Cell>>();
        types.forEach(
                (name, type) -> {
                    var there = new HashMap<String, Cell>();
                    type.get(Facts.AVAILABLE_IN)
                            .ifPresent(all -> all.forEach(r -> there.put(r, Cell.YES)));
                    cells.put(name, there);
                });
        return cells;
    }

    private static List<Resource> rows(Cloud cloud, Inventory known, Kind kind) {
        return cloud.of(kind).flatMap(t -> known.of(t.id()).stream()).toList();
    }

    private static Line line(
            String name,
            @org.jspecify.annotations.Nullable Resource type,
            Map<String, Cell> there,
            List<String> regions) {
        var cells = regions.stream().map(r -> there.getOrDefault(r, Cell.NONE)).toList();
        if (type == null) {
            return new Line(name, "", Optional.empty(), 0, cells);
        }
        return new Line(
                name,
                hardware(type),
                type.get(Facts.PRICE),
                type.get(Facts.GPUS).orElse(0L),
                cells);
    }

    /// `8 × H100 (80 GB SXM5)`; as the service puts it where that has the number already.
    private static String hardware(Resource type) {
        long gpus = type.get(Facts.GPUS).orElse(0L);
        var text = type.get(Facts.DESCRIPTION).orElse("");
        if (gpus == 0) {
            return text.isEmpty() ? words(type, Facts.VCPUS, "capacity.vcpus") : text;
        }
        return text.isEmpty()
                ? Words.count("capacity.gpus", gpus)
                : Character.isDigit(text.charAt(0)) ? text : gpus + " × " + text;
    }

    private static String words(Resource type, Fact<Long> fact, String key) {
        return type.get(fact).map(n -> Words.of(key, n)).orElse("");
    }

    /// What passes of it.
    CapacityGrid only(Predicate<Line> line, Predicate<String> region) {
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < regions.size(); i++) {
            if (region.test(regions.get(i))) {
                kept.add(i);
            }
        }
        return new CapacityGrid(
                kept.stream().map(regions::get).toList(),
                lines.stream()
                        .filter(line)
                        .map(
                                l ->
                                        new Line(
                                                l.type(),
                                                l.hardware(),
                                                l.price(),
                                                l.gpus(),
                                                kept.stream().map(l.cells()::get).toList()))
                        .toList());
    }

    long cells() {
        return (long) regions.size() * lines.size();
    }

    long available() {
        return lines.stream().flatMap(l -> l.cells().stream()).filter(Cell::available).count();
    }
}
