package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;

import java.util.List;

/// A table as it is written: its columns, and of each row one value a column, absent where there is none. Only texts,
/// numbers, truths and lists of texts stand in it.
public record Sheet(List<Column> columns, List<List<Json>> rows) {
    /// @param id the name in JSON, with its unit
    /// @param title the header everywhere else, with its unit
    public record Column(String id, String title, boolean number) {
        /// A fact's column with the unit that its numbers have: US dollars an hour, or bytes.
        public static Column of(Fact<?> fact, String title) {
            if (fact.type() == Money.class) {
                return new Column(fact.id() + "-usd-per-hour", title + " ($/h)", true);
            }
            if (fact.type() == Bytes.class) {
                return new Column(fact.id() + "-bytes", title + " (bytes)", true);
            }
            return new Column(fact.id(), title, Number.class.isAssignableFrom(fact.type()));
        }

        static Column text(String id, String title) {
            return new Column(id, title, false);
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
