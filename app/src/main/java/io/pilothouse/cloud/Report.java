package io.pilothouse.cloud;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A question whose answer is a table and no resource: usage, metrics, configuration. It is asked when a person asks,
/// and never by itself. Words: `report.<id>`.
///
/// @param scope the type one of whose rows it is asked for, such as an organisation; empty for the account
/// @param before what has to be read before its form can be made (what can be chosen); empty for nothing
/// @param asks its form
/// @param columns of its table, in order
/// @param series how it is drawn as a chart; empty for a table alone
/// @param call asks it, with the form's answers
/// @param export the same question, answered with a file; empty where the service has none
public record Report(
        String id,
        Optional<String> scope,
        Function<Optional<Resource>, Optional<ApiCall<Json>>> before,
        Asks asks,
        List<Fact<?>> columns,
        Optional<Series> series,
        BiFunction<Optional<Resource>, Json, ApiCall<List<Resource>>> call,
        Optional<Export> export) {

    /// Makes the form.
    @FunctionalInterface
    public interface Asks {
        /// @param read the answer of [Report#before], or absent
        /// @param known what the account is known to have, narrowed to the scope
        /// @param today in UTC, for periods that end today
        Form form(Optional<Resource> scope, Json read, Inventory known, LocalDate today);
    }

    /// Bars by day. Rows with one unit are drawn together and no others, as amounts of two units have no sum.
    ///
    /// @param groups by any one of these a bar can be divided; the first one is offered first
    /// @param unit what the amount counts
    public record Series(
            Fact<LocalDate> day,
            Fact<BigDecimal> amount,
            List<Fact<?>> groups,
            Optional<Fact<String>> unit) {}

    /// @param call its answer is the file's text
    /// @param ending of the file's name, without a dot, such as `csv`
    public record Export(
            BiFunction<Optional<Resource>, Json, ApiCall<String>> call, String ending) {}

    /// A question for the account, with a table for an answer.
    public static Report of(
            String id,
            List<Fact<?>> columns,
            Asks asks,
            BiFunction<Optional<Resource>, Json, ApiCall<List<Resource>>> call) {
        return new Report(
                id,
                Optional.empty(),
                _ -> Optional.empty(),
                asks,
                columns,
                Optional.empty(),
                call,
                Optional.empty());
    }

    public Report within(String scopeType) {
        return new Report(id, Optional.of(scopeType), before, asks, columns, series, call, export);
    }

    public Report before(Function<Optional<Resource>, ApiCall<Json>> read) {
        return new Report(
                id, scope, s -> Optional.of(read.apply(s)), asks, columns, series, call, export);
    }

    public Report drawn(Series how) {
        return new Report(id, scope, before, asks, columns, Optional.of(how), call, export);
    }

    public Report exports(
            String ending, BiFunction<Optional<Resource>, Json, ApiCall<String>> file) {
        return new Report(
                id,
                scope,
                before,
                asks,
                columns,
                series,
                call,
                Optional.of(new Export(file, ending)));
    }

    /// Rows of items, numbered, as they have no ids of their own; an item that can't be read is a marked row.
    ///
    /// @param facts puts what it reads of an item into a row
    public static List<Resource> rows(
            String id, List<Json> items, BiFunction<Resource, Json, Resource> facts) {
        var rows = new ArrayList<Resource>(items.size());
        for (var item : items) {
            var number = String.valueOf(rows.size() + 1);
            var row = Resource.of(id, number, number, Status.NONE, item);
            try {
                rows.add(facts.apply(row, item));
            } catch (RuntimeException e) {
                rows.add(row.marked(String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(rows);
    }
}
